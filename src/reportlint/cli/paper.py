"""Columns that line up, full-width characters counted as two."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from reportlint.result.visible import visible

Row = tuple[str, ...]


def print_rows(rows: Sequence[Row]) -> None:
    """Print the rows to stdout; all columns but the last are padded."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (w - cell_len(cell)) for cell, w in zip(row, widths, strict=True)]
        print(visible("  ".join(cells)).rstrip())
