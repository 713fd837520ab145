"""Why an old document was not read, and what to do."""

from __future__ import annotations

from reportlint.readers.failure import Reason, UnreadableFile, unreadable
from reportlint.result import Text

NAMES = {
    "doc": Text("旧版 Word/WPS 文档（.doc/.wps）", "an old Word or WPS document (.doc/.wps)"),
    "rtf": Text("RTF 文档（.rtf）", "a rich text file (.rtf)"),
    "odt": Text("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
    "word-xml": Text("XML 格式的 Word 文档", "a Word document in flat XML"),
}


def not_installed(kind: str) -> UnreadableFile:
    """The one program that could read it is not there."""
    name = NAMES[kind]
    return unreadable(
        Text(
            f"这是{name.zh}，读取它需要 LibreOffice，本机没有找到。",
            f"This is {name.en}; reading it needs LibreOffice, which was not found.",
        ),
        Text(
            "请安装 LibreOffice（soffice 应在 PATH 中），或用 Word、WPS 另存为 .docx 再检查。",
            "Install LibreOffice (soffice must be on PATH), or save the file as .docx.",
        ),
        reason=Reason.NO_CONVERTER,
    )


def not_converted() -> UnreadableFile:
    """LibreOffice made nothing of it."""
    return unreadable(
        Text(
            "LibreOffice 无法转换该文件，文件可能已损坏或设有密码。",
            "LibreOffice cannot convert the file: it may be damaged or password-protected.",
        ),
        Text(
            "请用 Word 或 WPS 打开并另存为 .docx 再检查。",
            "Open it in Word or WPS and save it as .docx.",
        ),
    )


def protected() -> UnreadableFile:
    """The document asks for a password."""
    return unreadable(
        Text("文件设有打开密码。", "The file is password-protected."),
        Text("请去掉密码后另存一份再检查。", "Remove the password, save a copy and check that."),
        reason=Reason.ENCRYPTED,
    )
