"""Which prescribed sections a report has, under whatever heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.facts.fields import FieldRole, find_fields
from reportlint.facts.fields.sections import part_of
from reportlint.facts.model import Facts, Part, Section
from reportlint.facts.nesting import counts_from_one
from reportlint.facts.passages import passages, sentences
from reportlint.facts.section_names import (
    SIMILAR,
    akin,
    bare,
    bearers,
    joined,
    says,
    sign_pattern,
    title_similarity,
)
from reportlint.lexicon.fields import field_titles
from reportlint.profiles import Profile, SectionSpec

SURE = 0.6
"""Below this share of the required sections the profile itself is in doubt."""


WHOLE = 0.75
"""A file without a title is a report when so many of the required sections are there."""


def missing_sections(facts: Facts, part: Part) -> Iterator[SectionSpec]:
    """Sections that the part's profile wants and that are nowhere dealt with.

    What is missing inside a missing section is not told again.
    """
    if part.profile is None:
        return
    found = recognised(facts, part, part.profile)
    heads = _heads(facts, part, part.profile)
    gone: set[str] = set()
    for spec in part.profile.sections:
        if spec.level == 0 or spec.id in found:
            continue
        if spec.parent in gone or _covered(facts, part, spec, heads):
            continue
        gone.add(spec.id)
        if part.profile.missing_severity(spec):
            yield spec


def outlined(facts: Facts, part: Part) -> bool:
    """Whether a part is a report with an outline, not a passage or a table out of one."""
    if part.profile is None:
        return False
    if part.title or facts.config.profile == part.profile.name:
        return True
    first = next(iter(sections_of(facts, part)), None)
    begins = first is not None and counts_from_one(first)
    return begins and share_found(facts, part, part.profile) >= WHOLE


def recognised(facts: Facts, part: Part, profile: Profile) -> dict[str, int]:
    """The matched sections, each heading left to the one section whose name it bears.

    A heading that is merely like a section's name, and exactly another's, is the other's, unless
    it names two things.
    """
    sections = facts.outline.sections
    specs = [profile.section(id) for id in part.matched]
    owners = {i: bearers(specs, sections[i]) for i in part.matched.values()}
    return {
        id: index
        for id, index in part.matched.items()
        if not owners[index]
        or id in owners[index]
        or (joined(sections[index].title) and says(sections[index].title, profile.section(id)))
    }


Heads = Sequence[tuple[Section, frozenset[str]]]
"""Each heading of a part with the ids of the sections whose name it bears exactly."""


def _heads(facts: Facts, part: Part, profile: Profile) -> Heads:
    specs = [s for s in profile.sections if s.level > 0]
    return [(section, bearers(specs, section)) for section in sections_of(facts, part)]


def _covered(facts: Facts, part: Part, spec: SectionSpec, heads: Heads) -> bool:
    """Whether the matter of `spec` is dealt with under another heading."""
    if _in_other_words(part, spec, heads):
        return True
    if spec.role in ("problems", "measures"):
        return _has_field(facts, part, FieldRole(spec.role))
    titles = [h.title for h, names in heads if joined(h.title) or not names - {spec.id}]
    titles += [t.caption for t in facts.tables if part.start_block <= t.block < part.end_block]
    signs = [sign_pattern(s) for s in (spec.title, *spec.aliases, *spec.signs)]
    if any(s.search(bare(title)) for title in titles for s in signs):
        return True
    return spec.level > 1 and _opens_a_sentence(facts, part, spec, signs)


def _in_other_words(part: Part, spec: SectionSpec, heads: Heads) -> bool:
    """Whether a heading that no section of the profile claims may well mean `spec`."""
    specs = part.profile.sections if part.profile else ()
    return any(
        akin(head.title, spec)
        and not any(_claims(other, head) for other in specs if other.id != spec.id)
        for head, _ in heads
    )


def _claims(spec: SectionSpec, section: Section) -> bool:
    return title_similarity(spec, section) >= SIMILAR or says(section.title, spec)


def sections_of(facts: Facts, part: Part) -> list[Section]:
    """The sections of one part."""
    return [s for s in facts.outline.sections if part.start_block <= s.block < part.end_block]


def share_found(facts: Facts, part: Part, profile: Profile) -> float:
    """The share of the sections that must be there which were recognised."""
    found = recognised(facts, part, profile)
    wanted = [s.id for s in profile.sections if s.level > 0 and s.required == "must"]
    return sum(i in found for i in wanted) / len(wanted) if wanted else 1.0


def _has_field(facts: Facts, part: Part, role: FieldRole) -> bool:
    fields = [
        f for f in find_fields(facts) if facts.parts[part_of(facts, f.title_span.block)] is part
    ]
    titles = field_titles()[role]
    return any(f.role is role or titles.title.search(f.title) for f in fields)


def _opens_a_sentence(
    facts: Facts, part: Part, spec: SectionSpec, signs: Sequence[regex.Pattern[str]]
) -> bool:
    """`资产管理方面，……`: the matter is dealt with in a sentence of its own."""
    start, stop = part.start_block, part.end_block
    if spec.parent and spec.parent in part.matched:
        parent = facts.outline.sections[part.matched[spec.parent]]
        start, stop = parent.block, parent.stop
    words = "|".join(s.pattern for s in signs)
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
