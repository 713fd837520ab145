"""The order of a text file: running lines, titles, tables, furniture, and where lines break off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.document import Layer
from reportlint.document.alignment import aligned_tables
from reportlint.document.contents import contents_lines
from reportlint.document.traced import Traced
from reportlint.readers.text.lines import Kind, Line, lines_of
from reportlint.readers.text.markup import (
    FENCE,
    RULE,
    UNDERLINE,
    is_markdown,
    title_in,
    without_marks,
)
from reportlint.readers.text.tables import barred_runs, barred_table


@dataclass(frozen=True, slots=True)
class Running:
    """A line of text, indentation kept; it may go on with the line before."""

    text: Traced


@dataclass(frozen=True, slots=True)
class Break:
    """A blank line, or anything else that ends a paragraph."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading marked as one."""

    text: Traced
    level: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents."""

    text: Traced


@dataclass(frozen=True, slots=True)
class Furniture:
    """A page number, a running header or footer. Text goes on around it."""

    text: Traced
    layer: Layer


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, as rows of cells."""

    rows: list[list[Traced]]


WIDE = re.compile(r"\t|[ \u3000]{2,}")

Item = Running | Break | Title | Entry | Furniture | Rows


def flow_of(text: str, name: str) -> list[Item]:
    """What stands in the file, in order. `name` only helps to tell Markdown."""
    lines = lines_of(text)
    texts = [line.text.text if line.kind is Kind.TEXT else "" for line in lines]
    markdown = is_markdown(name, texts)
    items = _with_tables(lines, texts, markdown)
    return _with_entries(_without_page_breaks(items, lines))


def _with_tables(lines: Sequence[Line], texts: Sequence[str], markdown: bool) -> list[Item | None]:
    """One item per line; the lines of a table after its first are None."""
    items: list[Item | None] = [_item(line, markdown) for line in lines]
    for run in barred_runs(texts):
        barred = barred_table([_marked(lines[i].text, markdown) for i in run])
        _put(items, run, Rows(barred))
    for stretch in _running_stretches(items):
        at = [number for number, _ in stretch]
        for run, rows in aligned_tables([text for _, text in stretch]):
            _put(items, range(at[run.start], at[run.stop - 1] + 1), Rows(rows))
    return items


def _put(items: list[Item | None], run: range, rows: Rows) -> None:
    items[run.start : run.stop] = [rows, *[None] * (len(run) - 1)]


def _running_stretches(items: Sequence[Item | None]) -> list[list[tuple[int, Traced]]]:
    """Running lines (with their positions) that may be rows of one table.

    A single blank line between two lines set wide apart does not divide them.
    """
    stretches: list[list[tuple[int, Traced]]] = [[]]
    for i, item in enumerate(items):
        if isinstance(item, Running):
            stretches[-1].append((i, item.text))
        elif not _bridges(items, i):
            stretches.append([])
    return [stretch for stretch in stretches if len(stretch) > 1]


def _bridges(items: Sequence[Item | None], at: int) -> bool:
    near = [items[i] for i in (at - 1, at + 1) if 0 <= i < len(items)]
    wide = [n for n in near if isinstance(n, Running) and WIDE.search(n.text.text.strip())]
    return isinstance(items[at], Break) and len(wide) == 2


def _item(line: Line, markdown: bool) -> Item:
    if line.kind is Kind.BLANK:
        return Break()
    if line.kind is not Kind.TEXT:
        layer = Layer.HEADER if line.kind is Kind.HEADER else Layer.FOOTER
        return Furniture(line.text.strip(), layer)
    bare = line.text.text
    if markdown and (FENCE.match(bare) or RULE.fullmatch(bare) or UNDERLINE.fullmatch(bare)):
        return Break()
    if markdown and (title := title_in(line.text)) is not None:
        return Title(_marked(title[1], markdown).strip(), title[0])
    text = _marked(line.text, markdown)
    return Running(text) if text.text.strip() else Break()


def _marked(line: Traced, markdown: bool) -> Traced:
    return without_marks(line, markdown)


def _without_page_breaks(items: Sequence[Item | None], lines: Sequence[Line]) -> list[Item]:
    """Blank lines around page furniture and page breaks do not end a paragraph."""
    kept: list[Item] = []
    gap: list[Item] = []
    page = False
    for item, line in zip(items, lines, strict=True):
        page |= line.new_page or isinstance(item, Furniture)
        if isinstance(item, Break | Furniture):
            gap.append(item)
        elif item is not None:
            kept += [g for g in gap if not (page and isinstance(g, Break))]
            kept.append(item)
            gap, page = [], False
    return kept + gap


def _with_entries(items: Sequence[Item]) -> list[Item]:
    """Lines of a table of contents told apart."""
    found = contents_lines([_text_for_contents(item) for item in items])
    return [
        Entry(item.text.strip()) if i in found and isinstance(item, Running | Title) else item
        for i, item in enumerate(items)
    ]


def _text_for_contents(item: Item) -> str | None:
    if isinstance(item, Running | Title):
        return item.text.text.strip()
    return None if isinstance(item, Rows) else ""
