"""One file at a time through LibreOffice: apart, in a folder of its own, for a limited time."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportlint.config import Limits
from reportlint.readers.failure import Reason, UnreadableFile, over_limit, unreadable
from reportlint.readers.legacy.losses import not_converted, not_installed, protected
from reportlint.readers.legacy.office import office
from reportlint.result import Text

PROGRAMS = ("soffice", "libreoffice")
FILTER = "docx:MS Word 2007 XML"
SUFFIXES = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml"}
HEADER, FLAGS, ENCRYPTED = b"\xec\xa5", 11, 0x1
"""Of the document's first bytes (MS-DOC 2.5.2): the mark, where the flag is, and the flag."""


def as_docx(data: bytes, kind: str, limits: Limits) -> bytes:
    """The docx that LibreOffice makes of `data`, a document of `kind` (a key of `SUFFIXES`).

    Raises `UnreadableFile`: no LibreOffice on PATH, a password, out of time, cannot be converted.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if kind == "doc" and _is_locked(data):
        raise protected()
    if program is None:
        raise not_installed(kind)
    with office(program) as running, running.workplace() as folder:
        source = Path(folder) / f"report{SUFFIXES[kind]}"
        source.write_bytes(data)
        if not running.convert(source, FILTER, limits.seconds):
            raise _too_slow(limits)
        return _made(source.with_suffix(".docx"), limits)


def _made(target: Path, limits: Limits) -> bytes:
    if not target.is_file():
        raise not_converted()
    if target.stat().st_size > limits.max_bytes:
        what = Text("文件字节数", "File size in bytes")
        raise over_limit(what, limits.max_bytes, "max_bytes")
    return target.read_bytes()


def _is_locked(data: bytes) -> bool:
    """Whether the header of a Word 97 document says that it is encrypted."""
    for sector in range(0, min(len(data), 1 << 24), 512):
        if data.startswith(HEADER, sector) and len(data) > sector + FLAGS:
            return bool(data[sector + FLAGS] & ENCRYPTED)
    return False


def _too_slow(limits: Limits) -> UnreadableFile:
    return unreadable(
        Text(
            f"转换该文件超过 {limits.seconds:g} 秒，已停止。",
            f"Converting the file took more than {limits.seconds:g} seconds; stopped.",
        ),
        Text(
            "请用 Word 或 WPS 另存为 .docx 再检查，或在配置中提高 limits.seconds。",
            "Save it as .docx and check that, or raise limits.seconds in the configuration.",
        ),
        reason=Reason.OVER_LIMIT,
    )
