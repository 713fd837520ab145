"""From comments that speak to the program to the words of blocks they were put on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reportlint.document import Block, Remark, Source, Stretch, Table
from reportlint.readers.docx.comments import Command, Point
from reportlint.readers.docx.names import Element
from reportlint.readers.docx.source import DocxSource
from reportlint.readers.docx.story import Story

_MOST = 2_000
"""Commands beyond these are not looked up: nobody writes so many."""
_Piece = tuple[int, Stretch]
"""The offset in a paragraph at which a stretch of a block begins."""


def remarks_on(
    blocks: Sequence[Block], story: Story, root: Element, commands: Mapping[str, Command]
) -> tuple[Remark, ...]:
    """The commands among the comments of a part, each with the words it stands on."""
    if not commands:
        return ()
    pieces = _by_paragraph(blocks, story.part)
    found = []
    for comment, command in islice(commands.items(), _MOST):
        points = story.comments.of(comment, root)
        on = tuple(_between(pieces, points)) if points else ()
        found.append(Remark(command.text, command.author, on))
    return tuple(found)


def _by_paragraph(blocks: Sequence[Block], part: str) -> dict[int, list[_Piece]]:
    """What of each paragraph of the part stands in which block."""
    found: dict[int, list[_Piece]] = {}
    for source, text, whole in _texts(blocks):
        if not isinstance(source, DocxSource) or source.part != part:
            continue
        stops = [*(mark.start for mark in source.marks[1:]), len(text)]
        for mark, stop in zip(source.marks, stops, strict=True):
            piece = Stretch(whole.block, mark.start, stop, whole.cell)
            found.setdefault(mark.key, []).append((mark.offset, piece))
    return found


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[Source, str, Stretch]]:
    for number, block in enumerate(blocks):
        if not isinstance(block, Table):
            yield block.source, block.text, Stretch(number, 0, len(block.text))
            continue
        for cell in block.cells():
            whole = Stretch(number, 0, len(cell.text), (cell.row, cell.column))
            yield cell.source, cell.text, whole


def _between(
    pieces: Mapping[int, Sequence[_Piece]], points: tuple[Point, Point]
) -> Iterator[Stretch]:
    (first, _), (last, _) = points
    for paragraph in range(first, min(last, max(pieces, default=-1)) + 1):
        for offset, piece in pieces.get(paragraph, ()):
            cut = _cut(paragraph, offset, piece, points)
            if cut.start < cut.end or piece.start == piece.end:
                yield cut


def _cut(paragraph: int, offset: int, piece: Stretch, points: tuple[Point, Point]) -> Stretch:
    """What of a piece stands between the points."""
    (first, first_offset), (last, last_offset) = points
    start, end = piece.start, piece.end
    if paragraph == first:
        start = max(start, piece.start + first_offset - offset)
    if paragraph == last:
        end = min(end, piece.start + last_offset - offset)
    return Stretch(piece.block, start, end, piece.cell)
