"""Reading text as if every character were in its plainest form, positions kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
_PAIRS = (
    "萬万億亿兩两幾几餘余點点個个負负圓圆塊块錢钱參叁叄叁參叁貳贰陸陆雙双對对〇零○零俩两倆两弍贰弎叁"
    "歲岁畝亩頃顷項项條条戶户輛辆臺台張张雙双筆笔間间號号週周裡里週周後后"
    "～~〜~∼~˜~﹣-－-−-–—―—‐-‑-﹪%٪%　 \u00a0 \u2002 \u2003 \u2009 \u202f \u3000 \t 厶亩"
    "︰:∶:﹐,﹒.．.。。"
)
_FOLD = _WIDE | {ord(_PAIRS[i]): ord(_PAIRS[i + 1]) for i in range(0, len(_PAIRS), 2)}
del _FOLD[ord("，")]
"""The full-width comma stays apart: it separates thousands only where a unit proves it."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Folded text; `offsets[i]` is where character i stands in the original, None if unmoved."""

    text: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters under `start`–`end` (end exclusive, not empty)."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Plain:
    """Full-width and traditional forms become plain ones; invisible marks are passed over."""
    plain = text.translate(_FOLD)
    if not _INVISIBLE.search(plain):
        return Plain(plain)
    return without(plain, _INVISIBLE)


def without(plain: str, marks: re.Pattern[str]) -> Plain:
    """`plain` without the characters that `marks` matches, and where the others stood."""
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for mark in marks.finditer(plain):
        kept.append(plain[at : mark.start()])
        offsets.extend(range(at, mark.start()))
        at = mark.end()
    kept.append(plain[at:])
    offsets.extend(range(at, len(plain)))
    return Plain("".join(kept), tuple(offsets))
