"""STR001: missing-section."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import anchor_at
from reportlint.facts.cover import title_span
from reportlint.facts.coverage import SURE, missing_sections, outlined, share_found
from reportlint.facts.model import Facts, Part, Section
from reportlint.profiles import Profile, SectionSpec
from reportlint.result import Anchor, Basis, BasisStatus, Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import section_anchor, span_anchor
from reportlint.rules.bases import basis
from reportlint.rules.registry import rule

_BASIS = Basis("各类报告的规定体例（见 reportlint profile）", "", BasisStatus.UNVERIFIED)


def _applies(facts: Facts) -> bool:
    return any(outlined(facts, part) for part in facts.parts)


@rule(
    "STR001",
    "missing-section",
    severity="error",
    title_en="A prescribed section is absent.",
    basis=_BASIS,
    applies=_applies,
)
def missing_section(facts: Facts) -> Iterator[Flag]:
    """缺少规定的章节。

    查什么：按报告类型（profile）应有而正文没有的章节；目录里列了不算有。
    为什么：缺一节，评审就缺一项依据；缺“问题”“资产管理”等节往往是有意回避。
    例：“四、预算管理情况”之下没有“资产管理”。
    不查什么：换了说法的标题、合并的标题（“财务和资产管理”“存在的问题及建议”）、内容写在另一标题下
    的；没有标题、看不出类型的片段；章节次序（归 STR003）。
    依据：各报告类型所依据的提纲、范本，逐节注明；未核实的标明依据待核。
    """
    for part in facts.parts:
        if part.profile and outlined(facts, part):
            for spec in missing_sections(facts, part):
                yield _flag(facts, part, part.profile, spec)


def _flag(facts: Facts, part: Part, profile: Profile, spec: SectionSpec) -> Flag:
    sure = share_found(facts, part, profile) >= SURE
    severity = Severity(profile.missing_severity(spec) or "info")
    if not sure and severity is Severity.ERROR:
        severity = Severity.WARNING
    parent = _parent(facts, part, spec)
    under_zh = f"“{parent.title}”之下" if parent else "报告"
    under_en = f"under “{parent.title}”" if parent else "in the report"
    return Flag(
        anchor=_anchor(facts, part, spec),
        message=Text(
            f"{under_zh}缺少“{spec.title}”一节。",
            f"The section “{spec.title}” is missing {under_en}.",
        ),
        advice=Text(
            f"补写“{spec.title}”；没有相应事项的，保留标题并写明情况。",
            f"Add “{spec.title}”; if there is nothing to report, say so under that heading.",
        ),
        severity=severity,
        confidence=Confidence.HIGH if sure else Confidence.LOW,
        expected=spec.title,
        basis=basis(profile.basis_of(spec)),
    )


def _anchor(facts: Facts, part: Part, spec: SectionSpec) -> Anchor:
    """The heading it should stand under, else the title."""
    if parent := _parent(facts, part, spec):
        return section_anchor(facts, parent)
    span = title_span(facts, part)
    return span_anchor(facts, span) if span else anchor_at(facts.document, None)


def _parent(facts: Facts, part: Part, spec: SectionSpec) -> Section | None:
    """The section of the report under which `spec` belongs."""
    index = part.matched.get(spec.parent or "")
    return None if index is None else facts.outline.sections[index]
