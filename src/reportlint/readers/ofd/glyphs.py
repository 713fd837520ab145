"""The characters of a page with their boxes (GB/T 33190-2016, 11: text objects)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.readers.container import Element
from reportlint.result import Box

POINTS = 72 / 25.4
"""Points in a millimetre, the unit of an OFD."""
ASCENT, DESCENT = 0.86, 0.14
"""Parts of the size above and below the baseline."""
FARTHEST = 1e5
DEFAULT_SIZE = 3.7
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: the left end of its baseline, its size and its width, all in points."""

    text: str
    x: float
    y: float
    size: float
    width: float

    @property
    def box(self) -> Box:
        """`x0, top, x1, bottom`."""
        return (
            round(self.x, 2),
            round(self.y - ASCENT * self.size, 2),
            round(self.x + self.width, 2),
            round(self.y + DESCENT * self.size, 2),
        )


def glyphs_of(root: Element) -> Iterator[Glyph]:
    """The characters of a page's content, in the order in which they are drawn."""
    for element in root.iter("{*}TextObject"):
        if element.get("Visible", "true") != "false":
            yield from _object(element)


def _object(element: Element) -> Iterator[Glyph]:
    left, top, *_ = _numbers(element.get("Boundary", ""), 4)
    matrix = _matrix(element.get("CTM", ""))
    size = _number(element.get("Size", ""), DEFAULT_SIZE)
    stretched = _number(element.get("HScale", ""), 1.0)
    origin = 0.0, 0.0
    for code in element.iter("{*}TextCode"):
        text = "".join(map(str, code.itertext()))
        origin = _number(code.get("X", ""), origin[0]), _number(code.get("Y", ""), origin[1])
        across, down = (_deltas(code.get(name, ""), len(text)) for name in ("DeltaX", "DeltaY"))
        yield from _run(text, origin, (across, down), size, stretched, matrix, (left, top))


def _run(
    text: str,
    origin: tuple[float, float],
    deltas: tuple[Sequence[float], Sequence[float]],
    size: float,
    stretched: float,
    matrix: Matrix,
    corner: tuple[float, float],
) -> Iterator[Glyph]:
    """The characters of a text code, each a delta further than the one before."""
    a, b, c, d, e, f = matrix
    x, y = origin
    across, down = deltas
    scale_x, scale_y = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
    for index, character in enumerate(text):
        natural = size * stretched * (1.0 if character >= "\u1100" else 0.5)
        step = across[index] if index < len(across) else (0.0 if down else natural)
        place = a * x + c * y + e + corner[0], b * x + d * y + f + corner[1]
        width = min(step, natural) if step > 0 else natural
        if max(map(abs, place)) < FARTHEST and character >= " ":
            yield Glyph(
                character,
                place[0] * POINTS,
                place[1] * POINTS,
                size * scale_y * POINTS,
                width * scale_x * POINTS,
            )
        x, y = x + step, y + (down[index] if index < len(down) else 0.0)


def _deltas(text: str, most: int) -> list[float]:
    """Distances between characters; `g 5 3.2` stands for five times 3.2."""
    found: list[float] = []
    words = text.replace(",", " ").split()[: 4 * most + 4]
    position = 0
    while position < len(words) and len(found) < most:
        if words[position] == "g" and position + 2 < len(words):
            count = min(int(_number(words[position + 1], 0.0)), most)
            found += [_number(words[position + 2], 0.0)] * max(count, 0)
            position += 3
        else:
            found.append(_number(words[position], 0.0))
            position += 1
    return found


def _matrix(text: str) -> Matrix:
    if len(text.split()) != 6:
        return IDENTITY
    a, b, c, d, e, f = _numbers(text, 6)
    return a, b, c, d, e, f


def _numbers(text: str, count: int) -> list[float]:
    found = [_number(word, 0.0) for word in text.split()[:count]]
    return found + [0.0] * (count - len(found))


def _number(text: str, otherwise: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return otherwise
    return value if math.isfinite(value) and abs(value) < FARTHEST else otherwise
