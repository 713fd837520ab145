"""Files that are sent in: kept under names of our own making, checked, never executed."""

from __future__ import annotations

import re
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from reportlint.engine import expand
from reportlint.review.desk import Desk

_LONGEST = 120
_UNWANTED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_COPIED = 1 << 20


class TooLargeFileError(Exception):
    """A file is larger than allowed."""


def receive(desk: Desk, name: str, content: BinaryIO) -> list[int]:
    """Keep a file, check it or the reports in it, store the results; returns the documents' ids.

    Raises `TooLargeFileError` and `StoreError`.
    """
    shown = safe_name(name)
    folder = desk.uploads / secrets.token_hex(8)
    folder.mkdir(parents=True)
    path = folder / shown
    try:
        _copy(content, path, desk.upload_bytes)
    except TooLargeFileError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    kept = str(path.resolve())
    members = expand(kept, desk.config)
    named = [(member, f"{shown}{member.removeprefix(kept)}") for member in members]
    return [desk.intake.take(member, called) for member, called in named]


def safe_name(name: str) -> str:
    """The last part of a file's name, without what a file system or a terminal trips over."""
    last = re.split(r"[/\\]", name)[-1]
    kept = _UNWANTED.sub("_", last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    short = f"{stem[: _LONGEST - len(ending)]}{dot}{ending}" if dot else kept
    return short[:_LONGEST] or "report"


def _copy(content: BinaryIO, path: Path, most: int) -> None:
    size = 0
    with path.open("xb") as file:
        while part := content.read(_COPIED):
            size += len(part)
            if size > most:
                raise TooLargeFileError
            file.write(part)
    path.chmod(0o600)
