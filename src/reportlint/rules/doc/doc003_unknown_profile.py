"""DOC003: unknown-profile."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.cover import title_span
from reportlint.facts.model import Facts
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule

OUTLINED = 3
"""A file without a title is a report only if it has so many sections."""


@rule(
    "DOC003",
    "unknown-profile",
    severity="warning",
    title_en="The kind of report could not be told; outline rules did not run.",
    basis=OWN_WORDS,
)
def unknown_profile(facts: Facts) -> Iterator[Flag]:
    """判断不出报告类型，未检查章节。

    查什么：标题和章节都对不上任何一种已知的报告类型。
    为什么：不知道类型，就不知道应有哪些章节；其余规则照常检查。
    例：标题是“关于……工作情况的汇报”，章节与各类报告都不相同。
    不查什么：没有标题的片段、单独的表格。
    依据：报告自身表述；用 --profile 可以指定类型。
    """
    part = facts.parts[0] if facts.parts else None
    if part is None or part.profile is not None:
        return
    if not part.title and len(facts.outline.sections) < OUTLINED:
        return
    span = title_span(facts, part)
    if span is not None:
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(
                f"判断不出报告类型，未检查章节（{part.reason.zh}）。",
                f"The kind of report is unknown, its outline was not checked ({part.reason.en}).",
            ),
            advice=Text(
                "用 --profile 指定类型（reportlint profiles 列出全部）。",
                "Name it with --profile (reportlint profiles lists them).",
            ),
        )
