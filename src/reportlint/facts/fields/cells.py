"""Fields that are cells of a form: a label, and beside it what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Cell, Table
from reportlint.facts.fields.model import Field, FieldRole, Statement
from reportlint.facts.fields.sections import part_of
from reportlint.facts.model import Facts, Span
from reportlint.lexicon.fields import field_titles


def cell_fields(facts: Facts, block: int, table: Table) -> Iterator[Field]:
    """Row labels with the cell to their right, and labels side by side over a single row.

    A label that heads a longer column is no field: the rows below register one thing each.
    """
    for label in table.cells():
        role = _role(label)
        if role is None:
            continue
        value = _value(table, label) or _below(table, label)
        if value is None:
            continue
        at = Span(block, 0, len(label.text), (label.row, label.column))
        where = (*facts.outline.where(block), label.text.strip())
        yield Field(
            role=role,
            title=label.text.strip(),
            title_span=at,
            content=_content(block, value),
            owed=True,
            part=part_of(facts, block),
            where=where,
            followed=block + 1 < len(facts.document.blocks),
        )


def _role(label: Cell) -> FieldRole | None:
    return next((r for r in FieldRole if field_titles()[r].labels(label.text)), None)


def _value(table: Table, label: Cell) -> Cell | None:
    """The cell right of the label, or None where the label heads a column or a row of labels.

    A label that opens its row speaks of the next cell; elsewhere it must be the last but one.
    """
    row = table.rows[label.row]
    right = {(c.row, c.column): c for c in row[label.column + label.column_span :]}
    left = {(c.row, c.column): c for c in row[: label.column]}
    opens = not any(c.text.strip() for c in left.values())
    if not right or not (opens or (len(right) == 1 and _paired(list(left.values())))):
        return None
    said = [c for c in right.values() if c.text.strip()]
    value = next(iter(right.values()))
    if not value.text.strip() and said:
        return None
    return None if _role(value) else value


def _paired(left: Sequence[Cell]) -> bool:
    """Whether labels and values alternate left of a label, or a heading spans its rows."""
    return len([c for c in left if c.row_span == 1]) % 2 == 0


def _below(table: Table, label: Cell) -> Cell | None:
    """The cell under a label, where a row of such labels stands over one last row."""
    labels = [c for c in table.rows[label.row] if c.text.strip()]
    below = label.row + label.row_span
    if below != len(table.rows) - 1 or not all(_role(c) for c in labels):
        return None
    return table.rows[below][label.column]


def _content(block: int, value: Cell) -> tuple[Statement, ...]:
    if not value.text.strip():
        return ()
    at = Span(block, 0, len(value.text), (value.row, value.column))
    return (Statement(at, value.text),)
