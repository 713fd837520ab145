"""SCO304: execution-score."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.scoring.execution import misjudged
from reportlint.facts.scoring.execution_rule import Execution
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.figures_as_printed import number
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "预算执行率得分", BasisStatus.UNVERIFIED
)
MOST_DECIMALS = 2


@rule(
    "SCO304",
    "execution-score",
    severity="error",
    title_en="The execution score is not weight × execution rate.",
    basis=_BASIS,
)
def execution_score(facts: Facts) -> Iterator[Flag]:
    """预算执行得分不等于分值×执行率。

    查什么：自评表资金一栏（或“预算执行率”指标）的得分，按该项分值×执行率重算，最高不超过分值。
    为什么：各地自评表都按这个公式给预算执行打分，执行率改过以后得分常常忘了改。
    例：分值10分，执行率90.00%，得分9.60分——应为9.00分。
    不查什么：报告自己另定分档或扣分办法的；四舍五入、截尾取数说得通的；执行率超过100%的。写了原因的、
    执行率在90%以上而给满分的、没有写明公式的，只作警告。
    依据：项目支出绩效自评表：执行率×该指标分值，最高不得超过分值上限（依据待核）。
    """
    yield from recomputed(facts, "SCO304")
    for found in misjudged(facts.document, facts.tables, facts.figures):
        if not found.certain and not _blamed(facts, found):
            yield _doubt(facts, found)


def _blamed(facts: Facts, found: Execution) -> bool:
    """Whether a root cause already explains it: the rate itself, or the mark, is wrong."""
    ids = {found.score.id, found.rate.id}
    return any(len(d.suspects) == 1 and d.suspects[0] in ids for d in facts.diagnoses)


def _doubt(facts: Facts, found: Execution) -> Flag:
    due = _shown(found)
    mark, rate, full = (f.numeral.text for f in (found.score, found.rate, found.weight))
    return Flag(
        anchor=figure_anchor(facts, found.score),
        message=Text(
            f"预算执行得分{mark}分，与分值×执行率（{due}分）不符。",
            f"The execution score is {mark}; weight × rate gives {due}.",
        ),
        advice=Text(
            "按分值×执行率核对得分；另有计分办法的，在表中写明。",
            "Check the score; where another rule applies, print it with the form.",
        ),
        working=f"{full} × {rate} = {due}分",
        expected=f"{due}分",
        evidence=(
            figure_evidence(facts, found.weight, "factor"),
            figure_evidence(facts, found.rate, "factor"),
        ),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )


def _shown(found: Execution) -> str:
    decimals = max(found.score.numeral.decimals, MOST_DECIMALS)
    text = number(found.expected, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text
