"""What of an OFD was not read, and how that is said."""

from __future__ import annotations

from reportlint.document import Notice
from reportlint.readers.failure import Reason, UnreadableFile, unreadable
from reportlint.result import Text


def broken_page(number: int) -> Notice:
    """DOC005 for a page that is damaged while the others are not."""
    return Notice(
        "DOC005",
        Text(f"第 {number} 页已损坏，未能全部读取。", f"Page {number} is damaged; partly read."),
        Text(
            "请重新生成 OFD 文件，或提交原文档。",
            "Make the OFD again, or send the original document.",
        ),
        page=number,
    )


def more_pages(limit: int) -> Notice:
    """DOC005 for a document with more pages than are read."""
    return Notice(
        "DOC005",
        Text(
            f"页数超过上限，只读取了前 {limit:,} 页。", f"Only the first {limit:,} pages were read."
        ),
        Text(
            "如确需检查，请在配置中提高 limits.max_pages。",
            "Raise limits.max_pages in the configuration.",
        ),
    )


def nothing(*, images: bool) -> UnreadableFile:
    """A document without a character: scanned pages, or nothing at all."""
    if images:
        return unreadable(
            Text(
                "OFD 里只有图片（可能是扫描页），没有文字。",
                "The OFD holds only images (scanned pages?) and no text.",
            ),
            Text("请提交可编辑的原文档。", "Send the original, editable document."),
            "DOC002",
            Reason.IMAGE_ONLY,
        )
    return unreadable(
        Text("OFD 里没有任何文字。", "The OFD holds no text."),
        Text("请确认提交的是正确的文件。", "Make sure that the right file was sent."),
        reason=Reason.EMPTY,
    )
