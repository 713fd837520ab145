"""Everything said so far: where a statement looks for operands that its own words do not give."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlint.facts.claims.context import heading_context, item_of, stage_of
from reportlint.facts.claims.mention import REACH, Act, Mention, Passage
from reportlint.facts.claims.scenes import Scene
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import Figure, Indicator

_Key = tuple[str, str]


class Book:
    """The levels of all passages, in order, and the figures of tables."""

    def __init__(self, passages: Sequence[Passage], tables: Iterable[Figure] = ()) -> None:
        self.figures = {m.id: m.figure for p in passages for m in p.mentions}
        """Every figure of the prose by its id, and those of tables."""
        self._passages = {p.block: p for p in passages}
        self._scenes: dict[int, Scene] = {}
        self._levels: list[Mention] = []
        self._places: list[tuple[int, int]] = []
        self._named: defaultdict[_Key, list[Mention]] = defaultdict(list)
        self._staged: defaultdict[_Key, list[Mention]] = defaultdict(list)
        self._cells: defaultdict[_Key, list[Figure]] = defaultdict(list)
        for passage in passages:
            for mention in passage.mentions:
                if mention.is_level and not mention.cause:
                    self._add(mention)
        for figure in tables:
            self._cells[_key(figure.indicator, figure.period)].append(figure)
            self.figures[figure.id] = figure

    def _add(self, mention: Mention) -> None:
        self._levels.append(mention)
        self._places.append(_place(mention))
        period = mention.figure.period
        self._named[_key(mention.indicator, period)].append(mention)
        if stage := stage_of(mention.indicator):
            self._staged[stage, period].append(mention)

    def passage_of(self, mention: Mention) -> Passage:
        """The paragraph that a level stands in."""
        return self._passages[mention.figure.block]

    def scene(self, passage: Passage) -> Scene:
        """What the clauses of a paragraph's figures say, read once."""
        found = self._scenes.get(passage.block)
        if found is None:
            found = self._scenes[passage.block] = Scene(passage)
        return found

    def cells_like(self, level: Mention) -> Iterator[Figure]:
        """The table cells that go by the name of a level's item, in its period."""
        yield from self._cells.get(_key(level.indicator, level.figure.period), ())

    def before(self, mention: Mention) -> Iterator[Mention]:
        """Levels before a mention, the nearest first, as far back as a statement may refer."""
        end = bisect_left(self._places, _place(mention))
        yield from reversed(self._levels[max(0, end - 2 * REACH) : end])

    def find(self, mention: Mention, indicator: Indicator, period: str) -> str | None:
        """The id of the figure that surely is this quantity in this period, or None.

        The nearest earlier sentence wins; failing that, a table, if all its cells that answer
        agree.
        """
        if not period or not (indicator.facets or indicator.rest):
            return None
        key = _key(indicator, period)
        for level in _earlier(self._named[key], mention):
            if level.act is not Act.BASE and same_quantity(level.indicator, indicator):
                return level.id
        cells = [f for f in self._cells[key] if f.unit and same_quantity(f.indicator, indicator)]
        return cells[0].id if len({f.value for f in cells}) == 1 else None

    def named(self, mention: Mention) -> Mention | None:
        """The level of another paragraph that a statement names, if it has one value there."""
        period = mention.figure.period
        found = [
            m
            for m in _earlier(self._named[_key(mention.name, period)], mention)
            if m.act is Act.LEVEL
            and same_quantity(m.indicator, mention.name)
            and m.figure.scope == mention.figure.scope
        ]
        return found[0] if len({m.figure.value for m in found}) == 1 else None

    def stage(
        self, mention: Mention, stages: Sequence[str], like: Indicator, period: str
    ) -> str | None:
        """The nearest earlier figure at one of `stages` for the item of `like`."""
        for wanted in stages:
            for level in _earlier(self._staged[wanted, period], mention):
                if item_of(level.indicator) == item_of(like):
                    return level.id
        return None

    def whole(self, mention: Mention, part: Mention, flow: str) -> str | None:
        """What the unit spent (or received) in all, of the part's year and the heading's funds.

        None where more than one value goes by that name.
        """
        funds = frozenset(f for f in heading_context(part.figure.where).facets if "funding" in f)
        found = [
            m
            for m in self.before(mention)
            if m.act is Act.LEVEL
            and item_of(m.indicator) == (funds, "")
            and _flows(m.indicator, flow)
            and m.figure.period == part.figure.period
            and m.figure.scope == part.figure.scope
            and m.comparable(part)
            and not (m.group or m.total)
        ]
        return found[0].id if len({m.figure.value for m in found}) == 1 else None

    def cell(self, stages: frozenset[str], like: Indicator, period: str) -> str | None:
        """The table cell at one of `stages` for a named item, if all that answer agree.

        Funding is left out: a table's caption says it once, a sentence seldom.
        """
        item = _unfunded(like)
        if not item[0] and not item[1]:
            return None
        found = [
            f
            for f in self._cells[_key(like, period)]
            if f.unit and stage_of(f.indicator) in stages and _unfunded(f.indicator) == item
        ]
        return found[0].id if len({f.value for f in found}) == 1 else None


def _flows(indicator: Indicator, flow: str) -> bool:
    stage = stage_of(indicator)
    if stage in ("final", "executed") and flow == "flow:expenditure":
        return "flow:income" not in indicator.facets
    return flow in indicator.facets and stage is None


def _unfunded(indicator: Indicator) -> tuple[frozenset[str], str]:
    facets, rest = item_of(indicator)
    return frozenset(f for f in facets if not f.startswith("funding")), rest


def _earlier(levels: Sequence[Mention], mention: Mention) -> Iterator[Mention]:
    end = bisect_left(levels, _place(mention), key=_place)
    yield from reversed(levels[max(0, end - REACH) : end])


def _place(mention: Mention) -> tuple[int, int]:
    return mention.figure.block, mention.index


def _key(indicator: Indicator, period: str) -> _Key:
    """What figures of one quantity and period surely share: the last part of the item's name."""
    return indicator.rest.rpartition("/")[2], period
