"""Values as the annotator means them.

Deliberately apart from the program's own reading of numbers: a corpus must not be read by what
it is to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from reportlint.evaluation.annotated.model import Value

_SCALES = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
_NUMBER = re.compile(r"([-－﹣−+]?)([\d,，]+(?:[.．]\d+)?)\s*(.*)", re.DOTALL)
_UNIT = re.compile(r"(万亿|百万|千万|亿|万|千|百)?(.*)", re.DOTALL)
_VAGUE = re.compile(r"^(?:余|多)|(?<=[万亿千百])(?:余|多)")
_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")


@dataclass(frozen=True, slots=True)
class Printed:
    """A value in its unit without scale."""

    value: Value
    unit: str


def printed(words: str, given: str, unit: str) -> Printed:
    """What `words` say: as `given` (`1500 万元`, `90..95 %`, or a unit alone), else as printed.

    `unit` is that of bare numbers. Raises `ValueError` where the value has to be given.
    """
    given = given.strip()
    if given and not given[0].isdigit() and given[0] not in "-+":
        return _read(words, given)
    return _read(given or words, unit)


def _read(words: str, unit: str) -> Printed:
    if ".." in words:
        low, high = words.split("..", 1)
        upper = _read(high, unit)
        _, _, own = _parts(high)
        return Printed((_single(_read(f"{low.strip()} {own}", unit)), _single(upper)), upper.unit)
    sign, digits, own = _parts(words)
    scale, bare = scaled(own or unit)
    value = Fraction(re.sub("[,，]", "", digits)) * scale
    return Printed(-value if sign in "-－﹣−" and sign else value, bare)


def _single(read: Printed) -> Fraction:
    if not isinstance(read.value, Fraction):
        raise ValueError("a range within a range")
    return read.value


def _parts(words: str) -> tuple[str, str, str]:
    found = _NUMBER.fullmatch(words.translate(_WIDTH).replace("．", ".").strip())
    if found is None or re.search(r"\d", found[3]):
        raise ValueError(f"give the value of “{words}” (`id: name | value unit`)")
    return found[1], found[2], re.sub(r"\s", "", found[3])


def scaled(unit: str) -> tuple[int, str]:
    """The factor and the unit without it: 万元 is (10000, 元)."""
    found = _UNIT.fullmatch(_VAGUE.sub("", unit))
    if found is None or found[0] in ("百分点",):
        return 1, unit
    if found[1] and found[2].startswith("分"):
        return 1, unit
    return _SCALES.get(found[1] or "", 1), found[2]
