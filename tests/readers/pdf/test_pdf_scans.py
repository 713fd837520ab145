"""Scans: found, read where a recogniser is installed, never believed more than they deserve."""

from __future__ import annotations

from pathlib import Path

import pytest
import scanned
from drawn import Limits, read
from PIL import Image

import reportlint.readers.pdf.reader as reader
from reportlint.config import Config
from reportlint.document import Document, Paragraph, Table
from reportlint.engine import check_document
from reportlint.facts.extraction import extract
from reportlint.readers.pdf import read_pdf
from reportlint.readers.pdf.frame import displayed
from reportlint.readers.pdf.glyphs import Glyphs, Sheet
from reportlint.readers.pdf.legibility import CERTAIN, Legibility
from reportlint.readers.pdf.recognised import Word, characters, mostly_upright
from reportlint.readers.pdf.rules import Rules
from reportlint.readers.pdf.scans import Recognised
from reportlint.result import Confidence, Severity, Status

TITLE = "2023年度部门整体支出绩效自评报告"
WRONG = "本年预算1234.56万元，支出1200.05万元，预算执行率为79.20%。"
ROWS = [
    ["项目", "预算数", "决算数"],
    ["基本支出", "1000.00", "998.50"],
    ["项目支出", "234.56", "201.55"],
    ["合计", "1234.56", "1200.05"],
]


def blank() -> bytes:
    return scanned.pdf(Image.new("L", (300, 400), 230))


def glyphs_of(text: str) -> Glyphs:
    glyphs = Glyphs()
    for k, char in enumerate(text):
        glyphs.add(char, (72 + 12 * k, 84 + 12 * k, 100, 12), spaced=False)
    return glyphs


def as_if(
    monkeypatch: pytest.MonkeyPatch, text: str, doubtful: dict[int, float], limits: Limits
) -> Document:
    """A scan on which `text` is recognised, the characters at some positions doubtfully."""
    points = tuple((78.0 + 12 * k, 100.0, score) for k, score in doubtful.items())
    sheet = Sheet(900, 842, displayed((0, 0, 900, 842), 0))
    found = Recognised(glyphs_of(text), Rules(), sheet, Legibility(points))
    monkeypatch.setattr(reader, "can_recognise", lambda: True)
    monkeypatch.setattr(reader, "recognise", lambda *_: {1: found})
    return read_pdf(blank(), "扫描.pdf", "", limits)


def test_without_a_recogniser_the_scan_is_named_and_what_to_install() -> None:
    (notice,) = read(blank()).notices
    assert (notice.code, notice.page, notice.severity) == ("DOC002", 1, None)
    assert "reportlint[ocr]" in notice.advice.zh
    assert "reportlint[ocr]" in notice.advice.en


def test_a_recognised_page_is_a_warning_and_counts_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    document = as_if(monkeypatch, WRONG, {}, Limits())
    (notice,) = document.notices
    assert (notice.code, notice.severity) == ("DOC002", Severity.WARNING)
    assert check_document(document, Config()).status is Status.CHECKED


def test_a_figure_carries_how_surely_it_was_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    document = as_if(monkeypatch, WRONG, {WRONG.index("79.20"): 0.6}, Limits())
    found = {f.numeral.text: f for f in extract(document).figures.values()}
    assert found["79.20%"].confidence == 0.6
    assert found["1234.56万元"].confidence == CERTAIN
    assert {f.how for f in found.values()} == {"ocr"}


@pytest.mark.parametrize(
    ("words", "score", "confidence", "severity"),
    [
        ("79.20", 0.999, Confidence.MEDIUM, Severity.ERROR),
        ("79.20", 0.9, Confidence.LOW, Severity.WARNING),
        ("1200.05", 0.9, Confidence.LOW, Severity.WARNING),
    ],
)
def test_a_figure_that_was_hardly_legible_never_grounds_an_error(
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    score: float,
    confidence: Confidence,
    severity: Severity,
) -> None:
    at = WRONG.index(words) + len(words) - 1
    document = as_if(monkeypatch, WRONG, {at: score}, Limits())
    flags = check_document(document, Config()).flags
    (flag,) = [f for f in flags if "79.20" in f.anchor.quote and f.code.startswith("NUM")]
    assert (flag.confidence, flag.severity) == (confidence, severity)


def test_doubts_elsewhere_in_the_paragraph_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    document = as_if(monkeypatch, WRONG, {0: 0.5}, Limits())
    flags = check_document(document, Config()).flags
    assert any(f.severity is Severity.ERROR and "79.20" in f.anchor.quote for f in flags)


def test_a_page_that_ran_out_of_time_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "can_recognise", lambda: True)
    monkeypatch.setattr(reader, "recognise", lambda *_: {})
    (notice,) = read(blank()).notices
    assert (notice.code, notice.severity) == ("DOC002", None)
    assert "limits.ocr_seconds" in notice.advice.zh


def test_a_picture_over_the_limit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "can_recognise", lambda: True)
    monkeypatch.setattr(reader, "recognise", lambda *_: {1: None})
    (notice,) = read(blank()).notices
    assert notice.code == "DOC005"
    assert "limits.max_image_pixels" in notice.advice.zh


def test_no_time_means_no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "can_recognise", lambda: True)
    monkeypatch.setattr(reader, "recognise", lambda *_: pytest.fail("not asked for"))
    (notice,) = read_pdf(blank(), "扫描.pdf", "", Limits(ocr_seconds=0)).notices
    assert notice.code == "DOC002"


def upright(text: str, x: float, height: float, score: float = 1.0) -> Word:
    corners = ((x, 0.0), (x + 20.0 * len(text), 0.0), (x + 20.0 * len(text), height), (x, height))
    chars = ((c, x + 20.0 * k + 3, x + 20.0 * k + 17, score) for k, c in enumerate(text))
    return Word(corners, tuple(chars))


def test_gaps_between_strokes_are_closed_and_gaps_between_words_kept() -> None:
    apart = Word(
        ((0.0, 0.0), (200.0, 0.0), (200.0, 26.0), (0.0, 26.0)),
        (("支", 3.0, 17.0, 1.0), ("出", 23.0, 37.0, 1.0), ("元", 120.0, 134.0, 1.0)),
    )
    (_, _, first, *_), (_, second, end, *_), (_, third, *_) = characters([apart])
    assert first == second == 20.0
    assert (end, third) == (37.0, 120.0)


def test_heights_that_differ_by_chance_are_one_size() -> None:
    words = [upright("支出", 0, 25), upright("收入", 50, 27), upright("标题", 90, 40)]
    sizes = [size for _, _, _, _, size, _ in characters(words)]
    assert sizes[0] == sizes[2] != sizes[4]


def test_a_page_on_its_side_is_told_by_its_words() -> None:
    on_its_side = Word(
        ((0.0, 0.0), (20.0, 0.0), (20.0, 90.0), (0.0, 90.0)), upright("支出", 0, 9).chars
    )
    assert mostly_upright([upright("支出", 0, 25)])
    assert not mostly_upright([on_its_side, on_its_side, upright("支出", 0, 25)])


@pytest.fixture(scope="module")
def scan(recogniser: None) -> Document:
    """Four scanned pages: straight, crooked, on its side, on its head."""
    one, two, three, four = (
        scanned.sheet([f"{n}、{TITLE}", f"{n}、{WRONG}"], [[f"{n}年", *ROWS[0][1:]], *ROWS[1:]])
        for n in "一二三四"
    )
    crooked = two.rotate(1.1, Image.Resampling.BICUBIC, fillcolor=255)
    return read(scanned.pdf(one, crooked, three.rotate(90, expand=True), four.rotate(180)))


def test_prose_and_tables_of_scans_are_read(scan: Document, recogniser: None) -> None:
    prose = [b.text for b in scan.blocks if isinstance(b, Paragraph)]
    assert [text[2:] for text in prose if "79.20" in text] == [WRONG] * 4
    tables = [b for b in scan.blocks if isinstance(b, Table)]
    assert [[[c.text for c in row] for row in t.rows[1:]] for t in tables] == [ROWS[1:]] * 4


def test_boxes_of_recognised_words_lie_on_the_page_as_displayed(
    scan: Document, recogniser: None
) -> None:
    third = [b for b in scan.blocks if isinstance(b, Paragraph) and "79.20" in b.text][2]
    place = third.source.locate(0, len(third.text))
    (box,) = place.boxes
    assert place.page == 3
    assert box[3] - box[1] > box[2] - box[0]


def test_the_flag_of_a_scanned_report(scan: Document, recogniser: None) -> None:
    result = check_document(scan, Config())
    wrong = [f for f in result.flags if "79.20" in f.anchor.quote]
    assert wrong
    assert all(f.confidence is not Confidence.HIGH for f in wrong)


def test_text_under_a_stamped_page_number_is_still_a_scan(tmp_path: Path) -> None:
    from io import BytesIO

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawImage(ImageReader(Image.new("L", (400, 560), 200)), 20, 20, 555, 800)
    canvas.drawString(290, 24, "- 3 -")
    canvas.save()
    assert [n.code for n in read(buffer.getvalue()).notices] == ["DOC002"]
