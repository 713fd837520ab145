"""The lines of a corpus that say how figures are related."""

from __future__ import annotations

import re
from itertools import chain

from reportlint.evaluation.annotated.model import Statement

_LINE = re.compile(r"~(\??) *([a-z]+) +(.+)", re.ASCII)
_NAME = r"[a-z]\w*"
_TERM = re.compile(rf"\s*([-+]?)\s*({_NAME})\s*", re.ASCII)
_ORDERS = {">": 1, ">=": 1, "<": -1, "<=": -1, "=": 0}
_FRACTIONS = ("ratio", "share", "multiple", "average")


def statement(line: str) -> Statement:
    """The relation in `line`. Raises `ValueError` where it is none."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"no relation: {line}")
    optional, kind, rest = bool(found[1]), found[2], found[3]
    match kind:
        case "growth":
            return _growth(rest, optional)
        case "order":
            return _order(rest, optional)
        case "equal":
            names = [n.strip() for n in rest.split("=")]
            return Statement(kind, "", tuple((n, 1, 1) for n in names), optional=optional)
        case "count":
            result, number = (part.strip() for part in rest.split("="))
            return Statement(kind, result, optional=optional, listed=int(number))
        case "sum" | "diff" | "points":
            return _linear(kind, rest, optional)
        case "product":
            result, right = _sides(rest)
            return Statement(kind, result, _all(right.split("*"), 1), optional=optional)
    if kind in _FRACTIONS:
        return _fraction(kind, rest, optional)
    raise ValueError(f"unknown kind of relation: {kind}")


def _sides(rest: str) -> tuple[str, str]:
    left, equals, right = rest.partition("=")
    if not equals:
        raise ValueError(f"no = in: {rest}")
    return left.strip(), right.strip()


def _all(names: list[str], side: int) -> tuple[tuple[str, int, int], ...]:
    return tuple((n.strip(), 1, side) for n in names)


def _linear(kind: str, rest: str, optional: bool) -> Statement:
    result, right = _sides(rest)
    terms = list(_TERM.finditer(right))
    if "".join(t[0] for t in terms) != right:
        raise ValueError(f"no sum or difference: {rest}")
    operands = tuple((t[2], -1 if t[1] == "-" else 1, 1) for t in terms)
    is_open = result.endswith(">")
    return Statement(kind, result.rstrip(" >"), operands, is_open, optional)


def _fraction(kind: str, rest: str, optional: bool) -> Statement:
    result, right = _sides(rest)
    above, line, below = right.partition("/")
    if not line:
        raise ValueError(f"no / in: {rest}")
    operands = tuple(chain(_all(above.split("+"), 1), _all(below.split("+"), -1)))
    return Statement(kind, result, operands, optional=optional)


def _growth(rest: str, optional: bool) -> Statement:
    result, colon, right = rest.partition(":")
    names = [n.strip() for n in right.split(";")]
    if not colon or len(names) != 3:
        raise ValueError(f"growth is “r : current ; previous ; change”: {rest}")
    sides = zip(names, (1, -1, 0), strict=True)
    operands = tuple((n, 1, side) for n, side in sides if n != "-")
    return Statement("growth", result.strip(), operands, optional=optional)


def _order(rest: str, optional: bool) -> Statement:
    found = re.fullmatch(rf"({_NAME})\s*(>=|<=|>|<|=)\s*({_NAME})", rest, re.ASCII)
    if found is None:
        raise ValueError(f"no order: {rest}")
    operands = ((found[1], 1, 1), (found[3], 1, -1))
    return Statement("order", "", operands, optional=optional, direction=_ORDERS[found[2]])
