"""PDF files drawn for the tests with a CID font, so that no font file is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from reportlint.document import Document, Layer, Paragraph, Table
from reportlint.readers.pdf import read_pdf

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 72.0, 523.0, 72.0
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True)
class Limits:
    max_pages: int = 1000
    max_characters: int = 1_000_000
    seconds: float = 60.0
    ocr_seconds: float = 120.0
    memory_bytes: int = 2_000_000_000
    max_image_pixels: int = 50_000_000
    max_table_cells: int = 100_000


class Drawing:
    """A canvas with the origin at the top left; `y` is the baseline."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT, **options: object) -> None:
        self._buffer = BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=(width, height), **options)
        self.height = height

    def text(self, x: float, y: float, text: str, size: float = 12, font: str = FONT) -> float:
        """Print and return where it ends."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, text)
        return x + float(pdfmetrics.stringWidth(text, font, size))

    def centred(self, y: float, text: str, size: float = 12) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawCentredString(WIDTH / 2, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def next_page(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


def grid(
    d: Drawing, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]
) -> None:
    """A ruled table, each text at the left of its cell; a cell's lines are split at `\\n`."""
    for y in ys:
        d.line(xs[0], y, xs[-1], y)
    for x in xs:
        d.line(x, ys[0], x, ys[-1])
    write(d, xs, ys, rows)


def write(
    d: Drawing, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]
) -> None:
    """The texts of a table without its lines."""
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            for k, part in enumerate(text.split("\n")):
                d.text(x + 4, y + 13 + 13 * k, part, 10)


def even(start: float, step: float, count: int) -> list[float]:
    return [start + step * k for k in range(count + 1)]


def wrapped(text: str, width: float, size: float = 12) -> Iterator[str]:
    """Lines as a typesetter without any rule breaks them: wherever they are full."""
    line = ""
    for char in text:
        if pdfmetrics.stringWidth(line + char, FONT, size) > width:
            yield line
            line = ""
        line += char
    yield line


def prose(
    paragraphs: Sequence[str], foot: float = 760, furniture: Callable[[Drawing, int], None] = int
) -> bytes:
    """Paragraphs with a first-line indent of two ems, over as many pages as they take."""
    d = Drawing()
    y, page = TOP, 1
    for paragraph in paragraphs:
        for k, line in enumerate(wrapped("　　" + paragraph, RIGHT - LEFT)):
            if y > foot:
                if furniture is not int:
                    furniture(d, page)
                d.next_page()
                y, page = TOP, page + 1
            indent = 24 if k == 0 else 0
            d.text(LEFT + indent, y, line.removeprefix("　　"))
            y += 20
    if furniture is not int:
        furniture(d, page)
    return d.data()


def read(data: bytes, **limits: float) -> Document:
    return read_pdf(data, "made.pdf", "", Limits(**limits))  # type: ignore[arg-type]


def texts(document: Document, layer: Layer = Layer.BODY) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.layer is layer]


def tables(document: Document) -> list[list[list[str]]]:
    found = [b for b in document.blocks if isinstance(b, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in found]
