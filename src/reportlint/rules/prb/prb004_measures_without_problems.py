"""PRB004: measures-without-problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts, Span
from reportlint.lexicon.empty_problems import empty_forms
from reportlint.result import Basis, BasisStatus, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "四川省部门预算项目支出绩效自评表填报说明",
    "改进措施：针对项目自评中发现的问题",
    BasisStatus.VERIFIED,
)
_SENTENCE = regex.compile(r"[^。；;\n]+")
_KEEP_ON = regex.compile(r"继续(?:保持|做好|努力)|一如既往|再接再厉")
SHORT = 24


@rule(
    "PRB004",
    "measures-without-problems",
    severity="warning",
    title_en="No problem is stated, yet measures are proposed.",
    basis=_BASIS,
)
def measures_without_problems(facts: Facts) -> Iterator[Flag]:
    """没有问题却提出了措施。

    查什么：同一份报告里“存在的问题”为“无”（或空），而“措施建议”写了具体措施。
    为什么：措施应当针对问题；有措施就说明有问题没有写出来。
    例：问题“无”，建议“进一步优化绩效目标设定，加快预算执行”。
    不查什么：问题和措施都为“无”的；只说“继续保持”的；问题写在别处的。
    依据：四川省自评表填报说明：改进措施“针对项目自评中发现的问题”。
    """
    fields = find_fields(facts)
    for part in sorted({f.part for f in fields}):
        own = [f for f in fields if f.part == part]
        problems = [f for f in own if f.role is FieldRole.PROBLEMS]
        if problems and all(_none(f) for f in problems):
            measures = [f for f in own if f.role is FieldRole.MEASURES]
            yield from _flags(facts, problems, measures)


def _none(field: Field) -> bool:
    return field.judgement.state.empty


def _flags(facts: Facts, problems: Sequence[Field], measures: Sequence[Field]) -> Iterator[Flag]:
    denied = problems[0]
    for field in measures:
        if not _none(field) and (found := _first_sentence(field.text, 0)):
            yield _flag(facts, denied, field.span(*found))
    for field in problems:
        if found := _promise(field):
            yield _flag(facts, field, field.span(*found))


def _first_sentence(text: str, start: int) -> tuple[int, int] | None:
    match = _SENTENCE.search(text, start)
    if match is None or (len(text) - start < SHORT and _KEEP_ON.search(text, start)):
        return None
    lead = len(match.group()) - len(match.group().lstrip())
    return match.start() + lead, match.end()


def _promise(field: Field) -> tuple[int, int] | None:
    """A sentence after the denial that proposes something."""
    judged = field.judgement
    if judged.state is not Emptiness.NONE:
        return None
    for match in _SENTENCE.finditer(field.text, judged.end):
        words = match.group().strip("，,：: ")
        if len(words) > 8 and empty_forms().promise.match(words):
            return _first_sentence(field.text, match.start())
    return None


def _flag(facts: Facts, denied: Field, span: Span) -> Flag:
    judged = denied.judgement
    at = denied.span(judged.start, judged.end) if judged.end else denied.title_span
    said = denied.text[judged.start : judged.end]
    said_zh = f"写“{said}”" if said else "没有内容"
    return Flag(
        anchor=span_anchor(facts, span),
        message=Text(
            f"“{denied.title}”{said_zh}，这里却提出了措施。",
            f"“{denied.title}” names no problem, yet measures are proposed here.",
        ),
        advice=Text(
            "把措施所针对的问题写进“存在的问题”，或删去措施。",
            "State the problems that these measures answer, or drop the measures.",
        ),
        evidence=(Evidence("item", span_anchor(facts, at)),),
    )
