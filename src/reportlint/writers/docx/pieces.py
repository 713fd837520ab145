"""For every character of a part as the reader counts them, the element it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportlint.readers.docx.inline import Fields, Inline
from reportlint.readers.docx.names import Element
from reportlint.readers.docx.numbering import Numbering
from reportlint.readers.docx.story import Definitions, Line, Story
from reportlint.readers.docx.styles import Styles
from reportlint.readers.docx.tables import row_cells, table_rows


@dataclass(slots=True)
class Piece:
    """So many characters, all from one element."""

    length: int
    element: Element


class _Located(Inline):
    """Reads a paragraph as ever, and keeps the element of each piece of text."""

    __slots__ = ("origins",)

    def __init__(self, fields: Fields) -> None:
        super().__init__(fields)
        self.origins: list[Element] = []

    def _text(self, element: Element) -> None:
        super()._text(element)
        self._fill(element)

    def _run_child(self, child: Element) -> None:
        super()._run_child(child)
        self._fill(child)

    def _formula(self, element: Element) -> None:
        super()._formula(element)
        self._fill(element)

    def _fill(self, element: Element) -> None:
        missing = len(self.texts) - len(self.origins)
        self.origins.extend([element] * missing)

    def pieces(self) -> list[Piece]:
        return [Piece(len(t), e) for t, e in zip(self.texts, self.origins, strict=True) if t]


class PieceStory(Story):
    """Walks a part as the reader does. `found`: the pieces of each paragraph, by its index."""

    def __init__(self, part: str, root: Element) -> None:
        styles = Styles(None)
        super().__init__(part, root, Definitions(styles, Numbering(None, styles)))
        self.found: dict[int, list[Piece]] = {}

    def _read(self, paragraph: Element) -> Inline:
        inline = _Located(self._fields)
        inline.read(paragraph)
        self.found[self._index[paragraph]] = inline.pieces()
        return inline

    def read_all(self, container: Element) -> None:
        """Take in everything below `container`."""
        self._take(self.walk(container))

    def _take(self, items: Iterable[Line | Element]) -> None:
        for item in items:
            if not isinstance(item, Line):
                for row in table_rows(item):
                    for cell in row_cells(row):
                        self.read_all(cell)
