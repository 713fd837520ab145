"""What a figure inherits: from headings, from its paragraph's topic, from the figure before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reportlint.facts.claims.mention import REACH, Act, Mention
from reportlint.facts.claims.periods import without_periods
from reportlint.facts.indicators import describe
from reportlint.facts.indicators.describe import concept_of
from reportlint.facts.model import NO_INDICATOR, Indicator
from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import facet_words

_ITEM_PATH = re.compile(r"(?:[^，,。；;：:\s]{1,40}?[（(](?:类|款|项)[）)]\s*)+")
_NUMBER = re.compile(
    r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．\s]+|[（(][\d一二三四五六七八九十]{1,3}[）)])?\s*"
)
_STAGES = "stage:"
_LATEST_FIRST = (
    *("unspent", "executed", "final", "adjustment", "arrived"),
    *("full", "initial", "budget", "planned"),
)
_PLANNED = frozenset({"initial", "full", "budget"})
_IDENTITY = ("nature", "tier", "funding")
_ORGANIZATION = re.compile(
    rf"^(?P<name>[^，。；：、]{{1,24}}?{alternation(facet_words().organization_tails)})(?P<rest>.*)$",
    re.S,
)


def item_of(indicator: Indicator) -> tuple[frozenset[str], str]:
    """Whose quantity it is: nature, level of government, funding, and the item's own name."""
    return _identity(indicator.facets), indicator.rest


@lru_cache(maxsize=1024)
def _identity(facets: frozenset[str]) -> frozenset[str]:
    return frozenset(f for f in facets if f.partition(":")[0] in _IDENTITY)


def stage_of(indicator: Indicator) -> str | None:
    """The stage its words fix (initial, full, budget, final, executed …), or None."""
    return _stage(indicator.facets)


@lru_cache(maxsize=1024)
def _stage(facets: frozenset[str]) -> str | None:
    return next((s for s in _LATEST_FIRST if _STAGES + s in facets), None)


@lru_cache(maxsize=4096)
def own_words(name: str, organization: str | None) -> str:
    """The noun phrase without years, without the reporting unit's own name before it."""
    words = without_periods(_NUMBER.sub("", name, count=1)).strip(" 　\t的、，,：:")
    found = _ORGANIZATION.match(words)
    if found and (organization is None or _abbreviates(found["name"], organization)):
        return found["rest"].strip(" 的、，,：:") or words
    return words


def _abbreviates(name: str, organization: str) -> bool:
    """Whether the characters of `name` occur in the organization's in this order (区教委)."""
    rest = iter(organization)
    return all(c in rest for c in name)


@lru_cache(maxsize=1024)
def heading_context(where: tuple[str, ...]) -> Indicator:
    """Funding and nature that the nearest headings fix for what stands under them."""
    facets: set[str] = set()
    for title in reversed(where):
        for facet in describe(title).facets:
            group = facet.partition(":")[0]
            if group in ("funding", "nature") and not any(f.startswith(group) for f in facets):
                facets.add(facet)
    natures = [f for f in describe(where[-1]).facets if f.startswith("nature")] if where else []
    if len(natures) > 1:
        facets -= set(natures)
    return Indicator("", None, frozenset(facets))


def inherit(name: Indicator, topic: Indicator, heading: Indicator) -> Indicator:
    """`name` with the topic's item where it has none of its own, and the heading's funding.

    A total of the year (本年支出合计) is of all funds whatever heading it stands under.
    """
    facets, rest = set(name.facets), name.rest
    if not item_of(name)[0] - _funding(name) and not rest:
        facets |= {f for f in topic.facets if f.partition(":")[0] in _IDENTITY}
        rest = topic.rest
    if name_takes_stage(name):
        facets |= {f for f in topic.facets if f.startswith(_STAGES)}
    groups = {f.partition(":")[0] for f in facets}
    if not any(f.startswith("level:") for f in name.facets):
        facets |= {f for f in heading.facets if f.partition(":")[0] not in groups}
    if facets == name.facets and rest == name.rest:
        return name
    found = frozenset(facets)
    return Indicator(name.text or topic.text, concept_of(found, rest), found, rest)


def name_takes_stage(name: Indicator) -> bool:
    """Whether a name is that of an item at no stage: 基本支出 after 全年预算数, 其中."""
    nature, rest = item_of(name)
    carried = "flow:carryover" in name.facets
    return bool(nature or rest) and stage_of(name) is None and not carried


def _said_stage(name: Indicator) -> str | None:
    """Its stage; 支出 and no more is what was spent."""
    bare = name.facets - {f for f in name.facets if f.partition(":")[0] in _IDENTITY}
    return "executed" if bare == {"flow:expenditure"} else stage_of(name)


def _funding(name: Indicator) -> frozenset[str]:
    return frozenset(f for f in name.facets if f.startswith("funding"))


class Topic:
    """The item a paragraph speaks of, and the item its last figures spoke of."""

    def __init__(self, text: str, where: tuple[str, ...]) -> None:
        self.paragraph = opening_item(text)
        if self.paragraph is NO_INDICATOR and where:
            self.paragraph = opening_item(where[-1])
        self.recent: list[Mention] = []
        self._planned: str | None = None
        self._sentence = -1

    def for_(self, name: Indicator, sentence: int, part: int, *, opens: bool) -> Indicator:
        """The item, and in a list of parts the stage, that a figure named `name` takes over."""
        stage = self._stage(name, sentence, opens)
        item = self._item(name, sentence, part)
        if stage is None:
            return item
        return replace(item, facets=item.facets | {_STAGES + stage})

    def _stage(self, name: Indicator, sentence: int, opens: bool) -> str | None:
        """全年预算数100万元，其中基本支出60万元: the parts of a budget are budgets."""
        if sentence != self._sentence and not opens:
            self._planned = None
        self._sentence = sentence
        if opens and self.recent:
            last = stage_of(self.recent[-1].indicator)
            self._planned = last if last in _PLANNED else None
        if not name_takes_stage(name):
            self._planned = stage_of(name) if stage_of(name) in _PLANNED else None
            return None
        return self._planned

    def _item(self, name: Indicator, sentence: int, part: int) -> Indicator:
        if name.rest:
            return NO_INDICATOR
        near = self._near(name, sentence, part)
        return near if near is not None else self.paragraph

    def _near(self, name: Indicator, sentence: int, part: int) -> Indicator | None:
        """教育项目预算100万元，支出90万元: the second is of the same item, at another stage."""
        same = [m for m in self.recent[-REACH:] if m.sentence == sentence and m.part == part]
        stage = _said_stage(name)
        if not same or stage is None or item_of(name)[0]:
            return None
        last = same[-1]
        told = {item_of(m.indicator) for m in same if _said_stage(m.indicator) == stage}
        siblings = [
            m
            for m in same
            if item_of(m.indicator) != item_of(last.indicator) and item_of(m.indicator) not in told
        ]
        if any(m.opens or stage_of(m.indicator) == stage_of(last.indicator) for m in siblings):
            return None
        if _said_stage(last.indicator) in (stage, "adjustment"):
            return None
        return replace(last.indicator, text="")

    def after(self, mention: Mention) -> None:
        """Take note of a figure that has been read."""
        if mention.act is Act.LEVEL:
            self.recent.append(mention)


def opening_item(text: str) -> Indicator:
    """The functional item that `text` opens with (…（类）…（款）…（项）), or none."""
    plain = _NUMBER.sub("", text[:160])
    found = _ITEM_PATH.match(plain)
    return describe(found[0]) if found else NO_INDICATOR
