"""Pages without usable text, read by a recogniser where one is installed (`reportlint[ocr]`).

Recognition takes seconds per page and hundreds of megabytes, on pictures that strangers made: it
works in a process of its own (`recognition`), which ends with the file or when its time is up.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from reportlint.readers.pdf.frame import displayed
from reportlint.readers.pdf.glyphs import Glyphs, Sheet, is_sane
from reportlint.readers.pdf.legibility import Legibility
from reportlint.readers.pdf.rules import Rules

_PROGRAM = "reportlint.readers.pdf.recognition"
_NEEDED = ("rapidocr", "onnxruntime")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as recognised: characters and ruling lines in the reading frame of `sheet`."""

    glyphs: Glyphs
    rules: Rules
    sheet: Sheet
    legibility: Legibility


def can_recognise() -> bool:
    """Whether the extra `ocr` is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


def recognise(
    data: bytes, pages: Sequence[int], seconds: float, memory: int, pixels: int
) -> dict[int, Recognised | None]:
    """The given pages of a PDF; None for pictures over the limit of `pixels`.

    Pages that failed, or for which `seconds` or `memory` (bytes) did not suffice, are missing.
    """
    numbers = ",".join(map(str, pages))
    command = [sys.executable, "-m", _PROGRAM, numbers, str(memory), str(pixels)]
    try:
        output = subprocess.run(
            command, input=data, capture_output=True, timeout=max(seconds, 0.1), check=False
        ).stdout
    except subprocess.TimeoutExpired as late:
        output = late.stdout or b""
    except OSError:
        return {}
    return dict(_received(output))


def _received(output: bytes) -> Iterator[tuple[int, Recognised | None]]:
    for line in output.splitlines(keepends=True):
        if line.startswith(b"{") and line.endswith(b"\n"):
            message = json.loads(line)
            yield message["page"], None if message.get("skipped") else _page(message)


def _page(message: dict[str, Any]) -> Recognised:
    width, height = message["size"]
    sheet = Sheet(width, height, displayed((0, 0, width, height), 0), message["turns"])
    glyphs, scores = _glyphs(message["chars"])
    glyphs.display = sheet.back()
    vertical, horizontal = (
        [tuple(line) for line in message[k]] for k in ("vertical", "horizontal")
    )
    return Recognised(glyphs, Rules(vertical, horizontal), sheet, _legibility(glyphs, scores))


def _glyphs(chars: Sequence[Sequence[Any]]) -> tuple[Glyphs, list[float]]:
    glyphs, scores, space = Glyphs(), [], False
    for text, x0, x1, middle, size, score in chars:
        if not text or text.isspace():
            space = space or bool(text)
        elif is_sane(x0, middle - size / 2, middle + size / 2):
            glyphs.add(text, (x0, x1, middle, size), spaced=space)
            scores.append(score)
            space = False
    return glyphs, scores


def _legibility(glyphs: Glyphs, scores: Sequence[float]) -> Legibility:
    """The characters that were not recognised for certain, where they stand on the page."""
    middles = [
        ((x0 + x1) / 2, (top + bottom) / 2)
        for x0, x1, top, bottom in zip(glyphs.x0, glyphs.x1, glyphs.top, glyphs.bottom, strict=True)
    ]
    shown = [glyphs.display.point(*at) if glyphs.display else at for at in middles]
    return Legibility.of((x, y, score) for (x, y), score in zip(shown, scores, strict=True))
