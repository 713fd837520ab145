"""Outputs of this program lying among reports: a folder of reports must not grow by its results."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from reportlint.readers.packing import BROKEN
from reportlint.result.marks import GENERATOR, HEADINGS, OUTPUT

_HEAD = 4096
_PROPERTIES = "docProps/core.xml"
_CATEGORY = f">{OUTPUT}</cp:category>".encode()
_META = f'<meta name="generator" content="{GENERATOR}'.encode()
_FIRST_LINES = tuple(heading.encode() for heading in HEADINGS)
_MOST = 100_000
"""Bytes of properties: more are not ours."""


def is_own_output(path: str) -> bool:
    """Whether a file says of itself that this program made it. False for what cannot be read.

    Only asked of files that nobody named: a named one is always read.
    """
    extension = os.path.splitext(path)[1].lower()
    try:
        if extension in {".docx", ".xlsx"}:
            return _made_by_us(path)
        if extension in {".txt", ".html"}:
            with Path(path).open("rb") as file:
                head = file.read(_HEAD)
            return head.startswith(_FIRST_LINES) or (extension == ".html" and _META in head)
    except BROKEN:
        pass
    return False


def _made_by_us(path: str) -> bool:
    with zipfile.ZipFile(path) as archive:
        if _PROPERTIES not in archive.namelist():
            return False
        info = archive.getinfo(_PROPERTIES)
        return info.file_size < _MOST and _CATEGORY in archive.read(info)
