"""What of a docx could not be read, and how that is said."""

from __future__ import annotations

from reportlint.document import Notice
from reportlint.readers.docx.names import Element, W
from reportlint.readers.failure import Reason, UnreadableFile, unreadable
from reportlint.result import Text

OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
FOREIGN_TEXT = W + "altChunk"
FORMULAS = "Equation"


def broken_part(name: str) -> Notice:
    """DOC005 for a part of the package that is damaged while the text itself is not."""
    return Notice(
        "DOC005",
        Text(
            f"文件内的 {name} 已损坏，未能读取。",
            f"{name} in the file is damaged and was not read.",
        ),
        Text(
            "请用 Word 或 WPS 打开后另存一份再检查。",
            "Open the file in Word or WPS, save a copy and check that.",
        ),
    )


def unread_objects(root: Element) -> Notice | None:
    """DOC005 for embedded sheets and documents, whose figures nobody has checked."""
    objects = [e for e in root.iter(OLE_OBJECT) if not e.get("ProgID", "").startswith(FORMULAS)]
    count = len(objects) + sum(1 for _ in root.iter(FOREIGN_TEXT))
    if not count:
        return None
    return Notice(
        "DOC005",
        Text(
            f"文中嵌入了 {count} 个其他文件的对象（如 Excel 表格），其中的内容未检查。",
            f"{count} embedded object(s), such as Excel sheets, were not checked.",
        ),
        Text(
            "请把嵌入对象改为 Word 表格或文字，或单独提交该文件。",
            "Turn them into Word tables or text, or send those files by themselves.",
        ),
    )


def only_images() -> UnreadableFile:
    """A document of scanned pages."""
    return unreadable(
        Text(
            "文档里只有图片（可能是扫描页），没有文字。",
            "The document holds only images (scanned pages?) and no text.",
        ),
        Text("请提交可编辑的原文档。", "Send the original, editable document."),
        "DOC002",
        Reason.IMAGE_ONLY,
    )


def no_text() -> UnreadableFile:
    """A document without a word in it."""
    return unreadable(
        Text("文档里没有任何文字。", "The document holds no text."),
        Text("请确认提交的是正确的文件。", "Make sure that the right file was sent."),
        reason=Reason.EMPTY,
    )
