"""Every number of a text, read in one pass from left to right."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from reportlint.facts.model import Numeral
from reportlint.facts.numerals.characters import fold
from reportlint.facts.numerals.contexts import (
    identifier,
    labelled,
    list_number,
    reference,
    web_spans,
)
from reportlint.facts.numerals.dates import read_date
from reportlint.facts.numerals.lists import inherit
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.quantity import counts_nothing, read_quantity
from reportlint.facts.numerals.ranges import joined
from reportlint.facts.numerals.ratios import read_ratio
from reportlint.facts.numerals.single import single

_MIXED_YEAR = re.compile(r"\.(?=(?:19|20)[0-9]{2}[ ]?年)")


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """The numbers of `text` that state something, left to right, never overlapping.

    Not among them: numbers inside names and words (八十中学, 进一步), references (〔2020〕10号,
    附件1), list and heading numbers, codes, telephone numbers. Takes linear time; raises nothing.
    """
    plain = fold(text)
    found = inherit(plain.text, _scan(plain.text))
    if plain.offsets is None:
        return tuple(_as_printed(n, text, n.start, n.end) for n in found)
    return tuple(_as_printed(n, text, *plain.span(n.start, n.end)) for n in found)


def _as_printed(numeral: Numeral, text: str, start: int, end: int) -> Numeral:
    """`numeral` with its place and characters in the original text."""
    printed = text[start:end]
    if start == numeral.start and printed == numeral.text:
        return numeral
    return replace(numeral, start=start, end=end, text=printed)


def _scan(plain: str) -> list[Numeral]:
    core = load_patterns().core
    webs = web_spans(plain)
    starts = [s for s, _ in webs]
    found: list[Numeral] = []
    at = 0
    while (match := core.search(plain, at)) is not None:
        web = bisect_right(starts, match.start()) - 1
        if web >= 0 and match.start() < webs[web][1]:
            at = webs[web][1]
            continue
        numeral, at = _read(plain, match, found[-1].end if found else 0)
        if numeral:
            found.append(numeral)
    return found


def _read(plain: str, core: re.Match[str], floor: int) -> tuple[Numeral | None, int]:
    """The numeral at `core`, if it is one, and where to go on. Nothing may reach below `floor`."""
    start = core.start()
    skipped = list_number(plain, start)
    if skipped > start:
        return None, skipped
    date = read_date(plain, start)
    if date:
        return date, date.end
    skipped = _passed_over(plain, core)
    if skipped > start:
        return None, skipped
    numeral = read_ratio(plain, start) or _measured(plain, core, floor)
    if numeral:
        return numeral, numeral.end
    return None, start + 1 if core[0][0] == "数" else core.end()


def _passed_over(plain: str, core: re.Match[str]) -> int:
    """The end of what is no figure at `core`; its start if it may be one."""
    start = core.start()
    glued = _MIXED_YEAR.search(plain, start, core.end() + 2) if core["arabic"] else None
    skipped = identifier(plain, start)
    if skipped > start or glued:
        return skipped if skipped > start or not glued else glued.end()
    named = labelled(plain, start) or reference(plain, start, core.end())
    return core.end() if named else start


def _measured(plain: str, core: re.Match[str], floor: int) -> Numeral | None:
    quantity = None if counts_nothing(plain, core) else read_quantity(plain, core)
    if quantity is None:
        return None
    return joined(plain, quantity, floor) or single(plain, quantity, floor)
