"""From anchors to characters of paragraphs of the main part."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Document, Source, Table
from reportlint.readers.docx.names import ID, Element, W
from reportlint.readers.docx.source import DocxSource
from reportlint.result import Anchor
from reportlint.writers.docx.file import File
from reportlint.writers.docx.marking import Marking, Spot

_NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}
_Reach = tuple[int, int, int]
"""A paragraph, and the first and last (exclusive) of its characters."""


class Placing:
    """Finds where in the body the comment on an anchor goes."""

    def __init__(self, document: Document, file: File, marking: Marking) -> None:
        self._document, self._file, self._marking = document, file, marking

    def of(self, anchor: Anchor) -> tuple[Spot, bool]:
        """The characters to comment on, and whether the words themselves stand elsewhere.

        Word takes no comments in headers and footers: these, and what concerns the file as a
        whole, go to the first paragraph; what is in a note goes to where the note is called.
        """
        source = self._source(anchor)
        if not isinstance(source, DocxSource):
            return self._marking.first(), False
        if source.part != self._file.name:
            return self._called(source) or self._marking.first(), True
        reaches = list(_reaches(source, anchor.start, anchor.end))
        if not reaches:
            paragraph = source.marks[0].key if source.marks else 0
            return Spot(paragraph, 0, paragraph, None), False
        (first, start, _), (last, _, end) = reaches[0], reaches[-1]
        return Spot(first, start, last, end), False

    def _source(self, anchor: Anchor) -> Source | None:
        if anchor.block is None or anchor.block >= len(self._document.blocks):
            return None
        block = self._document.blocks[anchor.block]
        if isinstance(block, Table) and anchor.cell is not None:
            return block.rows[anchor.cell[0]][anchor.cell[1]].source
        return block.source

    def _called(self, source: DocxSource) -> Spot | None:
        """Where the body calls the note in which a paragraph stands."""
        root = self._file.part(source.part) if source.marks else None
        paragraphs = [] if root is None else list(root.iter(W + "p"))
        number = source.marks[0].key if source.marks else 0
        if number >= len(paragraphs):
            return None
        note = next((a for a in paragraphs[number].iterancestors() if a.tag in _NOTES), None)
        call = None if note is None else self._call(note)
        return None if call is None else self._marking.around(call)

    def _call(self, note: Element) -> Element | None:
        calls = self._file.main.iter(_NOTES[str(note.tag)])
        return next((call for call in calls if call.get(ID) == note.get(ID)), None)


def _reaches(source: DocxSource, start: int, end: int) -> Iterator[_Reach]:
    """The characters of paragraphs that make up characters `start` to `end` of a text."""
    marks = source.marks
    for mark, following in zip(marks, (*marks[1:], None), strict=True):
        low = max(start, mark.start)
        high = end if following is None else min(end, following.start)
        if low < high:
            offset = mark.offset - mark.start
            yield mark.key, low + offset, high + offset
