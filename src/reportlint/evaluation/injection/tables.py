"""Tables of true figures: chosen rows, columns by formula, totals and subtotals."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from reportlint.evaluation.injection.drafting import Draft
from reportlint.evaluation.injection.model import ColumnSpec, TableSpec
from reportlint.evaluation.injection.printing import Shape
from reportlint.evaluation.injection.truth import Truth
from reportlint.evaluation.injection.wording import chosen, shape_of

_NAME = re.compile(r"\b[a-z_]+\b(?!\()")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label, the prefix of its variables, and the rows it sums up."""

    label: str
    prefix: str
    parts: tuple[str, ...] = ()


def rows_of(name: str, spec: TableSpec, random: Random) -> list[Row]:
    """The rows of one instance of a table, in printed order."""
    groups = random.sample(
        spec.groups, random.randint(spec.least, min(spec.most, len(spec.groups)))
    )
    indent = random.choice(spec.indent)
    body: list[Row] = []
    tops = []
    for g, group in enumerate(groups):
        prefix = f"{name}_{g}"
        tops.append(prefix)
        if not spec.nested or len(group) < 3:
            body.append(Row(group[0], prefix))
            continue
        items = random.sample(group[1:], random.randint(2, len(group) - 1))
        inner = [Row(f"{indent}{item}", f"{prefix}_{i}") for i, item in enumerate(items)]
        body += [Row(group[0], prefix, tuple(r.prefix for r in inner)), *inner]
    if spec.total:
        total = Row(random.choice(spec.total), f"{name}_t", tuple(tops))
        body = [total, *body] if random.random() < spec.total_first else [*body, total]
    return body


def fill(truth: Truth, spec: TableSpec, rows: Sequence[Row]) -> None:
    """Define every cell, column by column: items first, then what sums them up, the total last."""
    keys = {c.key for c in spec.columns}
    order = sorted(rows, key=lambda r: (bool(r.parts), r.prefix.endswith("_t")))
    for column in spec.columns:
        for row in order:
            _cell(truth, row, column, keys)


def _cell(truth: Truth, row: Row, column: ColumnSpec, keys: Collection[str]) -> None:
    name = f"{row.prefix}_{column.key}"
    own = in_row(column.value, row.prefix, keys)
    if column.share_of:
        total = f"{row.prefix.split('_')[0]}_t"
        own = f"100 * {row.prefix}_{column.share_of} / {total}_{column.share_of}"
    if row.parts and column.adds:
        truth.define(name, " + ".join(f"{p}_{column.key}" for p in row.parts))
        truth.relate(name, own)
    else:
        truth.define(name, own)


def in_row(formula: str, prefix: str, keys: Collection[str]) -> str:
    """A column's formula over the cells of one row."""
    return _NAME.sub(lambda m: f"{prefix}_{m[0]}" if m[0] in keys else m[0], formula)


def draw_table(draft: Draft, name: str, spec: TableSpec, rows: Sequence[Row]) -> None:
    """Append caption, unit and the table in Markdown."""
    random, unit = draft.truth.random, draft.style.unit
    percent_signs = random.random() < 0.3
    in_header = random.random() < 0.25
    draft.say(chosen(spec.caption, random) + "\n\n")
    if not in_header and any(c.kind == "amount" for c in spec.columns):
        draft.say(f"{random.choice(('单位：', '金额单位：', '计量单位：'))}{unit}\n\n")
    draft.say(f"| {random.choice(spec.corner)} |")
    for column in spec.columns:
        draft.say(" ")
        draft.label(random.choice(column.label), "column", name)
        draft.say(f"{_header_unit(column, unit, in_header, percent_signs)} |")
    draft.say("\n" + "|---" * (len(spec.columns) + 1) + "|\n")
    for row in rows:
        draft.say("| ")
        draft.label(row.label, "row", name)
        draft.say(" |")
        for column in spec.columns:
            draft.say(" ")
            shape = _shape(draft, column, percent_signs)
            draft.show(f"{row.prefix}_{column.key}", shape, table=name, key=column.key)
            draft.say(" |")
        draft.say("\n")
    draft.say("\n")


def _header_unit(column: ColumnSpec, unit: str, in_header: bool, percent_signs: bool) -> str:
    if column.kind == "percent":
        return "" if percent_signs else "（%）"
    return f"（{unit}）" if in_header and column.kind == "amount" else ""


def _shape(draft: Draft, column: ColumnSpec, percent_signs: bool) -> Shape:
    mark = {"percent": "%", "count": "#", "score": "$"}.get(column.kind, "!")
    shape = shape_of(mark, "", draft.style)
    bare = "%" if column.kind == "percent" and percent_signs else ""
    return Shape(shape.kind, shape.scale, shape.decimals, bare, shape.grouped, shape.exact)
