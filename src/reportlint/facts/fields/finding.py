"""Find the problems and measures fields of a report, in whichever form they come."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Table
from reportlint.facts.fields.cells import cell_fields
from reportlint.facts.fields.labels import labelled_fields
from reportlint.facts.fields.model import Field
from reportlint.facts.fields.sections import section_fields
from reportlint.facts.model import Facts


def find_fields(facts: Facts) -> tuple[Field, ...]:
    """Every field in document order: sections, cells of forms, labels before a colon.

    A section gives way to the labels and cells inside it that make the same promise.
    """
    inner = list(_other_fields(facts))
    blocks = {(f.role, f.title_span.block) for f in inner}
    outer = [f for f in section_fields(facts) if not blocks & {(f.role, b) for b in f.blocks}]
    found = [*outer, *inner]
    return tuple(sorted(found, key=lambda f: (f.title_span.block, f.title_span.cell or (-1, -1))))


def _other_fields(facts: Facts) -> Iterator[Field]:
    headings = {s.block for s in facts.outline.sections}
    for index, block in facts.document.body():
        if isinstance(block, Table):
            yield from cell_fields(facts, index, block)
        elif index not in headings:
            yield from labelled_fields(facts, index, block.text)
