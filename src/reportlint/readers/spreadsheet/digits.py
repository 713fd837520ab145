"""A number set into the digits of a format: rounded, grouped, scaled, with what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

Piece = tuple[str, str]
"""A token of a format: its kind and its text."""
SHEET = Context(prec=15, rounding=ROUND_HALF_UP)
"""Spreadsheets show no more than 15 significant digits."""
EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
GENERAL_WIDTH = 11
"""Characters that the ordinary format gives a number, the sign not counted."""
LARGEST = Decimal(10) ** 300


def general(value: Decimal) -> str:
    """A number in the ordinary format: up to 11 characters, no zeros behind the last digit."""
    value = SHEET.plus(value)
    whole = len(str(int(abs(value)))) if abs(value) < LARGEST else GENERAL_WIDTH
    rounded = _rounded(value, max(0, GENERAL_WIDTH - 1 - whole))
    if value and not rounded:
        return f"{value:f}"
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_shown(value: Decimal, pieces: Sequence[Piece]) -> str:
    """A number in a section without dates. The section's literals stay where they stand."""
    kinds = [kind for kind, _ in pieces]
    places = [i for i, kind in enumerate(kinds) if kind == "digit"]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole = [i for i in places if i < point]
    behind = [i for i in places if i > point]
    commas = [i for i, kind in enumerate(kinds) if kind == "comma"]
    last = whole[-1] if whole else point
    scaling = [i for i in commas if (last < i < point) or i > max(places, default=point)]
    scale = 2 * kinds.count("percent") - 3 * len(scaling)
    rounded = _rounded(SHEET.plus(value).scaleb(scale), len(behind))
    grouped = any(whole[0] < i < last for i in commas) if whole else False
    digits, _, decimals = f"{abs(rounded):f}".partition(".")
    filled = _whole(digits.lstrip("0"), [pieces[i][1] for i in whole], grouped)
    filled += _decimals(decimals, [pieces[i][1] for i in behind])
    spelled = dict(zip([*whole, *behind], filled, strict=True))
    if not whole and point < len(kinds) and int(digits):
        spelled[point] = f"{digits}."
    elif not digits.strip("0") and behind and not any(spelled[i] for i in whole):
        # Sheets show .5; with a zero in front nobody takes it for 5.
        spelled[point] = "0."
    shown = "".join(spelled.get(i, _plain(*piece)) for i, piece in enumerate(pieces))
    shown = shown if any(spelled[i] for i in behind) else _without_point(shown, behind)
    return f"-{shown}" if rounded < 0 and places else shown


def _plain(kind: str, text: str) -> str:
    return "" if kind in {"comma", "digit", "half"} else text


def _without_point(shown: str, behind: Sequence[int]) -> str:
    return shown.replace(".", "", 1) if behind and shown.endswith(".") else shown


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return EXACT.quantize(value, Decimal(1).scaleb(-decimals)) if abs(value) < LARGEST else value


def _whole(digits: str, places: Sequence[str], grouped: bool) -> list[str]:
    """The digits before the point, one for each place from the right, the rest in the first."""
    shown: list[str] = []
    rest, position = digits, 0
    for index, place in enumerate(reversed(places)):
        first = index == len(places) - 1
        taken = rest if first else rest[-1:]
        rest = rest[: len(rest) - len(taken)]
        taken = taken or ("0" if place == "0" else "")
        text = ""
        for digit in reversed(taken):
            comma = grouped and position and position % 3 == 0
            text = f"{digit},{text}" if comma else digit + text
            position += 1
        shown.insert(0, text)
    return shown


def _decimals(digits: str, places: Sequence[str]) -> list[str]:
    """The digits behind the point; zeros at the end vanish where the format says #."""
    shown = list(digits.ljust(len(places), "0")[: len(places)])
    for index in range(len(shown) - 1, -1, -1):
        if places[index] == "0" or shown[index] != "0":
            break
        shown[index] = ""
    return shown
