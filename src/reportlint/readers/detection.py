"""Tell what a file is by its content. Names are never believed."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from reportlint.readers.failure import UnreadableFile, damaged, unreadable
from reportlint.readers.foreign import FOREIGN, Foreign
from reportlint.readers.packing import BROKEN
from reportlint.result import Text


class Format(StrEnum):
    """The formats that have a reader."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    HTML = "html"
    MHT = "mht"
    OFD = "ofd"
    ZIP = "zip"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    WORD_XML = "word-xml"


READ = frozenset(format.value for format in Format)
HEAD = 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF_MARK = re.compile(rb"%PDF-\d")
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|table)\b",
    re.IGNORECASE | re.DOTALL,
)
WORD_XML = re.compile(rb"\s*<\?xml[^>]*>.{0,200}?(?:progid=\"Word\.Document\"|<pkg:package)", re.S)
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"MIME-Version:", Format.MHT),
    (b"From: <Saved by", Format.MHT),
)
OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("PowerPoint Document", "ppt"),
)
ZIP_MEMBERS = (
    ("word/document.xml", Format.DOCX),
    ("xl/workbook.xml", Format.XLSX),
    ("xl/workbook.bin", Format.XLS),
    ("ppt/presentation.xml", "ppt"),
    ("OFD.xml", Format.OFD),
    ("content.xml", "odf"),
)
MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
WORD_TYPE = b"wordprocessingml."
ENCRYPTED_MEMBER = 0x1


def detect(data: bytes) -> Format:
    """The format of `data`.

    Raises `UnreadableFile` when there is nothing in it, when it is damaged or locked, or when its
    format has no reader; the notice says which and what to do.
    """
    if not data.strip(b"\0 \t\r\n\f"):
        raise refusal("empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if data.startswith(OLE):
        return _read_or_refused(_ole_kind(data))
    if PDF_MARK.search(data[:HEAD]):
        return Format.PDF
    if (kind := _signed(data)) is not None:
        return _read_or_refused(kind)
    return Format.TEXT


def refusal(kind: str) -> UnreadableFile:
    """The refusal of a format that is known but not read."""
    found: Foreign = FOREIGN[kind]
    return unreadable(found.message, found.advice, reason=found.reason)


def _signed(data: bytes) -> str | None:
    """The kind named by the first bytes of something that is neither packed nor a PDF."""
    head = data[: 4 * HEAD].removeprefix(b"\xef\xbb\xbf")
    for signature, kind in SIGNATURES:
        if head.startswith(signature) and (kind != "image" or b"\0" in head):
            return kind
    if WORD_XML.match(head):
        return Format.WORD_XML
    return Format.HTML if MARKUP.match(head) else None


def _ole_kind(data: bytes) -> str:
    """What an OLE container holds: its directory names streams in UTF-16."""
    for name, kind in OLE_STREAMS:
        if (name + "\0").encode("utf-16-le") in data:
            return kind
    return "ole"


def _packed(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            kind = _packed_kind(archive)
    except BROKEN as error:
        raise damaged(
            Text("文件（docx/xlsx/zip 容器）", "file (a docx/xlsx/zip container)")
        ) from error
    return _read_or_refused(kind)


def _read_or_refused(kind: str) -> Format:
    if kind in READ:
        return Format(kind)
    raise refusal(kind)


def is_submission(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is files put together, and not itself a document."""
    return _packed_kind(archive) == "zip"


def _packed_kind(archive: zipfile.ZipFile) -> str:
    """What a zip holds, told by its members."""
    infos = {info.filename: info for info in archive.infolist()}
    if any(info.flag_bits & ENCRYPTED_MEMBER for info in infos.values()):
        return "locked-zip"
    types = infos.get("[Content_Types].xml")
    listed = _head_of(archive, types) if types else b""
    if MACRO_TYPE in listed:
        return "docm"
    if WORD_TYPE in listed and b".main+xml" in listed and "xl/workbook.xml" not in infos:
        return Format.DOCX
    kind = next((kind for name, kind in ZIP_MEMBERS if name in infos), "zip")
    if kind == "odf" and "mimetype" in infos:
        written = _head_of(archive, infos["mimetype"]).strip()
        return Format.ODT if written.startswith(OPEN_TEXT) else kind
    return kind


def _head_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(info) as stream:
            return stream.read(1_000_000)
    except BROKEN:
        return b""
