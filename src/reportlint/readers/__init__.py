"""Bytes in, `Document` out. The format is told by content; each reader is imported when needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Document
from reportlint.readers.archive import content, split, whole
from reportlint.readers.detection import Format, detect
from reportlint.readers.failure import Reason, UnreadableFile, damaged, over_limit, unreadable
from reportlint.result import Text

Reader = Callable[[bytes, Path, str, Limits], Document]
"""Bytes, name, sha256 and limits in; raises `UnreadableFile`."""
MEMORY = Text("内存字节数", "Memory in bytes")

__all__ = ["Reason", "UnreadableFile", "bytes_of", "read", "read_bytes"]


def read(path: Path, *, shown_as: str | None = None, limits: Limits | None = None) -> Document:
    """The document in the file at `path`, called `shown_as` in what is printed.

    `a.zip!/b.docx` is a member of a zip file. Raises `UnreadableFile`, and nothing else, for
    whatever is wrong with the file.
    """
    limits = limits or Limits()
    document = read_bytes(bytes_of(path, limits), path, limits)
    return document if shown_as is None else replace(document, path=shown_as)


def read_bytes(data: bytes, path: Path, limits: Limits) -> Document:
    """The document in `data`; `path` is only its name. Raises `UnreadableFile`."""
    if len(data) > limits.max_bytes:
        raise over_limit(Text("文件字节数", "File size in bytes"), limits.max_bytes, "max_bytes")
    sha256 = hashlib.sha256(data).hexdigest()
    found = detect(data)
    if found is Format.ZIP:
        raise whole(data, path, limits)
    reader = _reader_of(found)
    try:
        return reader(data, path, sha256, limits)
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise over_limit(MEMORY, limits.memory_bytes, "memory_bytes") from error
    except Exception as error:
        # A reader met something nobody thought of: one file is lost, the run goes on.
        detail = f"{type(error).__name__}: {error}"[:120]
        raise damaged(Text("文件", "file"), detail, Reason.UNFORESEEN) from error


def _reader_of(found: Format) -> Reader:
    """The reader of a format; only now is it imported."""
    match found:
        case Format.DOCX:
            from reportlint.readers.docx import read_docx

            return read_docx
        case Format.PDF:
            from reportlint.readers.pdf import read_pdf

            return read_pdf
        case Format.TEXT:
            from reportlint.readers.text import read_text

            return read_text
        case Format.XLSX:
            from reportlint.readers.spreadsheet import read_xlsx

            return read_xlsx
        case Format.XLS:
            from reportlint.readers.spreadsheet import read_binary

            return read_binary
        case Format.HTML:
            from reportlint.readers.html import read_html

            return read_html
        case Format.MHT:
            from reportlint.readers.html import read_mht

            return read_mht
        case Format.OFD:
            from reportlint.readers.ofd import read_ofd

            return read_ofd
        case Format.DOC | Format.RTF | Format.ODT | Format.WORD_XML:
            return partial(_read_legacy, found)
        case Format.ZIP:
            raise AssertionError("an archive is no document")


def _read_legacy(found: Format, data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """A document that is turned into a docx first; places are those in that docx."""
    from reportlint.readers.docx import read_docx
    from reportlint.readers.legacy import as_docx

    document = read_docx(as_docx(data, found.value, limits), path, sha256, limits)
    return replace(document, format=found.value)


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The content of the file, or of the member of an archive, unless it is too large.

    Raises `UnreadableFile`.
    """
    try:
        if (member := split(path)) is not None:
            return content(member, limits)
        if path.is_dir():
            raise unreadable(
                Text("这是文件夹，不是文件。", "This is a folder, not a file."),
                Text(
                    "请给出其中的文件，或直接检查整个文件夹。",
                    "Name a file in it, or check the folder.",
                ),
                reason=Reason.NOT_FOUND,
            )
        if path.stat().st_size > limits.max_bytes:
            raise over_limit(
                Text("文件字节数", "File size in bytes"), limits.max_bytes, "max_bytes"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise unreadable(
            Text("找不到这个文件。", "There is no such file."),
            Text("请检查路径和文件名。", "Check the path and the name."),
            reason=Reason.NOT_FOUND,
        ) from error
    except PermissionError as error:
        raise unreadable(
            Text("没有读取这个文件的权限。", "No permission to read this file."),
            Text(
                "请修改文件权限，或先关闭正在占用它的程序。",
                "Change its permissions or close what holds it.",
            ),
            reason=Reason.NOT_FOUND,
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(
            Text("文件无法读取。", f"The file cannot be read ({type(error).__name__})."),
            Text("请把文件复制到本机磁盘后再试。", "Copy the file to a local disk and try again."),
            reason=Reason.NOT_FOUND,
        ) from error
