"""500 flags written into a report of 100 pages: at most three seconds."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from reportlint.config import Limits
from reportlint.document import Document, Paragraph, anchor_at
from reportlint.readers import read_bytes
from reportlint.result import Flag, Severity, Text
from reportlint.writers.annotation import Annotatable, annotated

PAGES, LINES, FLAGS, SECONDS = 100, 30, 500, 3.0
LINE = "第{n}项全年预算1200.50万元，实际支出1150.00万元，预算执行率为97.59%。"


def as_docx() -> bytes:
    document = docx.Document()
    for page in range(PAGES):
        for line in range(LINES):
            paragraph = document.add_paragraph()
            for piece in LINE.format(n=page * LINES + line).partition("，"):
                paragraph.add_run(piece)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_pdf() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for page in range(PAGES):
        canvas.setFont("STSong-Light", 11)
        for line in range(LINES):
            canvas.drawString(60, 780 - 24 * line, LINE.format(n=page * LINES + line))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def flags(document: Document) -> list[Flag]:
    """On the rates of 500 lines spread over the report."""
    places = [
        (number, block.text.index("97.59%"))
        for number, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and "97.59%" in block.text
    ]
    step = len(places) // FLAGS
    return [
        Flag(
            anchor_at(document, number, at, at + 6),
            Text("预算执行率97.59%：比率与其分子、分母不符，应为95.79%。", ""),
            working="1150.00 ÷ 1200.50 = 95.793…%",
            expected="95.79%",
            severity=Severity.ERROR,
            code="NUM103",
            name="rate-mismatch",
        )
        for number, at in places[: FLAGS * step : step]
    ]


@pytest.mark.parametrize("kind", [".docx", ".pdf"])
def test_annotate(benchmark: BenchmarkFixture, kind: str) -> None:
    data = as_docx() if kind == ".docx" else as_pdf()
    limits = Limits()
    source = Annotatable(data, read_bytes(data, Path(f"a{kind}"), limits), kind)
    found = flags(source.document)
    assert len(found) == FLAGS
    benchmark.pedantic(annotated, args=(source, found, "zh", limits), rounds=3)
    assert benchmark.stats.stats.min < SECONDS
