"""From the bytes of a docx to a `Document`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Block, Document, Heading, Layer, Notice, Paragraph, Table
from reportlint.document.traced import Traced
from reportlint.document.wrapping import layout_of, rejoined
from reportlint.readers.clock import Clock
from reportlint.readers.docx.arrangement import arranged
from reportlint.readers.docx.comments import Command
from reportlint.readers.docx.losses import (
    broken_part,
    no_text,
    only_images,
    unread_objects,
)
from reportlint.readers.docx.membername import PartName
from reportlint.readers.docx.names import ID, Element, W
from reportlint.readers.docx.numbering import Numbering
from reportlint.readers.docx.package import WORD, Package, Relation
from reportlint.readers.docx.remarks import remarks_on
from reportlint.readers.docx.revisions import Revisions
from reportlint.readers.docx.source import DocxSource
from reportlint.readers.docx.story import Definitions, Line, Story
from reportlint.readers.docx.styles import Styles
from reportlint.readers.docx.tables import read_table
from reportlint.readers.extent import CUT_TABLE
from reportlint.readers.failure import UnreadableFile, damaged, over_limit
from reportlint.result import Text

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
NOTES = {"footnotes": W + "footnote", "endnotes": W + "endnote"}
FURNITURE = {"header": Layer.HEADER, "footer": Layer.FOOTER}


def read_docx(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in `data`. Raises `UnreadableFile`.

    Blocks: the body, then notes, comments, headers and footers. Revisions count as accepted.
    """
    return _Reading(data, limits).document(path, sha256)


class _Reading:
    """One document being read."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._clock = Clock(limits)
        self._package = Package(data, limits)
        main = self._package.part(self._package.main)
        body = None if main is None else main.find(W + "body")
        if main is None or body is None:
            raise damaged(WORD)
        self._main, self._body = main, body
        self._losses: dict[Notice, None] = {}
        self._commands: dict[str, Command] = {}
        self._targets = self._relations()
        styles = Styles(self._first("styles"))
        self._definitions = Definitions(styles, Numbering(self._first("numbering"), styles))
        self._revisions = Revisions()
        self._characters = 0

    def document(self, path: Path, sha256: str) -> Document:
        """Everything read, with what is to be said of it."""
        story = Story(self._package.main.membername, self._main, self._definitions)
        blocks = arranged(list(self._converted(story.walk(self._body), story, Layer.BODY)))
        self._revisions.look_at(self._main)
        blocks += [*self._notes(), *self._comments(), *self._furniture()]
        if not any(_has_text(block) for block in blocks):
            raise self._nothing()
        remarks = remarks_on(blocks, story, self._main, self._commands)
        notices = tuple(self._notices())
        return Document(str(path), sha256, "docx", tuple(blocks), notices, remarks=remarks)

    def _relations(self) -> list[Relation]:
        main = self._package.main
        try:
            return self._package.relations(main)
        except UnreadableFile:
            self._losses.setdefault(broken_part(main.relationships.membername))
            return []

    def _parts(self, kind: str) -> Iterator[tuple[PartName, Element]]:
        """The parts of a kind that the main part refers to, each once."""
        for uri in dict.fromkeys(r.target for r in self._targets if r.kind == kind):
            try:
                root = self._package.part(uri)
            except UnreadableFile:
                # The text stands in the main part: it is read even if this one is lost.
                self._losses.setdefault(broken_part(uri.membername))
                continue
            if root is not None:
                yield uri, root

    def _first(self, kind: str) -> Element | None:
        return next((root for _, root in self._parts(kind)), None)

    def _blocks(self, part: str, root: Element, container: Element, layer: Layer) -> list[Block]:
        story = Story(part, root, self._definitions)
        return list(self._converted(story.walk(container), story, layer))

    def _converted(
        self, items: Iterator[Line | Element], story: Story, layer: Layer
    ) -> Iterator[Block]:
        for item in items:
            if isinstance(item, Line):
                yield from self._paragraphs(item, story.part, layer)
            else:
                yield from self._table(item, story, layer)

    def _paragraphs(self, line: Line, part: str, layer: Layer) -> Iterator[Block]:
        """The paragraph, or one block per line where soft breaks divide it."""
        layer = Layer.TOC if line.contents and layer is Layer.BODY else layer
        for piece in _lines(line):
            self._count(len(piece.text))
            source = DocxSource(part, piece.marks)
            if line.level is None or layer is not Layer.BODY:
                yield Paragraph(piece.text, source, layer)
            else:
                yield Heading(piece.text, source, layer, level=line.level)

    def _table(self, element: Element, story: Story, layer: Layer) -> Iterator[Block]:
        grid = read_table(element, story, self._limits.max_table_cells, self._clock)
        if grid.truncated:
            self._losses.setdefault(CUT_TABLE)
        if grid.lone is not None:
            yield from self._converted(iter(grid.lone), story, layer)
            return
        self._count(sum(len(cell.text) for cell in grid.cells))
        table = Table.of(grid.cells, layer=layer)
        if table.rows and (not grid.nested or _has_text(table)):
            origin = DocxSource(story.part, Traced.of("", story.index(element)).marks)
            yield replace(table, source=origin)
        for nested in grid.nested:
            yield from self._table(nested, story, layer)

    def _count(self, characters: int) -> None:
        self._clock.check()
        self._characters += characters
        if self._characters > self._limits.max_characters:
            what = Text("文字数", "Number of characters")
            raise over_limit(what, self._limits.max_characters, "max_characters")

    def _notes(self) -> Iterator[Block]:
        for kind, tag in NOTES.items():
            for uri, root in self._parts(kind):
                self._revisions.look_at(root)
                story = Story(uri.membername, root, self._definitions)
                for note in root.iter(tag):
                    if note.get(W + "type") not in SEPARATORS:
                        yield from self._converted(story.walk(note), story, Layer.NOTE)

    def _comments(self) -> Iterator[Block]:
        for uri, root in self._parts("comments"):
            story = Story(uri.membername, root, self._definitions)
            for comment in root.iter(W + "comment"):
                blocks = list(self._converted(story.walk(comment), story, Layer.COMMENT))
                first = blocks[0] if blocks else None
                text = first.text if isinstance(first, Paragraph) else ""
                if not self._revisions.add_comment(comment, text):
                    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
                    author = comment.get(W + "author", "")
                    self._commands[comment.get(ID, "")] = Command("\n".join(lines), author)
                yield from blocks

    def _furniture(self) -> Iterator[Block]:
        for kind, layer in FURNITURE.items():
            for uri, root in self._parts(kind):
                self._revisions.look_at(root)
                yield from self._blocks(uri.membername, root, root, layer)

    def _notices(self) -> Iterator[Notice]:
        if (notice := self._revisions.notice()) is not None:
            yield notice
        yield from self._losses
        if (notice := unread_objects(self._main)) is not None:
            yield notice

    def _nothing(self) -> UnreadableFile:
        """A document without a word: scanned pages, or nothing at all."""
        return only_images() if any(r.kind == "image" for r in self._targets) else no_text()


def _lines(line: Line) -> list[Traced]:
    """The lines of a paragraph that say something; lines broken only for width are joined."""
    text = line.text
    if "\n" not in text.text:
        stripped = text.strip()
        return [stripped] if stripped.text else []
    pieces: list[Traced] = []
    start = 0
    for piece in text.text.split("\n"):
        pieces.append(text.cut(start, start + len(piece)))
        start += len(piece) + 1
    layout = layout_of([piece.text for piece in pieces])
    return rejoined(pieces, layout, heading=line.level is not None)


def _has_text(block: Block) -> bool:
    if isinstance(block, Table):
        return any(cell.text for row in block.rows for cell in row)
    return bool(block.text)
