"""A count and what is listed for it: 下属单位4个，分别为……; A、B、C三类; 三个标段：A 28公里，……."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, FigureKind, Span
from reportlint.facts.name_lists import names_in, names_to
from reportlint.lexicon.listing import listing_words

FEWEST, MOST = 2, 40
_FEW, _SEVERAL = 5, 12
_LONG = 7
"""包括 so many names is meant to name them all."""
_NUMERAL = regex.compile(r"[一二三四五六七八九十两\d分共按其]")
_STOP = regex.compile(r"[。！!？?\n]")
_PIECE = regex.compile(r"[、，,；;]")
_HAN = regex.compile(r"\p{Han}")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A count with the list for it, and how many things that list may hold."""

    count: Figure
    names: Span
    fewest: int
    most: int

    @property
    def fits(self) -> bool:
        """Whether the count is one that the list allows."""
        value = self.count.value
        return value is not None and self.fewest <= value <= self.most


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a list stands and how many it holds; `sure` if it is meant to be complete."""

    start: int
    end: int
    fewest: int
    most: int
    sure: bool = True


def enumerations(facts: Facts) -> Iterator[Enumeration]:
    """Every closed list that says how many there are, in document order.

    A list that only looks like one is left out where it does not fit.
    """
    by_place: dict[tuple[int, tuple[int, int] | None], list[Figure]] = {}
    for figure in facts.figures.values():
        by_place.setdefault((figure.block, figure.cell), []).append(figure)
    for (block, cell), figures in by_place.items():
        counts = [f for f in figures if f.numeral.kind is FigureKind.COUNT and _is_plain(f)]
        text = block_text(facts.document.blocks[block], cell) if counts else ""
        for figure in counts:
            if found := _enumeration(text, figure, figures):
                yield found


def _is_plain(figure: Figure) -> bool:
    value = figure.value
    whole = value is not None and value.denominator == 1 and FEWEST <= value <= MOST
    return whole and figure.numeral.hedge is None


def _enumeration(text: str, figure: Figure, others: Sequence[Figure]) -> Enumeration | None:
    for find in (_names_after, _in_bracket, _points_after, _names_before):
        if (found := find(text, figure)) and (made := _believed(figure, found)):
            return made
    found = _figures_after(text, figure, others)
    return _believed(figure, found) if found else None


def _believed(figure: Figure, found: _Found) -> Enumeration | None:
    """The enumeration, if the list fits or is surely meant to."""
    made = Enumeration(
        figure,
        Span(figure.block, found.start, found.end, figure.cell),
        found.fewest,
        found.most,
    )
    return made if made.fits or found.sure else None


def _near(figure: Figure, listed: int) -> bool:
    """Whether a list so long may be meant for the count: a forgotten name or two."""
    value = int(figure.value or 0)
    room = 1 if value <= _FEW else 2 if value <= _SEVERAL else 3
    return abs(value - listed) <= room


def _names_after(text: str, figure: Figure) -> _Found | None:
    """3个，分别为A、B、C; 3个科室：A、B、C."""
    words = listing_words()
    cue = words.cue.match(text, figure.end)
    if cue is None:
        return None
    rest = text[cue.end() :]
    stop = words.stop.search(rest)
    listed = rest[: stop.start()] if stop else rest
    if cue.group().count("（") + cue.group().count("("):
        listed = regex.split(r"[）)]", listed)[0]
    found = names_in(listed)
    if found is None:
        return None
    told = words.told.search(cue.group()) is not None
    long = int(figure.value or 0) > _LONG or words.loosely.search(cue.group()) is None
    sure = told or (_near(figure, found[0]) and long)
    return _Found(cue.end(), cue.end() + len(listed), found[0], found[1], sure)


def _in_bracket(text: str, figure: Figure) -> _Found | None:
    """6个预算单位（教育局、卫健局、…）."""
    found = listing_words().bracket.match(text, figure.end)
    if found is None or _NUMERAL.search(found["noun"]):
        return None
    listed = names_in(found["names"])
    if listed is None or listing_words().generic.search(found["names"]):
        return None
    sure = _near(figure, listed[0])
    return _Found(found.start("names"), found.end("names"), listed[0], listed[1], sure)


def _points_after(text: str, figure: Figure) -> _Found | None:
    """3个问题：一是…。二是…。三是…."""
    cue = listing_words().points.match(text, figure.end)
    if cue is None:
        return None
    marks = list(listing_words().mark.finditer(text, cue.start("first")))
    orders = [listing_words().order(m) for m in marks]
    if orders != list(range(1, len(orders) + 1)) or len(orders) < FEWEST:
        return None
    return _Found(cue.start("first"), len(text), len(orders), len(orders), False)


def _names_before(text: str, figure: Figure) -> _Found | None:
    """A、B、C三类; A、B和C共3个."""
    words = listing_words()
    stops = [m.end() for m in words.start.finditer(text, 0, figure.start)]
    start = stops[-1] if stops else 0
    listed = text[start : figure.start]
    link = words.link.search(listed)
    names = listed[: link.start()] if link else listed
    found = names_to(names)
    if found is None:
        return None
    told = bool(link) or figure.numeral.unit in words.kinds
    if words.open.search(listed):
        return _Found(start, figure.start, found, MOST, False)
    sure = told and found > FEWEST and abs(int(figure.value or 0) - found) == 1
    return _Found(start, figure.start, found, found, sure)


def _figures_after(text: str, figure: Figure, others: Sequence[Figure]) -> _Found | None:
    """三个标段：A标段28.6公里，B标段24.9公里，C标段22.0公里."""
    cue = listing_words().itemised.match(text, figure.end)
    if cue is None or _NUMERAL.search(cue["noun"]):
        return None
    stop = _STOP.search(text, cue.end())
    end = stop.start() if stop else len(text)
    run = list(_run(text, cue.end(), end, others))
    if len(run) < FEWEST:
        return None
    value = int(figure.value or 0)
    colon = cue["colon"] is not None
    sure = colon and value > FEWEST and abs(value - len(run)) == 1 and _to_the_end(text, run, end)
    return _Found(cue.end(), run[-1].end, len(run), len(run), sure)


def _run(text: str, start: int, end: int, others: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of one unit that the pieces of a sentence begin with, each with a name."""
    unit = None
    at = start
    for stop in [*(m.start() for m in _PIECE.finditer(text, start, end)), end]:
        own = [f for f in others if at <= f.start < stop]
        name = text[at : own[0].start] if own else ""
        at = stop + 1
        if not own:
            continue
        unit = unit or own[0].numeral.unit
        if not _HAN.search(name) or listing_words().total.search(name):
            if own[0].numeral.unit == unit:
                return
            continue
        if own[0].numeral.unit == unit:
            yield own[0]


def _to_the_end(text: str, run: Sequence[Figure], end: int) -> bool:
    """Whether the items fill the sentence, but for a total."""
    left = text[run[-1].end : end]
    return _PIECE.search(left) is None or listing_words().total.search(left) is not None
