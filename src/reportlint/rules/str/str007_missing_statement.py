"""STR007: missing-statement."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.document import Table
from reportlint.facts.coverage import outlined, recognised
from reportlint.facts.emptiness import Emptiness, judge
from reportlint.facts.model import Facts, Part, Section
from reportlint.lexicon.statements import statement_patterns
from reportlint.profiles import Needs, Profile, SectionSpec
from reportlint.result import Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import section_anchor
from reportlint.rules.bases import basis
from reportlint.rules.registry import OWN_WORDS, rule

_NUMBER = regex.compile(r"\d(?!\d{0,3}\s*年)|[一二三四五六七八九十]成")


def _applies(facts: Facts) -> bool:
    return any(
        spec.needs for p in facts.parts if p.profile and outlined(facts, p) for spec in _specs(p)
    )


def _specs(part: Part) -> tuple[SectionSpec, ...]:
    return part.profile.sections if part.profile else ()


@rule(
    "STR007",
    "missing-statement",
    severity="warning",
    title_en="A section lacks the figure that it is there for.",
    basis=OWN_WORDS,
    applies=_applies,
)
def missing_statement(facts: Facts) -> Iterator[Flag]:
    """章节缺少应写明的数字或结论。

    查什么：报告类型规定某节应写明的数字（预算执行率、结转结余率、预决算差异率、得分、等级等），该节没有，
    报告别处也没有。
    为什么：这一节就是为这个数而设的；没有数，后面的评语无从判断。
    例：“二、当年预算执行情况”写了预算数和支出数，没有写预算执行率。
    不查什么：写在别的章节或表格里的；换了名称的（支付率、支出进度、完成预算的百分之几）；缺少整个章节的
    （归 STR001）；没有内容的章节（归 STR002）；类型没有规定的。
    依据：各报告类型的体例，逐项注明并带核实状态；已核实而该节一个数字也没有的，为错误。
    """
    for part in facts.parts:
        if part.profile is None or not outlined(facts, part):
            continue
        whole = _text(facts, part.start_block, part.end_block)
        found = recognised(facts, part, part.profile)
        for spec in part.profile.sections:
            if not spec.needs or spec.id not in found:
                continue
            section = facts.outline.sections[found[spec.id]]
            if judge(_content(facts, section)).state is not Emptiness.SAID:
                continue
            for need in spec.needs:
                pattern = statement_patterns().get(need.concept)
                if pattern is not None and not pattern.search(whole):
                    yield _flag(facts, part.profile, spec, need, section)


def _content(facts: Facts, section: Section) -> str:
    """What stands under a heading, the rest of its own line included."""
    first = facts.document.blocks[section.block]
    own = "" if isinstance(first, Table) else first.text[section.end :].lstrip("。：:； ")
    return own + "\n" + _text(facts, section.block + 1, section.stop)


def _text(facts: Facts, start: int, stop: int) -> str:
    """The paragraphs and the rows of tables, one a line."""
    lines: list[str] = []
    for block in facts.document.blocks[start:stop]:
        if isinstance(block, Table):
            lines += ["|".join(cell.text for cell in row) + "|" for row in block.rows]
            lines += ["|".join(c) + "|" for c in _columns(block)]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _columns(table: Table) -> list[list[str]]:
    """A figure may stand under its name as well as beside it."""
    return [[row[i].text for row in table.rows] for i in range(len(table.rows[0]))]


def _flag(facts: Facts, profile: Profile, spec: SectionSpec, need: Needs, section: Section) -> Flag:
    known = profile.basis_of(spec).status == "verified"
    bare = not _NUMBER.search(_content(facts, section))
    return Flag(
        anchor=section_anchor(facts, section),
        message=Text(
            f"“{section.title}”没有写明{need.zh}。",
            f"“{section.title}” does not state what it is there for ({need.zh}).",
        ),
        advice=Text(f"补写{need.zh}。", f"State it ({need.zh})."),
        severity=Severity.ERROR if known and bare and spec.required == "must" else None,
        confidence=Confidence.HIGH if known else Confidence.MEDIUM,
        expected=need.zh,
        basis=basis(profile.basis_of(spec)),
    )
