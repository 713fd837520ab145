"""Coordinates: from pdfium's (y upwards, page as stored) to the page as displayed or as read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.result import Box

_FULL_TURN = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Sends (x, y) to (`ox + sx·u`, `oy + sy·v`), where (u, v) is (x, y), or (y, x) if `swap`."""

    swap: bool
    sx: int
    ox: float
    sy: int
    oy: float

    def xs(self, x: Sequence[float], y: Sequence[float]) -> list[float]:
        """The first coordinate of every point."""
        s, o = self.sx, self.ox
        return [o + s * v for v in (y if self.swap else x)]

    def ys(self, x: Sequence[float], y: Sequence[float]) -> list[float]:
        """The second coordinate of every point."""
        s, o = self.sy, self.oy
        return [o + s * v for v in (x if self.swap else y)]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """One point."""
        u, v = (y, x) if self.swap else (x, y)
        return self.ox + self.sx * u, self.oy + self.sy * v

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle from any two opposite corners."""
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def then(self, after: Frame) -> Frame:
        """This frame and `after` it another one, in one step."""
        first = (self.sx, self.ox, self.swap), (self.sy, self.oy, not self.swap)
        (sx, ox, swap), (sy, oy, _) = reversed(first) if after.swap else first
        return Frame(
            swap, after.sx * sx, after.ox + after.sx * ox, after.sy * sy, after.oy + after.sy * oy
        )

    def direction(self, a: float, b: float) -> tuple[float, float]:
        """A direction vector."""
        u, v = (b, a) if self.swap else (a, b)
        return self.sx * u, self.sy * v


def displayed(bounds: Box, rotation: int) -> Frame:
    """The frame of the page as displayed; `bounds` = left, bottom, right, top as stored.

    `rotation` counts quarter turns clockwise.
    """
    left, bottom, right, top = bounds
    return (
        Frame(False, 1, -left, -1, top),
        Frame(True, 1, -bottom, 1, -left),
        Frame(False, -1, right, 1, -bottom),
        Frame(True, -1, top, -1, right),
    )[rotation % _FULL_TURN]


def turned(width: float, height: float, turns: int) -> Frame:
    """The frame in which a displayed page of that size is turned clockwise by quarter turns."""
    return (
        Frame(False, 1, 0, 1, 0),
        Frame(True, -1, height, 1, 0),
        Frame(False, -1, width, -1, height),
        Frame(True, 1, 0, -1, width),
    )[turns % _FULL_TURN]
