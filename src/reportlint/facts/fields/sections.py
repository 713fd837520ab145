"""Fields that are sections of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Layer, Table
from reportlint.facts.fields.model import Field, FieldRole, Statement
from reportlint.facts.model import Facts, Section, Span
from reportlint.facts.nesting import restarted
from reportlint.lexicon.fields import field_titles


def section_fields(facts: Facts) -> Iterator[Field]:
    """A section whose title (or the profile) makes it a field, unless a part of it is one."""
    owed = _owed_by_profile(facts)
    roles = [_role(i, s, owed) for i, s in enumerate(facts.outline.sections)]
    for index, (section, role) in enumerate(zip(facts.outline.sections, roles, strict=True)):
        if role is None or _has_field_inside(facts, index, roles):
            continue
        content = tuple(_content(facts, index))
        if not content and restarted(facts.outline, index):
            continue
        yield Field(
            role=role,
            title=section.title,
            title_span=Span(section.block, section.start, section.end),
            content=content,
            owed=owed.get(index, ("", False))[1],
            part=part_of(facts, section.block),
            where=section.path,
            followed=section.stop < len(facts.document.blocks),
        )


def part_of(facts: Facts, block: int) -> int:
    """The index of the part that holds a block."""
    for index, part in enumerate(facts.parts):
        if part.start_block <= block < part.end_block:
            return index
    return 0


def _owed_by_profile(facts: Facts) -> dict[int, tuple[str, bool]]:
    """Section index to the role the profile gives it, and whether it must say something."""
    return {
        index: (spec.role, spec.nonempty)
        for part in facts.parts
        if part.profile
        for spec in part.profile.sections
        if spec.role in ("problems", "measures")
        and (index := part.matched.get(spec.id)) is not None
    }


def _role(index: int, section: Section, owed: dict[int, tuple[str, bool]]) -> FieldRole | None:
    """Problems win over measures where a title announces both."""
    for role in FieldRole:
        if field_titles()[role].titles(section.title):
            return role
    titles = field_titles()
    if index in owed and not any(t.never.search(section.title) for t in titles.values()):
        return FieldRole(owed[index][0])
    return None


def _has_field_inside(facts: Facts, index: int, roles: list[FieldRole | None]) -> bool:
    section = facts.outline.sections[index]
    return any(
        roles[i] is not None and section.block < s.block < section.stop
        for i, s in enumerate(facts.outline.sections)
    )


def _content(facts: Facts, index: int) -> Iterator[Statement]:
    """Text after the title on its line, then every block of the section; cells one by one."""
    section = facts.outline.sections[index]
    blocks = facts.document.blocks
    first = blocks[section.block]
    if section.body_start is not None and not isinstance(first, Table):
        rest = first.text[section.body_start :]
        yield Statement(Span(section.block, section.body_start, len(first.text)), rest)
    for block in range(section.block + 1, section.stop):
        found = blocks[block]
        if found.layer is not Layer.BODY:
            continue
        if isinstance(found, Table):
            for cell in found.cells():
                if cell.text.strip():
                    at = (cell.row, cell.column)
                    yield Statement(Span(block, 0, len(cell.text), at), cell.text)
        elif found.text.strip():
            yield Statement(Span(block, 0, len(found.text)), found.text)
