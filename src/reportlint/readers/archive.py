"""A zip of a submission: which of its members are reports, and the bytes of one."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlint.config import Limits
from reportlint.readers.detection import ENCRYPTED_MEMBER, is_submission, refusal
from reportlint.readers.failure import Reason, UnreadableFile, damaged, over_limit, unreadable
from reportlint.readers.packing import BROKEN, check_sizes
from reportlint.result import Text

SEPARATOR = "!/"
"""Stands between the archive and the member: `a.zip!/b.docx`."""
EXTENSIONS = frozenset(
    (
        *(".docx", ".doc", ".wps", ".rtf", ".pdf", ".ofd"),
        *(".xlsx", ".xls", ".et", ".txt", ".md", ".html", ".zip"),
    )
)
"""Files of these kinds are taken from a folder or an archive; one that is named is always read."""
KIND = Text("压缩包（zip）", "zip archive")
MARKS = (b"PK\x03\x04", b"PK\x05\x06")
UTF8_NAME = 0x800
OF_MAC = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a zip file."""

    archive: Path
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The members that are reports, in sorted order, and how many files were passed over."""

    names: tuple[str, ...]
    skipped: int


def is_report_name(name: str) -> bool:
    """Whether a file of this name (without folders) is taken without being named."""
    taken = os.path.splitext(name)[1].lower() in EXTENSIONS
    return taken and not name.startswith(("~$", "."))


def split(path: str | Path) -> Member | None:
    """The member that `a.zip!/b.docx` means; `None` for the path of an ordinary file."""
    text = os.fspath(path).replace(os.sep, "/")
    if SEPARATOR not in text or os.path.lexists(path):
        return None
    at = text.find(SEPARATOR)
    while at >= 0:
        if os.path.isfile(text[:at]):
            return Member(Path(text[:at]), text[at + len(SEPARATOR) :])
        at = text.find(SEPARATOR, at + 1)
    return None


def listing(path: str | Path, limits: Limits) -> Listing | None:
    """The reports in a zip of files; `None` for anything else, also when it cannot be opened."""
    try:
        with open(path, "rb") as file:
            if file.read(4) not in MARKS:
                return None
            with zipfile.ZipFile(file) as archive:
                return _listing(archive, os.path.getsize(path), limits)
    except (*BROKEN, UnreadableFile):
        return None


def whole(data: bytes, path: Path, limits: Limits) -> UnreadableFile:
    """What to say of the archive in `data` where one document is asked for."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = _listing(archive, len(data), limits)
    except UnreadableFile as error:
        return error
    except BROKEN:
        return damaged(KIND)
    if split(path) is not None:
        return refusal("nested-zip")
    return refusal("several" if found and found.names else "zip")


def content(member: Member, limits: Limits) -> bytes:
    """The bytes of a member. Raises `UnreadableFile`."""
    try:
        with zipfile.ZipFile(member.archive) as archive:
            check_sizes(archive.infolist(), os.path.getsize(member.archive), limits)
            found = _named(archive).get(_tidy(member.name))
            if found is None:
                raise missing(member.name)
            if found.flag_bits & ENCRYPTED_MEMBER:
                raise refusal("locked-zip")
            if found.file_size > limits.max_bytes:
                what = Text("文件字节数", "File size in bytes")
                raise over_limit(what, limits.max_bytes, "max_bytes")
            return archive.read(found)
    except BROKEN as error:
        raise damaged(KIND, member.name[-40:]) from error


def missing(name: str) -> UnreadableFile:
    """The archive has no member of that name."""
    return unreadable(
        Text("压缩包里没有这个文件。", "There is no such file in the archive."),
        Text("请检查压缩包内的路径和文件名。", "Check the path and the name inside the archive."),
        reason=Reason.NOT_FOUND,
    )


def has(member: Member) -> bool:
    """Whether the archive holds the member."""
    try:
        with zipfile.ZipFile(member.archive) as archive:
            return _tidy(member.name) in _named(archive)
    except BROKEN:
        return False


def _listing(archive: zipfile.ZipFile, packed: int, limits: Limits) -> Listing | None:
    check_sizes(archive.infolist(), packed, limits)
    if not is_submission(archive):
        return None
    names = [name for name in _named(archive) if not name.startswith(OF_MAC)]
    wanted = [name for name in names if _is_wanted(name)]
    wanted.sort(key=lambda name: name.split("/"))
    return Listing(tuple(wanted), len(names) - len(wanted))


def _is_wanted(name: str) -> bool:
    *folders, last = name.split("/")
    return is_report_name(last) and not any(map(_is_hidden, folders))


def _is_hidden(folder: str) -> bool:
    return folder.startswith(".") and folder != ".."


def _named(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    return dict(_names(archive))


def _names(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    for info in archive.infolist():
        if not info.is_dir():
            yield _tidy(_name(info)), info


def _tidy(name: str) -> str:
    """With `/`, and without steps that lead nowhere."""
    return "/".join(step for step in name.replace("\\", "/").split("/") if step not in {"", "."})


def _name(info: zipfile.ZipInfo) -> str:
    """The name as its author typed it: Chinese systems write GBK and do not say so."""
    if info.flag_bits & UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        written = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
