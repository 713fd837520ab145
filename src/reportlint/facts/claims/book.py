"""Everything said so far: where a statement looks for operands that its own words do not give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import Figure, Indicator


class Book:
    """The levels of all passages, in order, and the figures of tables."""

    def __init__(self, passages: Sequence[Passage], tables: Iterable[Figure] = ()) -> None:
        self.levels = [
            (p.block, m) for p in passages for m in p.mentions if m.is_level and not m.cause
        ]
        self._tables: dict[str, list[Figure]] = defaultdict(list)
        self._loose = list(tables)

    def before(self, passage: Passage, mention: Mention) -> Iterator[Mention]:
        """Levels before a mention, the nearest first."""
        here = (passage.block, mention.index)
        for block, level in reversed(self.levels):
            if (block, level.index) < here:
                yield level

    def find(
        self, passage: Passage, mention: Mention, indicator: Indicator, period: str
    ) -> str | None:
        """The id of the figure that surely is this quantity in this period, or None.

        The nearest earlier sentence wins; failing that, a table, if all its cells that answer
        agree.
        """
        if not indicator.facets and not indicator.rest:
            return None
        for level in self.before(passage, mention):
            if _answers(level.figure, indicator, period) and level.act is not Act.BASE:
                return level.id
        return self._in_tables(indicator, period, mention.figure)

    def _in_tables(self, indicator: Indicator, period: str, asked: Figure) -> str | None:
        found = [f for f in self._loose if _answers(f, indicator, period)]
        values = {f.value for f in found}
        return found[0].id if len(values) == 1 else None

    def stage(
        self,
        passage: Passage,
        mention: Mention,
        stages: Sequence[str],
        like: Indicator,
        period: str,
    ) -> str | None:
        """The nearest earlier figure at one of `stages` for the item of `like`."""
        for wanted in stages:
            for level in self.before(passage, mention):
                if (
                    stage_of(level.indicator) == wanted
                    and item_of(level.indicator) == item_of(like)
                    and level.figure.period == period
                ):
                    return level.id
        return None


def _answers(figure: Figure, indicator: Indicator, period: str) -> bool:
    if figure.scope or (period and figure.period != period):
        return False
    return same_quantity(figure.indicator, indicator)
