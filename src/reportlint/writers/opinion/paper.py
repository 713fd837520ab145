"""Paper of an official letter: A4, margins and type as GB/T 9704 lays them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reportlint.result.marks import GENERATOR, OUTPUT
from reportlint.result.visible import visible

_BODY, _HEAD, _TITLE, _LATIN = "仿宋", "黑体", "宋体", "Times New Roman"
_SIZE, _TITLE_SIZE, _LEADING = Pt(16), Pt(22), Pt(28)
_INDENT = Pt(32)
_MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}
"""Of the sheet, in millimetres."""


class Paper:
    """A Word document that is written from top to bottom. All text is made safe here."""

    def __init__(self) -> None:
        self._document = Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side, size in _MARGINS.items():
            setattr(section, f"{side}_margin", Mm(size))
        properties = self._document.core_properties
        properties.author, properties.comments = GENERATOR, ""
        properties.category = OUTPUT
        properties.created = properties.modified = datetime.now()

    def title(self, text: str) -> None:
        """Centred, large."""
        paragraph = self._paragraph(WD_ALIGN_PARAGRAPH.CENTER)
        paragraph.paragraph_format.line_spacing = Pt(36)
        paragraph.paragraph_format.space_after = Pt(12)
        self._run(paragraph, text, _TITLE, bold=True).font.size = _TITLE_SIZE

    def addressee(self, text: str) -> None:
        """Flush left."""
        self._run(self._paragraph(), text)

    def heading(self, text: str) -> None:
        """The head of a section; it stays with what follows."""
        paragraph = self._paragraph()
        paragraph.paragraph_format.first_line_indent = _INDENT
        paragraph.paragraph_format.keep_with_next = True
        self._run(paragraph, text, _HEAD)

    def line(self, parts: Iterable[tuple[str, bool]], *, together: bool = False) -> None:
        """A paragraph of plain and marked (True: bold) text; `together` with the next."""
        paragraph = self._paragraph()
        paragraph.paragraph_format.first_line_indent = _INDENT
        paragraph.paragraph_format.keep_with_next = together
        for text, marked in parts:
            if text:
                self._run(paragraph, text, bold=marked)

    def closing(self, text: str) -> None:
        """Flush right."""
        self._run(self._paragraph(WD_ALIGN_PARAGRAPH.RIGHT), text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A ruled table; its first row is repeated on every page."""
        table = self._document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                run = self._run(cell.paragraphs[0], text, _BODY, bold=number == 0)
                run.font.size = Pt(11)
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:tblHeader"), {}))

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def content(self) -> bytes:
        """The bytes of the docx."""
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _paragraph(self, alignment: WD_ALIGN_PARAGRAPH | None = None) -> Paragraph:
        paragraph = self._document.add_paragraph()
        if alignment is not None:
            paragraph.alignment = alignment
        form = paragraph.paragraph_format
        form.space_after, form.line_spacing = Pt(0), _LEADING
        return paragraph

    def _run(self, paragraph: Paragraph, text: str, font: str = _BODY, bold: bool = False) -> Run:
        run = paragraph.add_run(visible(text))
        run.font.name, run.font.size, run.bold = _LATIN, _SIZE, bold or None
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        return run
