"""How surely the characters of a page were recognised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportlint.result import Box

CERTAIN = 0.99
"""The most that is believed of anything recognised: a recogniser does not doubt what it misses."""


@dataclass(frozen=True, slots=True)
class Legibility:
    """The doubtful characters of a page: the middle of each, in points from the top left as
    displayed, and its score (0 to 1). All others are as good as certain.
    """

    doubtful: tuple[tuple[float, float, float], ...] = ()

    @classmethod
    def of(cls, scored: Iterable[tuple[float, float, float]]) -> Legibility:
        """Of all characters (x, y, score), those that count."""
        return cls(tuple(one for one in scored if one[2] < CERTAIN))

    def within(self, box: Box) -> float:
        """The least score in a box."""
        x0, top, x1, bottom = box
        inside = (s for x, y, s in self.doubtful if x0 <= x <= x1 and top <= y <= bottom)
        return min(inside, default=CERTAIN)
