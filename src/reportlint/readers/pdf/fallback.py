"""pdfplumber's own parse, for pages on which pdfium finds nothing or has to guess.

pdfminer can be made to loop for hours or to fill the memory by a few bytes in a font, so it works
in a process of its own (`plumber`) that is ended when its time is up.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import regex

from reportlint.readers.pdf.characters import is_garbage, meaning
from reportlint.readers.pdf.frame import displayed
from reportlint.readers.pdf.glyphs import Glyphs, Sheet, is_sane

_UNKNOWN = regex.compile(r"\(cid:\d+\)")
_PROGRAM = "reportlint.readers.pdf.plumber"

Found = tuple[Glyphs, Sheet]


def parse_again(data: bytes, pages: Sequence[int], seconds: float) -> dict[int, Found]:
    """The characters of the given pages; those that failed or came too late are missing."""
    command = [sys.executable, "-m", _PROGRAM, ",".join(map(str, pages))]
    try:
        output = subprocess.run(
            command, input=data, capture_output=True, timeout=max(seconds, 0.1), check=False
        ).stdout
    except subprocess.TimeoutExpired as late:
        output = late.stdout or b""
    except OSError:
        return {}
    return dict(_received(output.splitlines(keepends=True)))


def _received(lines: Iterable[bytes]) -> Iterable[tuple[int, Found]]:
    for line in lines:
        if line.endswith(b"\n"):
            message = json.loads(line)
            width, height = message["size"]
            sheet = Sheet(width, height, displayed((0, 0, width, height), 0))
            yield message["page"], (_glyphs(message["chars"]), sheet)


def _glyphs(chars: Iterable[Sequence[Any]]) -> Glyphs:
    glyphs = Glyphs()
    space = False
    for raw, x0, x1, middle, size in chars:
        text = "" if _UNKNOWN.fullmatch(raw) else "".join(meaning(ord(c)) for c in raw)
        glyphs.garbage += not text or any(is_garbage(ord(c)) for c in raw)
        if not text or text.isspace():
            space = space or bool(text)
        elif is_sane(x0, middle - size / 2, middle + size / 2):
            glyphs.add(text, (x0, x1, middle, size), spaced=space)
            space = False
    return glyphs
