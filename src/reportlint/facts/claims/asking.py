"""What a percentage asks for: of what it is a rate, and over what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.wording import RATES
from reportlint.facts.indicators import describe
from reportlint.facts.model import NO_INDICATOR, FigureKind, Indicator
from reportlint.lexicon.formulas import Formula, formula_of, rate_scope
from reportlint.lexicon.stances import core

_RATE_NAME = re.compile(
    r"(?P<stem>[^，。；：、\s]*?)(?:率|进度|比例|比率|占比|比重|度|面|份额)(?:（%）)?$"
)
_MEANS_WHICH = re.compile(r"\s*(?:以[上下内]|左右)?的(?!原因|主要|目标|部分)")
_PLANNED_RATE = re.compile(r"(?:目标|指标|计划|标准|年初|预期|要求|应)[^，。；：]{0,6}$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A percentage with what its words say of its operands.

    `stem` are the words a rate is named by (整改 in 整改率), `base` those of what it is set
    against (年度计划 in 占年度计划的), `item` whose rate it is by its own name.
    """

    result: Mention
    formula: Formula | None = None
    stem: str = ""
    base: str = ""
    base_name: Indicator = NO_INDICATOR
    item: str = ""
    scope: Indicator = NO_INDICATOR

    @property
    def of_whole(self) -> bool:
        """Whether it is a share: a part cannot be more than its whole."""
        return self.result.act is Act.SHARE

    @property
    def completes(self) -> bool:
        """Whether it says how much of a base has been done."""
        return self.result.act is Act.COMPLETION


def asked(passage: Passage, mention: Mention) -> Asked | None:
    """What a figure asks for; None for one that is no rate of anything."""
    if mention.kind not in RATES or mention.figure.value is None or _bounded(mention):
        return None
    if _MEANS_WHICH.match(passage.text, mention.figure.end):
        return None
    if mention.act in (Act.SHARE, Act.COMPLETION):
        return _of_base(mention)
    if mention.act in (Act.RATE, Act.LEVEL):
        return _by_name(passage, mention)
    return None


def _bounded(mention: Mention) -> bool:
    """不低于95% is what was wanted, not what came out."""
    return mention.figure.numeral.hedge is not None


def _of_base(mention: Mention) -> Asked:
    base = mention.base
    if base is None:
        return Asked(mention)
    return Asked(mention, base=base.text, base_name=base.indicator)


def _by_name(passage: Passage, mention: Mention) -> Asked | None:
    name = mention.name.text
    found = _RATE_NAME.search(name)
    if found is None:
        return Asked(mention) if _bracketed_alone(passage, mention) else None
    if _PLANNED_RATE.search(passage.text[mention.start : mention.figure.start]):
        return None
    formula = formula_of(name)
    if formula is None or not _about_money(passage, mention, formula):
        return Asked(mention, stem=found["stem"])
    scope = rate_scope(name)
    return Asked(mention, formula, found["stem"], item=core(scope), scope=describe(scope))


def _about_money(passage: Passage, mention: Mention, formula: Formula) -> bool:
    """整改到位率 after counts of problems is no rate of money that has come in."""
    if any(o.words for o in formula.numerator):
        return True
    near = [m for m in passage.before(mention.index) if m.sentence == mention.sentence]
    levels = [m for m in near if m.is_level and m.kind is not FigureKind.PERCENT]
    return not levels or any(m.kind is FigureKind.AMOUNT for m in levels)


def _bracketed_alone(passage: Passage, mention: Mention) -> bool:
    """34人（85%）: a bare percentage in brackets behind a figure."""
    before = passage.before(mention.index)[-1:]
    if not mention.group or not before or before[0].kind is not FigureKind.COUNT:
        return False
    between = passage.text[before[0].figure.end : mention.figure.start]
    return re.fullmatch(r"\s*[（(]\s*(?:占比?)?", between) is not None
