"""Which prescribed sections a report has, under whatever heading."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.fields import FieldRole, find_fields
from reportlint.facts.fields.sections import part_of
from reportlint.facts.model import Facts, Part, Section
from reportlint.facts.passages import passages, sentences
from reportlint.lexicon.fields import field_titles
from reportlint.profiles import Profile, SectionSpec

SURE = 0.5
"""Below this share of the required sections the profile itself is in doubt."""


def missing_sections(facts: Facts, part: Part) -> Iterator[SectionSpec]:
    """Sections that the part's profile wants and that are nowhere dealt with.

    What is missing inside a missing section is not told again.
    """
    if part.profile is None:
        return
    gone: set[str] = set()
    for spec in part.profile.sections:
        if spec.level == 0 or spec.id in part.matched:
            continue
        if spec.parent in gone or covered(facts, part, spec):
            continue
        gone.add(spec.id)
        if part.profile.missing_severity(spec):
            yield spec


def covered(facts: Facts, part: Part, spec: SectionSpec) -> bool:
    """Whether the matter of `spec` is dealt with under another heading."""
    if spec.role in ("problems", "measures"):
        return _has_field(facts, part, FieldRole(spec.role))
    signs = [regex.sub(r"\s", "", s) for s in (spec.title, *spec.aliases, *spec.signs)]
    titles = [h.title for h in sections_of(facts, part)]
    titles += [t.caption for t in facts.tables if part.start_block <= t.block < part.end_block]
    if any(s in regex.sub(r"\s", "", title) for title in titles for s in signs):
        return True
    return spec.level > 1 and _opens_a_sentence(facts, part, spec, signs)


def sections_of(facts: Facts, part: Part) -> list[Section]:
    """The sections of one part."""
    return [s for s in facts.outline.sections if part.start_block <= s.block < part.end_block]


def share_found(profile: Profile, part: Part) -> float:
    """The share of the sections that must be there which were recognised."""
    wanted = [s.id for s in profile.sections if s.level > 0 and s.required == "must"]
    return sum(i in part.matched for i in wanted) / len(wanted) if wanted else 1.0


def _has_field(facts: Facts, part: Part, role: FieldRole) -> bool:
    fields = [
        f for f in find_fields(facts) if facts.parts[part_of(facts, f.title_span.block)] is part
    ]
    titles = field_titles()[role]
    return any(f.role is role or titles.title.search(f.title) for f in fields)


def _opens_a_sentence(facts: Facts, part: Part, spec: SectionSpec, signs: list[str]) -> bool:
    """`资产管理方面，……`: the matter is dealt with in a sentence of its own."""
    start, stop = part.start_block, part.end_block
    if spec.parent and spec.parent in part.matched:
        parent = facts.outline.sections[part.matched[spec.parent]]
        start, stop = parent.block, parent.stop
    words = "|".join(regex.escape(s) for s in signs)
    opening = regex.compile(
        rf"\s*(?:\p{{Han}}是)?(?:此外[，,]|同时[，,])?(?:在|关于|对于|就)?\p{{Han}}{{0,4}}?(?:{words})"
        rf"(?:方面|上|工作|情况|中)?[，,：:]"
    )
    return any(
        opening.match(passage.text[begin:end])
        for passage in passages(facts.document)
        if start <= passage.block < stop
        for begin, end in sentences(passage.text)
    )
