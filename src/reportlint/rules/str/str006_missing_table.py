"""STR006: missing-table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.document import Table
from reportlint.facts.cover import title_span
from reportlint.facts.coverage import outlined
from reportlint.facts.model import Facts, Part
from reportlint.profiles import Profile, SectionSpec
from reportlint.result import Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.bases import basis
from reportlint.rules.registry import OWN_WORDS, rule

LINE_LIMIT = 48
_ATTACHED = regex.compile(r"附件|附表|附后|另附|见附")
_ITEM = regex.compile(r"\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]、)")
_SCORE_COLUMNS = (
    regex.compile("分值|权重|满分|标准分"),
    regex.compile("得分|评分"),
    regex.compile("指标"),
)


def _applies(facts: Facts) -> bool:
    return any(outlined(facts, part) for part in facts.parts)


@rule(
    "STR006",
    "missing-table",
    severity="warning",
    title_en="A table that belongs to the report is not attached.",
    basis=OWN_WORDS,
    applies=_applies,
)
def missing_table(facts: Facts) -> Iterator[Flag]:
    """未附规定的表格。

    查什么：报告类型要求附的评分表、自评表、基础数据表，文中既没有这样的表，也没有写明另附。
    为什么：得分从哪里来，要看评分表才知道。
    例：报告给出“综合得分92分”，全文没有指标评分表。
    不查什么：写明“详见附件”“另附”的；表名不同但有分值、得分各列的评分表；没有规定附表的报告类型。
    依据：各报告类型的提纲、范本，逐项注明并带核实状态。
    """
    for part in facts.parts:
        if part.profile and outlined(facts, part):
            for spec in part.profile.sections:
                wanted = spec.level == 0 and part.profile.missing_severity(spec)
                if wanted and not _attached(facts, spec):
                    yield from _flag(facts, part, part.profile, spec)


def _attached(facts: Facts, spec: SectionSpec) -> bool:
    """In any part of the file: a table so named or so built, or a line that says it is attached."""
    names = [regex.sub(r"\s", "", n) for n in (spec.title, *spec.aliases, *spec.signs)]
    captions = [t.caption for t in facts.tables] + [s.title for s in facts.outline.sections]
    titles = [p.title for p in facts.parts if p.profile is None or spec not in p.profile.sections]
    if facts.tables and any(_says(text, names) for text in captions + titles):
        return True
    listing = False
    for _, block in facts.document.body():
        if isinstance(block, Table):
            if _named(block, names):
                return True
            continue
        listing = _opens_list(block.text) or (listing and bool(_ITEM.match(block.text)))
        if _announces(block.text, names) or (listing and _says(block.text, names)):
            return True
    return False


def _opens_list(text: str) -> bool:
    """`附件：1.……`: the lines that follow may name further attachments."""
    return len(text) <= LINE_LIMIT and bool(regex.match(r"\s*附\s*[件表]", text))


def _says(text: str, names: Sequence[str]) -> bool:
    bare = regex.sub(r"\s", "", text)
    return any(name in bare for name in names)


def _named(table: Table, names: Sequence[str]) -> bool:
    top = "".join(c.text for row in table.rows[:3] for c in row)
    built = all(column.search(top) for column in _SCORE_COLUMNS)
    return built or any(_says(c.text, names) for row in table.rows[:2] for c in row)


def _announces(text: str, names: Sequence[str]) -> bool:
    return len(text) <= LINE_LIMIT * 4 and bool(_ATTACHED.search(text)) and _says(text, names)


def _flag(facts: Facts, part: Part, profile: Profile, spec: SectionSpec) -> Iterator[Flag]:
    span = title_span(facts, part)
    if span is None:
        return
    yield Flag(
        anchor=span_anchor(facts, span),
        message=Text(f"未附“{spec.title}”。", f"The table “{spec.title}” is not attached."),
        advice=Text("附上该表，或写明附件名称。", "Attach it, or name the attachment."),
        severity=Severity(profile.missing_severity(spec) or "warning"),
        confidence=Confidence.MEDIUM,
        expected=spec.title,
        basis=basis(profile.basis_of(spec)),
    )
