"""What stands before a number and belongs to it: sign, currency, an accountant's bracket."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportlint.facts.model import FigureKind
from reportlint.facts.numerals.units import load_units
from reportlint.facts.numerals.written import Quantity, factor

SIGN = re.compile(r"(?<![0-9A-Za-z)—\-])(?P<minus>[-负])[ ]?$|(?P<plus>(?<![0-9A-Za-z)])\+|±)$")
CURRENCY = re.compile(r"(?:人民币|[¥￥$€£]|RMB|CNY|US\$|USD|港币|新台币)[ ]{0,2}$")
_CURRENCIES = (
    ("港币", "港币"),
    ("新台币", "新台币"),
    ("$", "美元"),
    ("USD", "美元"),
    ("€", "欧元"),
    ("£", "英镑"),
    ("¥", "元"),
    ("￥", "元"),
    ("人民币", "元"),
    ("RMB", "元"),
    ("CNY", "元"),
)
_AFTER_BRACKET = re.compile(r"\)[ ]?([万亿百千]{0,2}元|%)?")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the sign or currency begins, and the sign.

    `end` and `suffix` are set where a bracket stands for minus: the unit is behind it.
    """

    start: int
    sign: int = 1
    end: int | None = None
    suffix: str = ""


def read_opening(plain: str, q: Quantity, floor: int) -> Opening:
    """The opening of `q`; it does not reach below `floor`."""
    bracket = _bracket(plain, q)
    if bracket:
        return bracket
    currency = CURRENCY.search(plain, max(floor, q.start - 5), q.start)
    start = currency.start() if currency else q.start
    sign = SIGN.search(plain, max(floor, start - 3), start)
    if not sign:
        return Opening(start)
    return Opening(sign.start(), -1 if sign["minus"] else 1)


def _bracket(plain: str, q: Quantity) -> Opening | None:
    """（9,325.96）万元: end and unit behind the bracket. （3）万元 is a list number."""
    if q.start == 0 or plain[q.start - 1] != "(" or q.spoken or q.unit:
        return None
    after = _AFTER_BRACKET.match(plain, q.end)
    if not after or not after[1] or (not q.decimals and "," not in plain[q.start : q.end]):
        return None
    return Opening(q.start - 1, -1, after.end(), after[1])


def in_currency(q: Quantity, opening: str) -> Quantity:
    """A currency that stands before the number names the unit that does not follow it."""
    found = next((u for mark, u in _CURRENCIES if mark in opening), None)
    if found is None:
        return q
    unit = load_units().named[found]
    return replace(q, unit=unit, name=q.magnitude + found)


def in_suffix(q: Quantity, suffix: str) -> Quantity:
    """`q` with the unit that stands behind its bracket."""
    magnitude, name = ("", "%") if suffix == "%" else (suffix[:-1], suffix[-1])
    unit = load_units().named[name]
    return replace(q, unit=unit, name=suffix, magnitude=magnitude, scale=factor(magnitude, name))


def kind_of(kind: FigureKind, name: str, opening: str) -> FigureKind:
    """万 without 元 is money in these reports; so is a bare number behind ￥."""
    bare = kind is FigureKind.OTHER and (name[-1:] in "万亿" if name else False)
    return FigureKind.AMOUNT if bare or CURRENCY.search(opening) else kind
