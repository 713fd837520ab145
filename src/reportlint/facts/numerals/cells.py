"""Numbers that fill a whole table cell."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportlint.facts.model import FigureKind, Hedge, Numeral
from reportlint.facts.numerals.characters import fold
from reportlint.facts.numerals.hedges import load_hedges
from reportlint.facts.numerals.meaning import hedged, rounded
from reportlint.facts.numerals.scan import find_numerals

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<mark>[=═]|[≥≤≧≦⩾⩽<>]=?)?[¥￥]?(?P<sign>[-—+])?"
    r"(?P<digits>[0-9]{1,40}|[0-9]{1,3}(?:[,，][0-9]{3}){1,12})(?:\.(?P<tail>[0-9]{1,40}))?(?P<close>\))?"
)
_SPACES = re.compile(r"\s+")
_BREAK = re.compile(r"(?<![0-9.,])([0-9.,]++)\s+(?=([0-9.,]++))")
_LONGEST = 200
"""Characters of the longest cell that may be one number with its words."""
_FRINGE = re.compile(r"[=═\s]*(.*?)[\s。；;]*", re.DOTALL)


def read_cell(text: str) -> Numeral | None:
    """The one number that is all of `text`, with unit, percent sign and comparator if printed.

    None for a blank cell, a dash, a stroke, an asterisk, words, or more than one number. Spaces
    and line breaks inside the number are a matter of layout. `start`/`end` count in `text`.
    """
    folded = fold(text).text.strip()
    if len(folded) > _LONGEST or any(not _continues(m[1], m[2]) for m in _BREAK.finditer(folded)):
        return None
    plain = _SPACES.sub("", folded)
    found = _NUMBER.fullmatch(plain)
    if found and bool(found["open"]) == bool(found["close"]):
        return _bare(text, found)
    core = _FRINGE.fullmatch(plain)
    numerals = find_numerals(core[1]) if core else ()
    if len(numerals) != 1 or core is None or numerals[0].text != core[1]:
        return None
    return _whole(text, numerals[0])


def _continues(before: str, after: str) -> bool:
    """Whether digits behind a gap go on with the number before it: 793,5|32.70 and 1|234.50.

    Two whole numbers under each other (12|3) are two numbers.
    """
    if before[-1] in ".," or after[0] in ".,":
        return True
    if "." in before:
        return len(before.partition(".")[2]) == 1 and after.isdigit() and len(after) < 3
    group = before.rpartition(",")[2]
    if "," in before and len(group) < 3:
        return len(group) + len(after.partition(".")[0].partition(",")[0]) == 3
    return len(after.partition(".")[0]) == 3 and "." in after


def parse_number(text: str) -> Fraction | None:
    """The value of a cell in base units (12.5% is 12.5, 1.2万元 is 12000); None if it has none."""
    numeral = read_cell(text)
    if numeral is None or numeral.value is None:
        return None
    return numeral.value * numeral.scale


def _bare(text: str, found: re.Match[str]) -> Numeral:
    """A number without unit: its column may give it one, so it is never an exact count here."""
    tail = found["tail"] or ""
    digits = found["digits"].replace(",", "").replace("，", "") + tail
    value, place = Fraction(int(digits), 10 ** len(tail)), Fraction(1, 10 ** len(tail))
    value = -value if found["sign"] in ("-", "—") or found["open"] else value
    hedge = _comparison(found["mark"])
    interval = hedged(value, place, hedge) if hedge else rounded(value, place)
    return _whole(
        text,
        Numeral(
            0, 0, "", FigureKind.OTHER, value, "", Fraction(1), len(tail), interval, hedge, False
        ),
    )


def _comparison(mark: str | None) -> Hedge | None:
    if not mark or mark in "=═":
        return None
    return load_hedges().words[mark].hedge


def _whole(text: str, numeral: Numeral) -> Numeral:
    stripped = text.strip()
    start = text.index(stripped)
    return replace(numeral, start=start, end=start + len(stripped), text=stripped)
