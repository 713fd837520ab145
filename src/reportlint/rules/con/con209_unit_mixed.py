"""CON209: unit-mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.model import ClaimSource, Facts, Figure, FigureKind
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.registry import OWN_WORDS, rule

_UNITS = frozenset({"元", "万元"})


@rule(
    "CON209",
    "unit-mixed",
    severity="warning",
    title_en="The parts of one total are given in yuan and in ten thousand yuan.",
    basis=OWN_WORDS,
)
def unit_mixed(facts: Facts) -> Iterator[Flag]:
    """元与万元混用。

    查什么：一个总数的各分项，有的以“元”、有的以“万元”为单位。
    为什么：混用单位最容易看错小数点，也难以核对。
    例：“合计36.50万元，其中：材料费12.50万元，人工费240000元”。
    不查什么：亿元与万元；总数与分项之间的不同（总数取整为万元）；单价、补助标准（每人……元）；表格里的；各说各
    的数量。
    依据：报告自身表述。
    """
    flagged: set[str] = set()
    for claim in facts.claims:
        if claim.kind is not RelationKind.SUM or claim.source is ClaimSource.TABLE:
            continue
        figures = [facts.figures[t.figure] for t in claim.relation.terms]
        odd = _odd(figures)
        if odd is not None and odd.id not in flagged:
            flagged.add(odd.id)
            yield _flag(facts, odd, [f for f in figures if f is not odd])


def _odd(figures: Sequence[Figure]) -> Figure | None:
    """The first part in the rarer unit, where prose states the parts in both."""
    if any(f.how == "table" or f.cell for f in figures):
        return None
    amounts = [f for f in figures if f.numeral.kind is FigureKind.AMOUNT]
    units = Counter(f.numeral.unit for f in amounts)
    if len(amounts) != len(figures) or set(units) != _UNITS:
        return None
    rarer = min(units, key=lambda u: (units[u], u == "万元"))
    return next(f for f in amounts if f.numeral.unit == rarer)


def _flag(facts: Facts, odd: Figure, others: Sequence[Figure]) -> Flag:
    other = next(f for f in others if f.numeral.unit != odd.numeral.unit)
    return Flag(
        anchor=figure_anchor(facts, odd),
        message=Text(
            f"“{odd.numeral.text}”与“{other.numeral.text}”单位不一致。",
            f"“{odd.numeral.text}” and “{other.numeral.text}” are in different units.",
        ),
        advice=Text("统一用“万元”或“元”。", "Use one unit throughout."),
        evidence=tuple(figure_evidence(facts, f, "item") for f in others),
        confidence=Confidence.MEDIUM,
    )
