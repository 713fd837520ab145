"""STR009: contents-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Layer
from reportlint.facts.model import Facts
from reportlint.facts.outline.contents import Strayed, strayed
from reportlint.result import Evidence, Flag, Text
from reportlint.rules.anchoring import section_anchor, span_anchor
from reportlint.rules.registry import OWN_WORDS, rule


def _applies(facts: Facts) -> bool:
    return any(block.layer is Layer.TOC for block in facts.document.blocks)


@rule(
    "STR009",
    "contents-mismatch",
    severity="info",
    title_en="The table of contents and the headings differ.",
    basis=OWN_WORDS,
    applies=_applies,
)
def contents_mismatch(facts: Facts) -> Iterator[Flag]:
    """目录与正文标题不一致。

    查什么：目录里列出的标题，正文没有，或者字句不同。
    为什么：目录没有更新，或者正文漏了一节。
    例：目录写“三、绩效目标完成情况”，正文标题是“三、绩效目标实现情况”。
    不查什么：页码；标点、空格、全角半角的不同；没有编号的条目；大半条目都对不上的（目录属于另一份文件）；正文有
    而目录没有列的下级标题。
    依据：报告自身表述。
    """
    for found in strayed(facts.document, facts.outline):
        yield _flag(facts, found)


def _flag(facts: Facts, found: Strayed) -> Flag:
    anchor = span_anchor(facts, found.entry.span)
    heading = found.heading
    if heading is None:
        zh = f"目录列有“{found.entry.title}”，正文没有这个标题。"
        en = f"The contents list “{found.entry.title}”; no heading reads so."
    else:
        zh = f"目录写“{found.entry.title}”，正文标题是“{heading.title}”。"
        en = f"The contents say “{found.entry.title}”, the heading “{heading.title}”."
    return Flag(
        anchor=anchor,
        message=Text(zh, en),
        advice=Text("更新目录，或补上缺少的一节。", "Update the contents, or add the section."),
        evidence=(Evidence("item", section_anchor(facts, heading)),) if heading else (),
    )
