"""SCO305: indicator-score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import passages
from reportlint.facts.scoring.completion import Completion, completions
from reportlint.lexicon.scoring import scoring_words
from reportlint.result import Basis, BasisStatus, Confidence, Evidence, Flag, Severity, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence, span_anchor
from reportlint.rules.figures_as_printed import number
from reportlint.rules.registry import OWN_WORDS, rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "定量指标得分", BasisStatus.UNVERIFIED
)
AMPLE = Fraction(13, 10)
"""A target passed by more may have been set too low: points may be taken for that."""

NEARLY = Fraction(98, 100)
"""So near a target full marks are passed over, unless the form prints its rule."""


@rule(
    "SCO305",
    "indicator-score",
    severity="warning",
    title_en="The points of an indicator do not follow from its completion.",
    basis=_BASIS,
)
def indicator_score(facts: Facts) -> Iterator[Flag]:
    """指标得分与完成情况不相称。

    查什么：定量指标的目标值、实际完成值与得分：没有完成却得满分；表上写明“完成的得满分，未完成
    的按比例得分”而得分不是这样；分值相同的两项，完成得差的反而得分高。
    为什么：得分应当由完成情况得出，否则评价无从复核。
    例：目标值100个，完成70个，分值10分，得10分。
    不查什么：没有写明规则而扣分的（归 PRB007）；定性指标；完成值远超目标的；越少越好而没有写明“≤”的
    指标；目标和完成值单位不同的；写了扣分原因的。只有报告写明计分规则时才作为错误。
    依据：自评表的计分规则：定量指标完成的得满分，未完成的按完成比例得分（依据待核）。
    """
    stated = any(scoring_words().has("proportional", p.text) for p in passages(facts.document))
    blamed = {d.suspects[0] for d in facts.diagnoses if len(d.suspects) == 1}
    for table in facts.tables:
        rows = list(completions(facts.document, table, facts.figures))
        wrong = [r for r in rows if _is_wrong(r, stated=stated) and r.score.id not in blamed]
        for row in wrong:
            yield _flag(facts, row, stated=stated)
        if not stated:
            yield from _unordered(facts, [r for r in rows if r not in wrong])


def _is_wrong(row: Completion, *, stated: bool) -> bool:
    if row.met:
        own_rule = row.row.rule is not None
        return stated and not own_rule and not row.full and not row.reason and row.ratio <= AMPLE
    if row.full:
        return row.ratio < NEARLY or (stated and _off(row))
    return stated and not _is_poll(row) and not row.reason and _off(row)


def _off(row: Completion) -> bool:
    """Whether neither rounding nor truncation makes the mark weight × completion."""
    step = Fraction(1, 10**row.score.numeral.decimals)
    return abs((row.score.value or 0) - _due(row)) >= step


def _due(row: Completion) -> Fraction:
    return (row.weight.value or Fraction(0)) * min(row.ratio, Fraction(1))


def _is_poll(row: Completion) -> bool:
    return scoring_words().has("polls", row.row.words)


def _flag(facts: Facts, row: Completion, *, stated: bool) -> Flag:
    sure = stated and not row.reason and not _is_poll(row) and (row.signed or row.ratio <= 1)
    due = number(_due(row), 2).rstrip("0").rstrip(".")
    expected = f"{due}分" if sure else None
    mark, full = row.score.numeral.text, row.weight.numeral.text
    told = f"目标值“{row.target}”，实际完成值“{row.actual}”，分值{full}分，得{mark}分"
    fault = _fault(row)
    return Flag(
        anchor=figure_anchor(facts, row.score),
        message=Text(
            f"{row.row.name}：{told}，{fault.zh}。",
            f"{row.row.name}: target “{row.target}”, result “{row.actual}”, "
            f"{mark} of {full} points: {fault.en}.",
        ),
        advice=Text(
            "按计分规则核对得分；另有理由的，在原因栏写明。",
            "Check the points against the rule, or give the reason in its column.",
        ),
        expected=expected,
        evidence=(figure_evidence(facts, row.weight, "whole"), *_cells(facts, row)),
        severity=Severity.ERROR if sure else Severity.WARNING,
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        basis=OWN_WORDS if stated else None,
    )


def _fault(row: Completion) -> Text:
    if row.met:
        return Text("已达到目标却扣分，没有写明原因", "the target is met, yet points are taken")
    if row.full:
        return Text("没有达到目标却得满分", "the target is missed, yet the marks are full")
    return Text(
        "与写明的按完成比例计分不符", "this is not the share of the target that was reached"
    )


def _cells(facts: Facts, row: Completion) -> Iterator[Evidence]:
    for cell, role, text in (
        (row.row.target, "target", row.target),
        (row.row.actual, "actual", row.actual),
    ):
        if cell is not None:
            span = Span(row.table.block, 0, len(text), cell)
            yield Evidence(role, span_anchor(facts, span))


def _unordered(facts: Facts, rows: Sequence[Completion]) -> Iterator[Flag]:
    """Of two indicators of equal weight, neither met, the worse one has more points."""
    missed = [r for r in rows if not r.met and not r.full and not r.reason and not _is_poll(r)]
    seen: set[str] = set()
    for worse, better in permutations(missed, 2):
        equal = worse.weight.value == better.weight.value
        odd = (worse.score.value or 0) > (better.score.value or 0) and worse.ratio < better.ratio
        if equal and odd and worse.score.id not in seen:
            seen.add(worse.score.id)
            yield _order(facts, worse, better)


def _order(facts: Facts, worse: Completion, better: Completion) -> Flag:
    a, b = worse.row.name, better.row.name
    low, high = (number(r.ratio * 100, 2) for r in (worse, better))
    return Flag(
        anchor=figure_anchor(facts, worse.score),
        message=Text(
            f"{a}完成{low}%，{b}完成{high}%，两项分值相同，完成得差的得分反而高。",
            f"{a} is completed to {low} %, {b} to {high} %; of equal weight, the worse has more "
            "points.",
        ),
        advice=Text("按同一规则核对两项得分。", "Check both against one rule."),
        evidence=(figure_evidence(facts, better.score, "item"),),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )
