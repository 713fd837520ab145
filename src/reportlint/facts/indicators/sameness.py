"""When two indicators are one quantity, and what one hands down to another."""

from __future__ import annotations

from reportlint.facts.indicators.describe import concept_of
from reportlint.facts.model import Indicator
from reportlint.lexicon.terms import facet_words

_SPENT = frozenset({"flow:expenditure"})


def same_quantity(a: Indicator, b: Indicator) -> bool:
    """Whether both surely name one quantity (of one period and scope).

    Item names compare as paths: 行政运行 is 一般公共服务支出/财政事务/行政运行; a caller that
    matches a bare name must see to it that only one path ends so.
    """
    if a.concept and b.concept:
        return a.concept == b.concept
    if not (a.facets or a.rest) or not _same_item(a.rest, b.rest):
        return False
    return _telling(a) == _telling(b)


def _same_item(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and "/" not in short and long.endswith("/" + short)


def _telling(indicator: Indicator) -> frozenset[str]:
    """Facets that tell quantities apart.

    An item's total is the item itself, and an item of the budget is spent unless the words say
    that it is income.
    """
    if not indicator.rest:
        return indicator.facets
    return frozenset(f for f in indicator.facets if not f.startswith("level:")) - _SPENT


def near_names(a: Indicator, b: Indicator) -> bool:
    """Whether the names differ only in a word that makes a budget a spending or the reverse.

    全年预算数 and 全年预算支出数: one value under both is label drift.
    """
    apart = a.facets ^ b.facets
    budget = any(f in a.facets for f in ("stage:full", "stage:initial", "stage:budget"))
    return a.rest == b.rest and budget and apart in ({"flow:expenditure"}, {"flow:income"})


def merge(context: Indicator, own: Indicator) -> Indicator:
    """`own`, with what a heading or caption fixes where `own` is silent.

    Only groups that hold for everything under a heading are handed down (facets.toml, inherit).
    """
    groups = {_group(f) for f in own.facets}
    allowed = facet_words().inherit - groups
    facets = own.facets | {f for f in context.facets if _group(f) in allowed}
    rest = own.rest or context.rest
    if facets == own.facets and rest == own.rest:
        return own
    return Indicator(own.text, concept_of(facets, rest), facets, rest)


def _group(facet: str) -> str:
    return facet.partition(":")[0]
