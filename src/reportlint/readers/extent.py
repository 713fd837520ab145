"""Tables that are larger than anybody writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reportlint.document import Notice
from reportlint.result import Text

Row = TypeVar("Row", bound=Sequence[object])

CUT_TABLE = Notice(
    "DOC005",
    Text(
        "有表格超过单元格数上限，只读取了前一部分。",
        "A table is too large; only its beginning was read.",
    ),
    Text(
        "如确需检查，请在配置中提高 limits.max_table_cells。",
        "Raise limits.max_table_cells in the configuration.",
    ),
)


def rows_within(rows: Sequence[Row], most: int) -> Sequence[Row]:
    """The first rows of a grid that has no more than `most` positions, short rows filled up."""
    widest = 1
    for count, row in enumerate(rows):
        widest = max(widest, len(row))
        if (count + 1) * widest > most:
            return rows[:count]
    return rows
