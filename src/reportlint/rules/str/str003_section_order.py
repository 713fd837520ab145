"""STR003: section-order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.coverage import outlined, recognised
from reportlint.facts.model import Facts, Part
from reportlint.facts.section_names import title_similarity
from reportlint.profiles import Profile, SectionSpec
from reportlint.result import Basis, BasisStatus, Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import section_anchor
from reportlint.rules.bases import basis
from reportlint.rules.registry import rule

_BASIS = Basis("各类报告的规定体例（见 reportlint profile）", "", BasisStatus.UNVERIFIED)
ALIKE = 90.0
FEWEST = 3
"""Two sections alone have no order to break."""


def _applies(facts: Facts) -> bool:
    ordered = (p for p in facts.parts if p.profile and p.profile.ordered)
    return any(outlined(facts, part) for part in ordered)


@rule(
    "STR003",
    "section-order",
    severity="warning",
    title_en="A section stands out of the prescribed order.",
    basis=_BASIS,
    applies=_applies,
)
def section_order(facts: Facts) -> Iterator[Flag]:
    """章节次序与规定不符。

    查什么：按报告类型应有的章节（同一级、同一上级之下），次序与提纲不同；只提示挪动最少的几节。
    为什么：评审按提纲查阅，次序乱了容易漏看。
    例：“六、措施建议”写在“五、总体评价结论”之前。
    不查什么：标题与提纲相差较大的；提纲以外的章节；少于三节的；缺少的章节（归 STR001）；次序各地不
    一的类型（决算公开等）。
    依据：各报告类型所依据的提纲、范本（未核实的依据待核）。
    """
    for part in facts.parts:
        if part.profile is None or not part.profile.ordered or not outlined(facts, part):
            continue
        found = recognised(facts, part, part.profile)
        for group in _groups(facts, part.profile, found):
            yield from _misplaced(facts, part, part.profile, found, group)


def _groups(facts: Facts, profile: Profile, found: dict[str, int]) -> list[list[SectionSpec]]:
    """The sections that were surely found, those under one heading together."""
    groups: dict[tuple[int, str | None], list[SectionSpec]] = {}
    for spec in profile.sections:
        if spec.level == 0 or spec.required == "may" or spec.id not in found:
            continue
        section = facts.outline.sections[found[spec.id]]
        if section.number and title_similarity(spec, section) >= ALIKE:
            groups.setdefault((spec.level, spec.parent), []).append(spec)
    return [g for g in groups.values() if len({found[s.id] for s in g}) >= FEWEST]


def _misplaced(
    facts: Facts, part: Part, profile: Profile, found: dict[str, int], group: Sequence[SectionSpec]
) -> Iterator[Flag]:
    places = [found[s.id] for s in group]
    parents = {facts.outline.sections[p].parent for p in places}
    if len(parents) != 1 or len(set(places)) != len(places):
        return
    kept = _longest_rising(places)
    for order, spec in enumerate(group):
        if order not in kept:
            before = max((k for k in kept if k < order), default=None)
            neighbour = group[before if before is not None else min(kept)]
            yield _flag(facts, profile, spec, found, neighbour, after=before is not None)


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The positions of a longest rising run: what need not be moved."""
    best: list[list[int]] = []
    longest: list[int] = []
    for i, place in enumerate(places):
        before = [run for run in best if places[run[-1]] < place]
        best.append([*(max(before, key=len) if before else ()), i])
        longest = max(longest, best[-1], key=len)
    return set(longest)


def _flag(
    facts: Facts,
    profile: Profile,
    spec: SectionSpec,
    found: dict[str, int],
    neighbour: SectionSpec,
    *,
    after: bool,
) -> Flag:
    section = facts.outline.sections[found[spec.id]]
    other = facts.outline.sections[found[neighbour.id]]
    side_zh, side_en = ("之后", "after") if after else ("之前", "before")
    return Flag(
        anchor=section_anchor(facts, section),
        message=Text(
            f"“{section.title}”应在“{other.title}”{side_zh}。",
            f"“{section.title}” belongs {side_en} “{other.title}”.",
        ),
        advice=Text("按规定的提纲调整次序。", "Put the sections into the prescribed order."),
        evidence=(Evidence("item", section_anchor(facts, other)),),
        confidence=Confidence.MEDIUM,
        basis=basis(profile.basis_of(spec)),
    )
