"""Exact numbers as strings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def mantissa(value: Fraction | None, decimals: int) -> str | None:
    """A printed value with its printed decimals (`12.50`); `2/3` where it has no decimal form."""
    if value is None:
        return None
    plain = base_units(value)
    if plain is None or "/" in plain or len(plain.partition(".")[2]) >= decimals:
        return plain
    return f"{Decimal(plain):.{decimals}f}"


def base_units(value: Fraction | None) -> str | None:
    """A value without exponent or needless zeros; None for an infinite end."""
    if value is None:
        return None
    digits = _decimals_needed(value.denominator)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * (10**digits // value.denominator)
    sign = "-" if value < 0 else ""
    whole, part = divmod(scaled, 10**digits)
    return f"{sign}{whole}.{part:0{digits}d}" if digits else f"{sign}{whole}"


def _decimals_needed(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms takes, None if no number of them suffices."""
    twos, rest = _divided_out(denominator, 2)
    fives, rest = _divided_out(rest, 5)
    return max(twos, fives) if rest == 1 else None


def _divided_out(number: int, prime: int) -> tuple[int, int]:
    count = 0
    while number % prime == 0:
        number, count = number // prime, count + 1
    return count, number
