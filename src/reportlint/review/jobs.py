"""What the processes do: check a file, read it for display, draw a page of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportlint.config import Config, Limits
from reportlint.document import Document, Notice
from reportlint.engine import check, unreadable
from reportlint.readers import read_bytes
from reportlint.readers.detection import Format, detect
from reportlint.result import Flag, Result, Text
from reportlint.writers.annotation import annotated, opened
from reportlint.writers.html.pane import content, trouble
from reportlint.writers.html.printed import Picture, picture, sizes

_ADVICE = Text(
    "请单独检查该文件；仍不成功的，另存一份后再试。",
    "Check this file alone; if that fails too, save a new copy of it and try again.",
)


@dataclass(frozen=True, slots=True)
class Display:
    """What is needed to show a report: its document, or the sizes of its pages, or why neither."""

    document: Document | None = None
    sizes: tuple[tuple[float, float], ...] = ()
    trouble: Text | None = None


def check_file(location: str, shown: str, config: Config) -> Result:
    """The flags of one file, which is called `shown`."""
    return replace(check(location, config), path=shown)


def check_lost(location: str, shown: str, config: Config, why: Text) -> Result:
    """The result for a file whose process died or ran out of time."""
    return replace(unreadable(location, config, Notice("DOC001", why, _ADVICE)), path=shown)


def read_display(location: str, sha256: str | None) -> Display:
    """A report made ready for display; never raises for what is in it."""
    try:
        data = content(location, sha256)
        if detect(data) is Format.PDF:
            return Display(sizes=tuple(sizes(data)))
        return Display(document=read_bytes(data, Path(location), Limits()))
    except Exception as error:
        return Display(trouble=trouble(error))


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy with notes in it, the ending of its name, or why there is none."""

    content: bytes = b""
    extension: str = ""
    trouble: Text | None = None


def annotated_copy(location: str, sha256: str | None, flags: tuple[Flag, ...], lang: str) -> Copy:
    """A copy of the file with the flags as notes; never raises for what is in it."""
    try:
        content(location, sha256)
        source = opened(Path(location), location, Limits())
        return Copy(annotated(source, flags, lang, Limits()), source.extension)
    except Exception as error:
        return Copy(trouble=trouble(error))


def draw(location: str, sha256: str | None, number: int) -> Picture | None:
    """The picture of a page (from 1), None where there is none."""
    try:
        return picture(content(location, sha256), number)
    except Exception:
        return None
