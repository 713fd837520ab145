"""A number set into the digits of a format: rounded, grouped, scaled, with what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Numeric:
    """A section without dates, taken apart once: where its digits go and what is done before.

    `whole` and `behind` are the positions of the places for digits before and behind the `point`;
    `frame` is what stands before and behind the number where nothing stands inside it.
    """

    pieces: tuple[Piece, ...]
    whole: tuple[int, ...]
    behind: tuple[int, ...]
    point: int
    scale: int
    grouped: bool
    frame: tuple[str, str] | None

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Numeric:
        """Take a section apart."""
        kinds = [kind for kind, _ in pieces]
        places = [i for i, kind in enumerate(kinds) if kind == "digit"]
        point = kinds.index("point") if "point" in kinds else len(kinds)
        whole = tuple(i for i in places if i < point)
        behind = tuple(i for i in places if i > point)
        commas = [i for i, kind in enumerate(kinds) if kind == "comma"]
        last = whole[-1] if whole else point
        scaling = [i for i in commas if (last < i < point) or i > max(places, default=point)]
        scale = 2 * kinds.count("percent") - 3 * len(scaling)
        grouped = bool(whole) and any(whole[0] < i < last for i in commas)
        frame = _frame(pieces, whole, behind)
        return cls(tuple(pieces), whole, behind, point, scale, grouped, frame)

    def shown(self, value: Decimal) -> str:
        """A number as the section shows it, with a sign of its own if it is negative."""
        value = SHEET.plus(value)
        rounded = _rounded(value.scaleb(self.scale) if self.scale else value, len(self.behind))
        if self.frame is not None:
            number = f"{abs(rounded):,f}" if self.grouped else f"{abs(rounded):f}"
            text = f"{self.frame[0]}{number}{self.frame[1]}"
        else:
            text = self._spelled(rounded)
        return f"-{text}" if rounded < 0 and (self.whole or self.behind) else text

    def _spelled(self, rounded: Decimal) -> str:
        """Digit by digit, with all that stands between them."""
        digits, _, decimals = f"{abs(rounded):f}".partition(".")
        filled = _whole(digits.lstrip("0"), [self.pieces[i][1] for i in self.whole], self.grouped)
        filled += _decimals(decimals, [self.pieces[i][1] for i in self.behind])
        spelled = dict(zip([*self.whole, *self.behind], filled, strict=True))
        if not self.whole and self.point < len(self.pieces) and int(digits):
            spelled[self.point] = f"{digits}."
        elif not digits.strip("0") and self.behind and not any(spelled[i] for i in self.whole):
            # Sheets show .5; with a zero in front nobody takes it for 5.
            spelled[self.point] = "0."
        pieces = enumerate(self.pieces)
        shown = "".join(spelled.get(i, _plain(kind, text)) for i, (kind, text) in pieces)
        empty = self.behind and not any(spelled[i] for i in self.behind)
        return shown.replace(".", "", 1) if empty and shown.endswith(".") else shown


def _frame(
    pieces: Sequence[Piece], whole: Sequence[int], behind: Sequence[int]
) -> tuple[str, str] | None:
    """What stands around a number whose places are one stretch and all filled as usual."""
    if not whole or [pieces[i][1] for i in whole[-1:]] != ["0"]:
        return None
    ends = behind[-1] if behind else whole[-1]
    inside = {kind for kind, _ in pieces[whole[0] : ends + 1]}
    zeros = sum(pieces[i][1] == "0" for i in whole)
    usual = inside <= {"digit", "comma", "point"} and zeros == 1
    if not usual or any(pieces[i][1] != "0" for i in behind):
        return None
    before, after = pieces[: whole[0]], pieces[ends + 1 :]
    if any(kind == "point" for kind, _ in after):
        return None
    return "".join(_plain(*p) for p in before), "".join(_plain(*p) for p in after)


def _plain(kind: str, text: str) -> str:
    return "" if kind in {"comma", "digit", "half"} else text


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
