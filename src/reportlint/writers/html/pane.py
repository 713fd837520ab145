"""The left side: the report itself, in whatever way it can be shown."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.config import Limits
from reportlint.readers import UnreadableFile, bytes_of, read_bytes
from reportlint.readers.detection import Format, detect
from reportlint.result import Text
from reportlint.writers.html.flowing import Gap, Grid, Line, flow
from reportlint.writers.html.printed import Page, pages
from reportlint.writers.html.spans import Mark

CHANGED = Text(
    "文件在检查之后被改动过，请重新检查。",
    "The file was changed after it was checked: check it again.",
)


@dataclass(frozen=True, slots=True)
class Pane:
    """Blocks of a flowing report, or pages of a printed one, or why there are neither."""

    blocks: Sequence[Line | Grid | Gap] = ()
    pages: Sequence[Page] = ()
    trouble: Text | None = None
    partial: bool = False


def pane(path: str, sha256: str | None, marks: Sequence[Mark]) -> Pane:
    """The report at `path`, with `marks`; never raises for what is in the file."""
    try:
        data = content(path, sha256)
        if detect(data) is Format.PDF:
            found = pages(data, marks)
            return Pane(pages=found.pages, partial=found.partial)
        return Pane(blocks=flow(read_bytes(data, Path(path), Limits()), marks))
    except Exception as error:
        return Pane(trouble=trouble(error))


def content(path: str, sha256: str | None) -> bytes:
    """The bytes of the file that was checked.

    Raises `UnreadableFile` where they cannot be had, `ChangedFileError` where they are others now.
    """
    data = bytes_of(Path(path), Limits())
    if sha256 and hashlib.sha256(data).hexdigest() != sha256:
        raise ChangedFileError
    return data


def trouble(error: Exception) -> Text:
    """What keeps a report from being shown, for its reader."""
    if isinstance(error, ChangedFileError):
        return CHANGED
    if isinstance(error, UnreadableFile):
        return error.notice.message
    what = type(error).__name__
    return Text(f"无法显示原文（{what}）。", f"The report cannot be shown ({what}).")


class ChangedFileError(Exception):
    """A file is not the one that was checked."""
