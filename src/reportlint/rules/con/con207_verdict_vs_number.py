"""CON207: verdict-vs-number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import regex

from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, FigureKind, Span
from reportlint.facts.passages import sentences
from reportlint.facts.shortfalls import named_by
from reportlint.lexicon.judgements import JudgedMeasure, judged_measures
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import figure_evidence, span_anchor
from reportlint.rules.registry import OWN_WORDS, rule

_CLAUSE = regex.compile(r"[^，,；;：:。（()）]+")
_LINK = regex.compile(r"^(?:仍|均|也|都|处于|属于|保持|达到?|为|在|比较|非常|十分|较|很)+$")
_TURN = regex.compile("但|可|不过|然而|只是|其中|个别|部分|仍有|尚有")
"""What opens a clause about something else than the clause before it praised."""
_DIGIT = regex.compile(r"\d")


@rule(
    "CON207",
    "verdict-vs-number",
    severity="warning",
    title_en="A word of praise contradicts the figure beside it.",
    basis=OWN_WORDS,
)
def verdict_vs_number(facts: Facts) -> Iterator[Flag]:
    """评语与旁边的数字不符。

    查什么：同一句里，预决算差异率、预算执行率、完成率、结转结余率、满意度的数值与“较好、良好、较低、全
    部完成”等评语是否相称；界线在配置 thresholds 中，可以改。
    为什么：评语照抄往年，数字变了评语没变。
    例：“预决算差异率为23.60%，控制情况较好”。
    不查什么：评语说的是别的事；“未达到良好水平”；评语和数字不在同一句；没有官方界线的其他指标。
    依据：报告自身表述；界线没有官方规定，由用户配置。
    """
    for figure in facts.figures.values():
        if figure.numeral.kind is FigureKind.PERCENT and figure.value is not None:
            yield from _beside(facts, figure, figure.value)


def _beside(facts: Facts, figure: Figure, value: Fraction) -> Iterator[Flag]:
    for measure in judged_measures():
        limit: Decimal = getattr(facts.config.thresholds, measure.limit)
        deserved = value >= limit if measure.deserved_above else abs(value) <= limit
        if deserved or not measure.named.search(named_by(facts, figure)):
            continue
        if span := _praise(facts, figure, measure):
            yield _flag(facts, figure, span, limit, measure)
            return


def _praise(facts: Facts, figure: Figure, measure: JudgedMeasure) -> Span | None:
    """Praise in the figure's sentence: after it, else before it, with no other figure between."""
    text = block_text(facts.document.blocks[figure.block], figure.cell)
    start, end = _sentence(text, figure)
    for clause in _CLAUSE.finditer(text, figure.end, end):
        if _DIGIT.search(clause.group()):
            break
        if found := _in_clause(clause, measure, own=clause.start() == figure.end):
            return Span(figure.block, *found, figure.cell)
    clauses = list(_CLAUSE.finditer(text, start, figure.start))
    if clauses and _TURN.match(clauses[-1].group()):
        return None
    for clause in reversed(clauses[:-1]):
        if _DIGIT.search(clause.group()):
            break
        if found := _in_clause(clause, measure, own=False):
            return Span(figure.block, *found, figure.cell)
    return None


def _in_clause(
    clause: regex.Match[str], measure: JudgedMeasure, *, own: bool
) -> tuple[int, int] | None:
    """Praise at the end of a clause that speaks of the measure, or of nothing else."""
    words = clause.group()
    match = measure.praise.search(words)
    if match is None:
        return None
    subject = _LINK.sub("", words[: match.start()].strip())
    if not own and subject and not measure.about.search(subject):
        return None
    return clause.start() + match.start("at"), clause.start() + match.end("at")


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    spans = (s for s in sentences(text) if s[0] <= figure.start < s[1])
    return next(spans, (figure.start, figure.end))


def _flag(facts: Facts, figure: Figure, span: Span, limit: Decimal, measure: JudgedMeasure) -> Flag:
    text = block_text(facts.document.blocks[span.block], span.cell)
    praise, printed = text[span.start : span.end], figure.numeral.text
    side_zh, side_en = ("低于", "below") if measure.deserved_above else ("高于", "above")
    return Flag(
        anchor=span_anchor(facts, span),
        message=Text(
            f"{named_by(facts, figure)}为{printed}，{side_zh}{limit}%，却称“{praise}”。",
            f"{named_by(facts, figure)} is {printed}, {side_en} {limit} %, yet called “{praise}”.",
        ),
        advice=Text(
            "按数字改写评语，或核对数字；界线可在配置 thresholds." + measure.limit + " 中调整。",
            f"Reword it or check the figure; the line is thresholds.{measure.limit}.",
        ),
        evidence=(figure_evidence(facts, figure, "actual"),),
        confidence=Confidence.MEDIUM,
    )
