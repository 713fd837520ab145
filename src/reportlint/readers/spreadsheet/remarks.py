"""What stands on a sheet and not in its cells: text boxes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Block, Layer, Paragraph
from reportlint.readers.container import Container, Element
from reportlint.readers.spreadsheet.sheet import SheetSource, position_of
from reportlint.readers.spreadsheet.workbook import Entry, relations, text_of

DRAWING, COMMENTS = "drawing", "comments"


def remarks(container: Container, entry: Entry) -> list[Block]:
    """Text boxes as paragraphs of the sheet, comments in their own layer. `UnreadableFile`."""
    blocks: list[Block] = []
    for kind, part in relations(container, entry.part).values():
        root = container.xml(part) if kind in {DRAWING, COMMENTS} else None
        if root is not None and kind == DRAWING:
            blocks += _boxes(root, entry.name)
        elif root is not None:
            blocks += _comments(root, entry.name)
    return blocks


def _boxes(root: Element, sheet: str) -> Iterator[Block]:
    """The paragraphs of all text boxes, each with the cell that its box begins in."""
    for anchor in root:
        row, column = (_number(anchor, f"{{*}}from/{{*}}{name}") for name in ("row", "col"))
        position = None if row is None or column is None else (row, column)
        for body in anchor.iter("{*}txBody"):
            for paragraph in body.iterchildren("{*}p"):
                text = "".join(t.text or "" for t in paragraph.iter("{*}t")).strip()
                if text:
                    yield Paragraph(text, SheetSource(sheet, position))


def _comments(root: Element, sheet: str) -> Iterator[Block]:
    for comment in root.iter("{*}comment"):
        for body in comment.iterchildren("{*}text"):
            text = text_of(body).strip()
            if text:
                source = SheetSource(sheet, position_of(comment.get("ref", "")))
                yield Paragraph(text, source, Layer.COMMENT)


def _number(element: Element, path: str) -> int | None:
    text = (element.findtext(path) or "").strip()
    return int(text) if text.isdecimal() and len(text) < 8 else None
