"""What a slip of the pen makes of a printed number (ALGORITHMS 3.6)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

Slip = Callable[[str, Random], str | None]


def digit(printed: str, random: Random) -> str | None:
    """Another digit in one place; never a leading zero."""
    places = _digits(printed)
    at = random.choice(places)
    least = 1 if at == places[0] and len(places) > 1 else 0
    other = [str(d) for d in range(least, 10) if str(d) != printed[at]]
    return printed[:at] + random.choice(other) + printed[at + 1 :]


def transposition(printed: str, random: Random) -> str | None:
    """Two neighbouring digits changed round."""
    places = _digits(printed)
    pairs = [
        (a, b)
        for a, b in pairwise(places)
        if printed[a] != printed[b] and not (a == places[0] and printed[b] == "0")
    ]
    if not pairs:
        return None
    a, b = random.choice(pairs)
    return printed[:a] + printed[b] + printed[a + 1 : b] + printed[a] + printed[b + 1 :]


def dropped(printed: str, random: Random) -> str | None:
    """A digit of the whole part left out."""
    whole, point, rest = _parts(printed)
    if len(whole.lstrip("-")) < 2:
        return None
    at = random.randrange(whole.startswith("-"), len(whole))
    left = whole[:at] + whole[at + 1 :]
    return None if _leads_with_zero(left) else _joined(printed, left, point, rest)


def inserted(printed: str, random: Random) -> str | None:
    """A digit of the whole part doubled."""
    whole, point, rest = _parts(printed)
    at = random.randrange(whole.startswith("-"), len(whole))
    longer = whole[: at + 1] + whole[at:]
    return None if _leads_with_zero(longer) else _joined(printed, longer, point, rest)


def point(printed: str, random: Random) -> str | None:
    """The decimal point one place off."""
    whole, dot, rest = _parts(printed)
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if not dot:
        return _joined(printed, sign + whole + "0", "", "")
    if random.random() < 0.5:
        moved = (whole + rest[0]).lstrip("0") or "0"
        return _joined(printed, sign + moved, dot if rest[1:] else "", rest[1:])
    return _joined(printed, sign + (whole[:-1] or "0"), dot, whole[-1] + rest)


def unit(printed: str, random: Random) -> str | None:
    """A figure in 万元 printed in 元 under the same unit, or the other way round."""
    whole, dot, rest = _parts(printed)
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if random.random() < 0.5 and len(whole) > 4:
        return _joined(printed, sign + whole[:-4], ".", whole[-4:][:2])
    grown = (whole + (rest + "0000")[:4]).lstrip("0")
    return _joined(printed, sign + (grown or "0"), dot, "0" * len(rest))


def sign(printed: str, random: Random) -> str | None:
    """The minus sign lost."""
    return printed[1:] if printed.startswith("-") else None


NUMBERS: dict[str, Slip] = {
    "digit": digit,
    "transposition": transposition,
    "dropped": dropped,
    "inserted": inserted,
    "point": point,
    "unit": unit,
    "sign": sign,
}


def _digits(printed: str) -> list[int]:
    return [i for i, c in enumerate(printed) if c.isdigit()]


def _parts(printed: str) -> tuple[str, str, str]:
    return printed.replace(",", "").partition(".")


def _leads_with_zero(whole: str) -> bool:
    plain = whole.lstrip("-")
    return not plain or (plain.startswith("0") and len(plain) > 1)


def _joined(printed: str, whole: str, point: str, rest: str) -> str:
    """The parts as one number, grouped as the printed one was."""
    minus, size = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{minus}{int(size):{',' if ',' in printed else ''}d}{point}{rest}"
