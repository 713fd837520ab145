"""The html page of a report of 100 pages with 500 flags, and a verdict among 10,000 flags."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from reportlint.config import Config
from reportlint.document import Document, anchor_at
from reportlint.readers import read_bytes
from reportlint.result import Evidence, Flag, Ledger, Result, Severity, Status, Text
from reportlint.writers import View, html

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "store"))

from store_cases import flag, result

from reportlint.store import open_store
from reportlint.store.decisions import decide
from reportlint.store.documents import save
from reportlint.store.flags import flags_of
from reportlint.store.model import Verdict

PAGES, FLAGS_PER_PAGE, LINES_PER_FLAG = 100, 5, 6
RATE = "本年预算12860.00万元，支出11574.00万元，预算执行率为95.00%。"
FILLER = "各科室按照年度工作计划推进项目实施，资金管理规范，过程资料齐全，会计核算清晰。"
FONT = "STSong-Light"


def lines() -> list[str]:
    """The lines of one page."""
    return [line for _ in range(FLAGS_PER_PAGE) for line in (RATE, *[FILLER] * LINES_PER_FLAG)]


def docx_bytes() -> bytes:
    document = docx.Document()
    for _ in range(PAGES):
        for line in lines():
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_bytes() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(PAGES):
        canvas.setFont(FONT, 11)
        for number, line in enumerate(lines()):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def flagged(document: Document) -> list[Flag]:
    """Every printed rate, with the two amounts as evidence."""
    return [_flag(document, n) for n, p in document.paragraphs() if "95.00%" in p.text]


def _flag(document: Document, block: int) -> Flag:
    text = getattr(document.blocks[block], "text", "")

    def at(words: str) -> int:
        return int(text.index(words))

    def anchored(words: str):  # noqa: ANN202 - an anchor
        return anchor_at(document, block, at(words), at(words) + len(words))

    said = Text("预算执行率不符。", "The rate is wrong.")
    roles = (("numerator", "11574.00万元"), ("denominator", "12860.00万元"))
    evidence = tuple(Evidence(role, anchored(words)) for role, words in roles)
    flag = Flag(anchored("95.00%"), said, working="…", expected="90.00%", evidence=evidence)
    return Flag(**{n: getattr(flag, n) for n in flag.__slots__} | {
        "code": "NUM103", "name": "rate-mismatch", "severity": Severity.ERROR})  # fmt: skip


@pytest.mark.parametrize("extension", ["docx", "pdf"])
def test_the_page_of_a_hundred_pages(
    benchmark: BenchmarkFixture, tmp_path: Path, extension: str
) -> None:
    data = docx_bytes() if extension == "docx" else pdf_bytes()
    path = tmp_path / f"报告.{extension}"
    path.write_bytes(data)
    document = read_bytes(data, path, Config().limits)
    flags = tuple(flagged(document))
    assert len(flags) >= PAGES
    found = Result(str(path), document.sha256, Status.CHECKED, flags, Ledger())
    page = benchmark(html.render, [found], View())
    assert page.count('data-m="1"') >= 1


def test_a_verdict_among_ten_thousand(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store.sqlite"))
    many = [flag(f"{n}%") for n in range(10_000)]
    id = save(store, "/x", result(many), Config())
    (key,) = (found.key for found in flags_of(store, id, offset=5000, limit=1))
    benchmark(decide, store, id, [key], Verdict.CONFIRMED, "", "甲")
    store.close()
