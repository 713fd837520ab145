"""PRB009: instruction-left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from reportlint.facts.fields import find_fields
from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import Passage, passages
from reportlint.lexicon.terms import read_toml, strings
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "四川省部门预算项目支出绩效自评表填报说明", "存在问题、改进措施栏", BasisStatus.VERIFIED
)
FILE = "instructions.toml"


@rule(
    "PRB009",
    "instruction-left",
    severity="error",
    title_en="The form's own filling instruction is left as content.",
    basis=_BASIS,
)
def instruction_left(facts: Facts) -> Iterator[Flag]:
    """表格的填写说明被当作内容留下。

    查什么：问题、措施、完成情况、原因各栏里留着表格自带的填写要求，如“结合自评情况，分析存在的问题及原因。
    （200字以内）”“对照年度目标，说明完成情况”。
    为什么：这一栏实际上没有填。
    例：存在问题栏只有“针对自评中发现的问题，分析原因”。
    不查什么：栏目名称自带的字数要求；引出正文的话（“分析如下：”）；写了说明又写了内容的栏（只有带字数的说明
    仍要删）；范本的其他残留（归 TXT402）。
    依据：四川省自评表填报说明规定了各栏应填的内容。
    """
    seen: set[tuple[int, tuple[int, int] | None]] = set()
    for passage in passages(facts.document):
        for span in _found(facts, passage):
            seen.add((span.block, span.cell))
            yield _flag(facts, span)
    for field in find_fields(facts):
        statements = [s for s in field.content if s.text.strip()]
        if len(statements) != 1 or (statements[0].span.block, statements[0].span.cell) in seen:
            continue
        text = statements[0].text
        if _is_instruction(text):
            lead = len(text) - len(text.lstrip())
            yield _flag(facts, field.span(lead, len(text.rstrip())))


def _found(facts: Facts, passage: Passage) -> Iterator[Span]:
    if _is_label(facts, passage):
        return
    for match in _patterns("anywhere").finditer(passage.text):
        yield passage.span(*match.span("at"))


def _is_label(facts: Facts, passage: Passage) -> bool:
    """A cell with something beside or below it to answer it asks, it does not tell."""
    if passage.cell is None:
        return False
    block = facts.document.blocks[passage.block]
    rows = getattr(block, "rows", ())
    row, column = passage.cell
    return column == 0 and len({(c.row, c.column) for c in rows[row]}) > 1


def _is_instruction(text: str) -> bool:
    bare = text.strip()
    if not _patterns("whole").fullmatch(regex.sub(r"\s", "", bare)):
        return False
    return not _patterns("said").search(bare.rstrip("。；"))


@cache
def _patterns(name: str) -> regex.Pattern[str]:
    return regex.compile("|".join(strings(FILE, read_toml(FILE), name)))


def _flag(facts: Facts, span: Span) -> Flag:
    anchor = span_anchor(facts, span)
    return Flag(
        anchor=anchor,
        message=Text(
            f"“{anchor.quote}”是表格自带的填写说明，没有填写内容。",
            f"“{anchor.quote}” is the form's own instruction: nothing was filled in.",
        ),
        advice=Text("删去说明，写实际情况。", "Delete it and say what is the case."),
    )
