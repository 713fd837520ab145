"""PRB005: problems-without-measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.itemised import Item, items
from reportlint.facts.model import Facts, Span
from reportlint.lexicon.topics import topics
from reportlint.result import Basis, BasisStatus, Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "四川省部门预算项目支出绩效自评表填报说明",
    "改进措施：针对项目自评中发现的问题",
    BasisStatus.VERIFIED,
)
_CLAUSE = regex.compile(r"[^。；;\n：:]+")
_MEASURES = regex.compile(r"[^。；;，,\n]{3,}")


@rule(
    "PRB005",
    "problems-without-measures",
    severity="warning",
    title_en="A problem is stated that no measure answers.",
    basis=_BASIS,
)
def problems_without_measures(facts: Facts) -> Iterator[Flag]:
    """有问题而没有对应的措施。

    查什么：问题写了，而措施一栏为“无”或空；逐条列出的问题多于措施，其中一条的内容在措施里没有提到。
    为什么：提出问题是为了改进，没有措施的问题来年还会再来。
    例：问题三条，其中一条是“档案库房潮湿”，措施两条都只讲预算编制和培训。
    不查什么：措施笼统说“针对上述问题”的；问题条目里已写明怎么办的；措施不少于问题的；换了说法的措施（同
    一事项即可）；没有措施一栏的（归 STR001）。
    依据：四川省自评表填报说明：改进措施“针对项目自评中发现的问题”。
    """
    fields = find_fields(facts)
    for part in sorted({f.part for f in fields}):
        own = [f for f in fields if f.part == part]
        problems = [f for f in own if f.role is FieldRole.PROBLEMS and _said(f)]
        measures = [f for f in own if f.role is FieldRole.MEASURES]
        if problems and measures:
            yield from _flags(facts, problems, measures)


def _said(field: Field) -> bool:
    return not field.judgement.state.empty


def _flags(facts: Facts, problems: Sequence[Field], measures: Sequence[Field]) -> Iterator[Flag]:
    answers = "\n".join(m.text for m in measures if _said(m))
    if not answers:
        if not any(topics().answered.search(p.text) for p in problems):
            yield _none_at_all(facts, problems[0], measures[0])
        return
    if len(problems) == 1 and not topics().answers_all.search(answers):
        for item in _unanswered(problems[0], measures, answers):
            yield _unmet(facts, problems[0], item, measures[0])


def _unanswered(problem: Field, measures: Sequence[Field], answers: str) -> list[Item]:
    """Items that no measure touches, where there are fewer measures than problems.

    Some other item must be answered in its own words: else the two lists speak another language.
    """
    listed = items(problem.text)
    given = sum(_count(m.text) for m in measures)
    if not listed or given >= len(listed):
        return []
    left = [item for item in listed if not _touched(item.text, answers)]
    return left if 0 < len(left) < len(listed) else []


def _count(text: str) -> int:
    return len(items(text)) or len(_MEASURES.findall(text))


def _touched(problem: str, answers: str) -> bool:
    words = topics()
    if words.answered.search(problem) or words.of(problem) & words.of(answers):
        return True
    return bool(words.substance(problem) & words.substance(answers))


def _none_at_all(facts: Facts, problem: Field, measure: Field) -> Flag:
    judged = measure.judgement
    said = measure.text[judged.start : judged.end]
    at = measure.span(judged.start, judged.end) if said else measure.title_span
    said_zh = f"写“{said}”" if said else "没有内容"
    return Flag(
        anchor=span_anchor(facts, at),
        message=Text(
            f"“{problem.title}”写了问题，“{measure.title}”却{said_zh}。",
            f"“{problem.title}” states problems, yet “{measure.title}” proposes nothing.",
        ),
        advice=_ADVICE,
        evidence=(Evidence("item", span_anchor(facts, problem.title_span)),),
    )


def _unmet(facts: Facts, problem: Field, item: Item, measure: Field) -> Flag:
    clause = _CLAUSE.search(problem.text, item.start, item.end)
    start, end = clause.span() if clause else (item.start, item.end)
    words = problem.text[start:end].strip()
    return Flag(
        anchor=span_anchor(facts, _trimmed(problem, start, end)),
        message=Text(
            f"问题“{words}”在“{measure.title}”里没有对应的措施。",
            f"Nothing under “{measure.title}” answers the problem “{words}”.",
        ),
        advice=_ADVICE,
        evidence=(Evidence("item", span_anchor(facts, measure.title_span)),),
        confidence=Confidence.MEDIUM,
    )


def _trimmed(field: Field, start: int, end: int) -> Span:
    words = field.text[start:end]
    return field.span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


_ADVICE = Text("逐条写明怎样解决、由谁负责、何时完成。", "Say how, by whom and when it is solved.")
