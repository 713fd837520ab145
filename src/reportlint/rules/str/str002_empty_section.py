"""STR002: empty-section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex

from reportlint.document import Table
from reportlint.facts.emptiness import Emptiness, judge
from reportlint.facts.fields import find_fields
from reportlint.facts.model import Facts, Section
from reportlint.facts.nesting import restarted
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import section_anchor
from reportlint.rules.registry import OWN_WORDS, rule

TITLE_LIMIT = 26
LONGEST_NOTHING = 200
"""Longer text is taken for content without looking at what it says."""
_PLACEHOLDER = regex.compile(r"\s*(?:略|待补充?|待填写|[XxＸ×]{2,}|（略）|\(略\))\s*[。.]?\s*")
_HAN_NUMBER = regex.compile(r"第?[（(]?[一二三四五六七八九十]")


def _applies(facts: Facts) -> bool:
    return any(part.title or part.profile for part in facts.parts)


@rule(
    "STR002",
    "empty-section",
    severity="error",
    title_en="A heading has nothing under it.",
    basis=OWN_WORDS,
    applies=_applies,
)
def empty_section(facts: Facts) -> Iterator[Flag]:
    """有标题而没有内容。

    查什么：标题之下直接是下一个标题（或全文结束），或者只有“/”“—”“略”“待补充”。
    为什么：多半是粘贴时漏了，或者想以后再补而忘了。
    例：“（一）财务管理”紧接“（二）绩效管理”。
    不查什么：有下级标题的上级标题；标题后面是表格的；与标题同行写正文的；“无”（无此事项）；问题、措
    施各栏（归 PRB001）；附件清单和条目式列举。
    依据：报告自身表述。
    """
    fields = {f.title_span.block for f in find_fields(facts)}
    matched = {i for part in facts.parts for i in part.matched.values()}
    empty = _empty_sections(facts)
    siblings = _by_parent(facts.outline.sections)
    for index in sorted(empty):
        section = facts.outline.sections[index]
        if section.block in fields:
            continue
        group = siblings[section.parent, section.level]
        if index in matched or _surely_heading(section, len(group), len(empty & set(group))):
            yield _flag(facts, section)


def _empty_sections(facts: Facts) -> set[int]:
    """The sections with nothing below their title: no text, no table, no subsection."""
    sections = facts.outline.sections
    parents = {s.parent for s in sections}
    return {
        i
        for i, s in enumerate(sections)
        if i not in parents and not restarted(facts.outline, i) and _empty(facts, s)
    }


def _empty(facts: Facts, section: Section) -> bool:
    blocks = facts.document.blocks
    rest = blocks[section.block + 1 : section.stop]
    if any(isinstance(b, Table) for b in rest):
        return False
    texts = [b.text for b in rest if not isinstance(b, Table)]
    first = blocks[section.block]
    if section.body_start is not None and not isinstance(first, Table):
        texts.insert(0, first.text[section.body_start :])
    said = "\n".join(texts)
    if len(said) > LONGEST_NOTHING:
        return False
    state = judge(said).state
    return state in (Emptiness.BLANK, Emptiness.SYMBOL) or bool(_PLACEHOLDER.fullmatch(said))


def _by_parent(sections: Sequence[Section]) -> Mapping[tuple[int | None, int], list[int]]:
    groups: defaultdict[tuple[int | None, int], list[int]] = defaultdict(list)
    for index, section in enumerate(sections):
        groups[section.parent, section.level].append(index)
    return groups


def _surely_heading(section: Section, group: int, empty: int) -> bool:
    """Not an item of a list: a short title among siblings that do have content.

    `group` counts the sections of its rank under one parent, `empty` those without content.
    """
    if section.number.startswith("附") or len(section.title) > TITLE_LIMIT:
        return False
    if not section.number or regex.search(r"[\d，,；;%％]", section.title):
        return False
    filled = group - empty
    wanted = 1 if _HAN_NUMBER.match(section.number) else 2
    return filled >= wanted and filled * 2 >= group - 1


def _flag(facts: Facts, section: Section) -> Flag:
    return Flag(
        anchor=section_anchor(facts, section),
        message=Text(
            f"“{section.title}”之下没有内容。", f"Nothing stands under “{section.title}”."
        ),
        advice=Text("补写内容，或删去这个标题。", "Write the section, or remove the heading."),
    )
