"""What the PDF reader says of files and pages it could not read, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document import Notice
from reportlint.readers.failure import Reason, UnreadableFile, damaged, unreadable
from reportlint.result import Severity, Text

PDF = Text("PDF 文件", "PDF file")


def encrypted() -> UnreadableFile:
    """The file opens with a password only."""
    return unreadable(
        Text(
            "PDF 文件设有打开密码，无法读取。",
            "The PDF file is password-protected and cannot be read.",
        ),
        Text("请去除密码，另存一份后再提交。", "Save a copy without the password and submit that."),
        reason=Reason.ENCRYPTED,
    )


def empty() -> UnreadableFile:
    """The file has no bytes, or no pages."""
    return unreadable(
        Text("PDF 文件是空的，没有任何页面。", "The PDF file is empty: it has no pages."),
        Text("请重新导出后再提交。", "Export it again and submit that."),
        reason=Reason.EMPTY,
    )


def broken(detail: str) -> UnreadableFile:
    """The file cannot be opened as a PDF."""
    return damaged(PDF, detail)


def page_list(pages: Sequence[int]) -> str:
    """Page numbers with runs shortened: `1–3, 7`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)


_TRY_AGAIN = Text(
    "请提交由文字处理软件直接导出的 PDF，或在配置中提高 limits.ocr_seconds。",
    "Submit a PDF exported from the word processor, or raise limits.ocr_seconds.",
)


def without_text(pages: Sequence[int], block: int | None, tried: bool) -> Notice:
    """Pages that hold pictures and no text; `tried` if a recogniser did not come to its end."""
    listed = page_list(pages)
    return Notice(
        "DOC002",
        Text(
            f"第 {listed.replace(', ', '、')} 页没有文字层（扫描件或图片），未检查。",
            f"No text layer (scan or picture) on page {listed}; not checked.",
        ),
        _TRY_AGAIN
        if tried
        else Text(
            "请提交由文字处理软件直接导出的 PDF，或安装文字识别组件后再检查："
            "pip install 'reportlint[ocr]'。",
            "Submit a PDF exported from the word processor, or install text recognition: "
            "pip install 'reportlint[ocr]'.",
        ),
        block,
        pages[0],
    )


def garbled(pages: Sequence[int], block: int | None, tried: bool) -> Notice:
    """Pages whose fonts do not say what their characters mean; `tried` as above."""
    listed = page_list(pages)
    return Notice(
        "DOC002",
        Text(
            f"第 {listed.replace(', ', '、')} 页的文字层是乱码（字体缺少编码对照），未检查。",
            f"The text layer of page {listed} is garbled (fonts without a character map); "
            "not checked.",
        ),
        _TRY_AGAIN
        if tried
        else Text(
            "请用原文件重新导出 PDF 并嵌入字体，或安装文字识别组件后再检查："
            "pip install 'reportlint[ocr]'。",
            "Export the PDF again from its source with fonts embedded, or install text "
            "recognition: pip install 'reportlint[ocr]'.",
        ),
        block,
        pages[0],
    )


def recognised(pages: Sequence[int], block: int | None) -> Notice:
    """Pages that were read from their pictures: what is said of them rests on that."""
    listed = page_list(pages)
    return Notice(
        "DOC002",
        Text(
            f"第 {listed.replace(', ', '、')} 页没有可用的文字层，文字由图像识别得到，可能有误。",
            f"Page {listed} has no usable text layer; its text was recognised from the picture "
            "and may be wrong.",
        ),
        Text(
            "请对照原页核对这些页上的提示；最好提交由文字处理软件直接导出的 PDF。",
            "Compare what is said of these pages with the pages; better submit a PDF exported "
            "from the word processor.",
        ),
        block,
        pages[0],
        Severity.WARNING,
    )


def too_large(pages: Sequence[int], block: int | None) -> Notice:
    """Scanned pages with pictures that are not unpacked."""
    listed = page_list(pages)
    return Notice(
        "DOC005",
        Text(
            f"第 {listed.replace(', ', '、')} 页的图片像素数超过上限，未识别。",
            f"A picture on page {listed} has more pixels than the limit; it was not recognised.",
        ),
        Text(
            "如确需检查，请在配置中提高 limits.max_image_pixels。",
            "Raise limits.max_image_pixels in the configuration if the file is to be trusted.",
        ),
        block,
        pages[0],
    )


def failed(pages: Sequence[int], block: int | None) -> Notice:
    """Pages that could not be loaded."""
    listed = page_list(pages)
    return Notice(
        "DOC005",
        Text(
            f"第 {listed.replace(', ', '、')} 页已损坏，未能读取。",
            f"Page {listed} is damaged and was not read.",
        ),
        Text("请重新导出 PDF 后再提交。", "Export the PDF again and submit that."),
        block,
        pages[0],
    )


def stopped(last: int, total: int, what: Text, setting: str) -> Notice:
    """Reading stopped after page `last` of `total` at a limit."""
    return Notice(
        "DOC005",
        Text(
            f"超过{what.zh}上限，只读取了前 {last} 页（共 {total} 页）。",
            f"Over the limit of {what.en}: only the first {last} of {total} pages were read.",
        ),
        Text(
            f"如确需检查全部页面，请在配置中提高 limits.{setting}。",
            f"Raise limits.{setting} in the configuration to check all pages.",
        ),
        page=last or None,
    )
