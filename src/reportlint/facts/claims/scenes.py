"""What the clause of each figure says of it: its words, its stance, what it is a figure of."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.each import each_of
from reportlint.facts.claims.layout import CUT
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.model import FigureKind
from reportlint.lexicon.stances import Stance, core, stance_of

_STAGES = {
    "planned": Stance.PLANNED,
    "initial": Stance.GRANTED,
    "full": Stance.GRANTED,
    "budget": Stance.GRANTED,
    "arrived": Stance.SUPPLIED,
    "executed": Stance.DONE,
    "final": Stance.DONE,
}
_JOINED = re.compile(r"\s*(?:、|和|及|以及|与)")
_WORD = re.compile(r"[一-鿿A-Za-z“”]")


class Scene:
    """A paragraph's mentions with what their clauses say, in order."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    def words(self, mention: Mention) -> str:
        """The clause left of a figure; one without words takes the clause before it as well."""
        return self._words[mention.index]

    def stance(self, mention: Mention) -> Stance | None:
        """How far the quantity has come, as its clause or the head of its list says."""
        return self._stances[mention.index]

    @cached_property
    def each(self) -> frozenset[int]:
        """The places of the figures that are for each one of something."""
        mentions = self.passage.mentions
        return frozenset(m.index for m in mentions if each_of(self.passage, m) is not None)

    @cached_property
    def _words(self) -> list[str]:
        return [self._clause(m) for m in self.passage.mentions]

    def _clause(self, mention: Mention) -> str:
        words = self.passage.layout.masked[mention.start : mention.figure.start]
        pieces = [p for p in CUT.split(words) if _WORD.search(p)]
        return pieces[-1] if pieces else ""

    @cached_property
    def _stances(self) -> list[Stance | None]:
        found: list[Stance | None] = []
        for mention in self.passage.mentions:
            own = self._own_stance(mention)
            if own is None and found and self._goes_on(mention):
                own = found[-1]
            found.append(own)
        return found

    def _own_stance(self, mention: Mention) -> Stance | None:
        said = stance_of(self._words[mention.index]) or stance_of(mention.name.text)
        if said is Stance.PLANNED:
            return said
        stage = stage_of(mention.indicator)
        return _STAGES.get(stage or "", said)

    def _goes_on(self, mention: Mention) -> bool:
        """A further item of a list is at the stage of the item before."""
        if mention.opens or mention.place > 1:
            return True
        return _JOINED.match(self.passage.layout.masked, mention.start) is not None


def about(mention: Mention) -> frozenset[str]:
    """What the figure counts, as pairs of characters and facets of its item."""
    indicator, counted = mention.indicator, mention.kind is FigureKind.COUNT
    return _about(mention.name.text, indicator.text, indicator.rest, counted, item_of(indicator)[0])


@lru_cache(maxsize=4096)
def _about(
    name: str, text: str, rest: str, counted: bool, facets: frozenset[str]
) -> frozenset[str]:
    names = [core(name), core(rest)]
    if counted or not names[0]:
        names.append(core(text))
    return facets.union(*(pairs_of(n) for n in names))


@lru_cache(maxsize=4096)
def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a word."""
    return frozenset(words[n : n + 2] for n in range(len(words) - 1))
