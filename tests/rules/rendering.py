"""Write a small report as text, .docx or .pdf, so that readers can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

Lines = list[str]
Row = list[str]


def pieces(text: str) -> Iterator[str | list[Row]]:
    """Paragraphs and tables of a report; rows of cells stand between `|`."""
    rows: list[Row] = []
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("|") and stripped.endswith("|"):
            cells = [c.strip() for c in stripped[1:-1].split("|")]
            if not all(set(c) <= set("-: ") and c for c in cells):
                rows.append(cells)
            continue
        if rows:
            yield rows
            rows = []
        if stripped:
            yield line.strip(" \t")
    if rows:
        yield rows


def title_count(text: str) -> int:
    """How many lines at the top are the title: those before the first blank line, if few."""
    head = text.split("\n\n", 1)[0].splitlines() if "\n\n" in text else []
    return len(head) if len(head) <= 3 and all(len(line) <= 30 for line in head) else 0


def write_text(text: str, path: Path) -> None:
    path.write_text(text + "\n", encoding="utf-8")


def write_docx(text: str, path: Path) -> None:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = Document()
    titles = title_count(text)
    for index, piece in enumerate(pieces(text)):
        if isinstance(piece, str):
            paragraph = document.add_paragraph(piece)
            if index < titles:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            continue
        table = document.add_table(len(piece), max(map(len, piece)), style="Table Grid")
        for row, cells in zip(table.rows, piece, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                cell.text = words
    document.save(str(path))


def write_pdf(text: str, path: Path) -> None:
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    common = {"fontName": "STSong-Light", "wordWrap": "CJK"}
    body = ParagraphStyle("body", fontSize=12, leading=20, firstLineIndent=24, **common)
    title = ParagraphStyle("title", fontSize=18, leading=28, alignment=TA_CENTER, **common)
    small = ParagraphStyle("cell", fontSize=10, leading=14, **common)
    titles = title_count(text)
    story: list[object] = []
    for index, piece in enumerate(pieces(text)):
        if isinstance(piece, str):
            story.append(Paragraph(escape(piece), title if index < titles else body))
            continue
        width = max(map(len, piece))
        cells = [
            [Paragraph(escape(c), small) for c in row] + [""] * (width - len(row)) for row in piece
        ]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        story += [Spacer(1, 6), Table(cells, colWidths=[450 / width] * width, style=grid)]
        story.append(Spacer(1, 6))
    SimpleDocTemplate(str(path), pagesize=A4).build(story)


WRITERS: dict[str, Callable[[str, Path], None]] = {
    "txt": write_text,
    "docx": write_docx,
    "pdf": write_pdf,
}
