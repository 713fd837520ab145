"""The words of a report with carets under those a flag is about."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from reportlint.result import Anchor
from reportlint.result.visible import visible

_CUT = "…"


def excerpt(anchor: Anchor, width: int) -> Iterator[tuple[str, str]]:
    """Lines of at most `width` columns, each with its line of carets (empty if none stand there).

    Full-width characters take two columns, and so two carets.
    """
    row: list[tuple[str, bool]] = []
    columns = 0
    for char, marked in _marked(anchor):
        size = cell_len(char)
        if columns + size > width:
            yield _lines(row)
            row, columns = [], 0
        row.append((char, marked))
        columns += size
    if row:
        yield _lines(row)


def _marked(anchor: Anchor) -> Iterator[tuple[str, bool]]:
    before, after = visible(anchor.before).lstrip(), visible(anchor.after).rstrip()
    if anchor.start > len(anchor.before):
        before = _CUT + before
    if len(anchor.quote) < anchor.end - anchor.start:
        after = _CUT
    elif after and after[-1] not in "。；！？":
        after += _CUT
    for text, marked in ((before, False), (visible(anchor.quote), True), (after, False)):
        yield from ((char, marked) for char in text)


def _lines(row: list[tuple[str, bool]]) -> tuple[str, str]:
    carets = "".join(("^" if marked else " ") * cell_len(char) for char, marked in row)
    return "".join(char for char, _ in row), carets.rstrip()
