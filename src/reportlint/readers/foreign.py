"""Formats that are recognised and not read: what to tell the person who sent one."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.readers.failure import Reason
from reportlint.result import Text


class Foreign(NamedTuple):
    """What the file is, and what to do with it."""

    message: Text
    advice: Text
    reason: Reason = Reason.FOREIGN


def _unsupported(zh: str, en: str, advice_zh: str, advice_en: str) -> Foreign:
    return Foreign(
        Text(f"这是{zh}，目前不能直接读取。", f"This is {en}, which cannot be read directly."),
        Text(advice_zh, advice_en),
    )


_AS_DOCX = (
    "请用 Word 或 WPS 打开并另存为 .docx 再检查。",
    "Open it in Word or WPS and save it as .docx.",
)
_UNPACK = ("请先解压，再检查其中的文件。", "Unpack it first, then check the files in it.")
_UNLOCK = ("请去掉密码后另存一份再检查。", "Remove the password, save a copy and check that.")
_PRINT = ("请另存或打印为 PDF 再检查。", "Save or print it as PDF and check that.")

FOREIGN: dict[str, Foreign] = {
    "empty": Foreign(
        Text("文件是空的，没有任何内容。", "The file is empty."),
        Text("请确认提交的是正确的文件，并重新上传。", "Make sure that the right file was sent."),
        Reason.EMPTY,
    ),
    "encrypted": Foreign(
        Text(
            "文件设有打开密码（加密的 Office 文档）。",
            "The file is password-protected (encrypted Office).",
        ),
        Text(*_UNLOCK),
        Reason.ENCRYPTED,
    ),
    "locked-zip": Foreign(
        Text("压缩包设有密码，无法打开。", "The zip archive is password-protected."),
        Text(*_UNLOCK),
        Reason.ENCRYPTED,
    ),
    "docm": _unsupported(
        "带宏的 Word 文档（.docm）", "a Word document with macros (.docm)", *_AS_DOCX
    ),
    "odf": _unsupported(
        "OpenDocument 文件（.ods/.odp）", "an OpenDocument file (.ods/.odp)", *_PRINT
    ),
    "ppt": _unsupported("演示文稿（.ppt/.pptx）", "a presentation (.ppt/.pptx)", *_PRINT),
    "zip": Foreign(
        Text(
            "这是压缩包（.zip），其中没有可以检查的报告。",
            "This is a zip archive without a report in it.",
        ),
        Text(
            "包内的报告应为 .docx、.pdf、.xlsx 等格式；压缩包里的压缩包请先解压。",
            "Reports in it must be .docx, .pdf, .xlsx …; unpack archives inside it first.",
        ),
    ),
    "several": Foreign(
        Text(
            "这是压缩包（.zip），其中的报告要逐份检查。",
            "This is a zip archive: its reports are checked one by one.",
        ),
        Text(
            "请用 reportlint check 检查整个压缩包，或给出其中一份：压缩包.zip!/报告.docx。",
            "Use `reportlint check` on the archive, or name one member: archive.zip!/report.docx.",
        ),
    ),
    "nested-zip": Foreign(
        Text(
            "这是压缩包里的压缩包，未打开。",
            "This is an archive inside an archive; it was not opened.",
        ),
        Text(*_UNPACK),
    ),
    "rar": _unsupported("压缩包（.rar）", "a .rar archive", *_UNPACK),
    "7z": _unsupported("压缩包（.7z）", "a .7z archive", *_UNPACK),
    "gzip": _unsupported("压缩文件（.gz）", "a compressed file (.gz)", *_UNPACK),
    "image": _unsupported(
        "图片",
        "an image",
        "请提交原文档（.docx 或可选中文字的 PDF）。",
        "Send the original document (.docx, or a PDF whose text can be selected).",
    ),
    "ole": _unsupported("无法识别的旧版 Office 文件", "an unknown old Office file", *_AS_DOCX),
    "binary": Foreign(
        Text(
            "文件内容不是文字，也不是认得的文档格式。",
            "The content is neither text nor a known document.",
        ),
        Text("请提交 .docx、.pdf、.xlsx 或 .txt 文件。", "Send a .docx, .pdf, .xlsx or .txt file."),
    ),
}
