"""Every limit of the configuration, in every reader that it applies to."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import ofd_files
import pytest
import xlsxwriter
from drawn import LEFT, Drawing, grid

from reportlint.config import Limits
from reportlint.document import Document, Table
from reportlint.readers import Reason, UnreadableFile, read_bytes

HEAD = ["项目", "预算数", "决算数"]
ROWS = [HEAD, *([f"第{n}项支出", f"{n}00.00", f"{n}00.50"] for n in range(1, 10))]
SENTENCE = "本单位的收入和支出见下表。"
CELLS = 9
"""Three rows of three."""


def as_docx() -> bytes:
    made = docx.Document()
    made.add_paragraph(SENTENCE)
    table = made.add_table(len(ROWS), len(HEAD))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_xlsx() -> bytes:
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream)
    sheet = workbook.add_worksheet("支出表")
    for r, row in enumerate(ROWS):
        sheet.write_row(r, 0, row)
    workbook.close()
    return stream.getvalue()


def as_pdf() -> bytes:
    drawing = Drawing()
    for _ in range(2):
        drawing.text(LEFT, 80, SENTENCE)
        grid(drawing, [72, 222, 372, 522], [100 + 20 * k for k in range(11)], ROWS)
        drawing.next_page()
    return drawing.data()


def as_text() -> bytes:
    return "\n".join([SENTENCE, "", *("|" + "|".join(row) + "|" for row in ROWS)]).encode()


def as_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in ROWS)
    return f"<html><body><p>{SENTENCE}</p><table>{rows}</table></body></html>".encode()


def as_ofd() -> bytes:
    objects = [ofd_files.text_object(SENTENCE, 20, 20)]
    for r, row in enumerate(ROWS):
        objects += [ofd_files.text_object(c, 20 + 50 * k, 40 + 7 * r) for k, c in enumerate(row)]
    return ofd_files.package([ofd_files.page(*objects)] * 2)


MADE = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "pdf": as_pdf,
    "text": as_text,
    "html": as_html,
    "ofd": as_ofd,
}
PACKED = ("docx", "xlsx", "ofd")


def opened(kind: str, limits: Limits) -> Document:
    document = read_bytes(MADE[kind](), Path("报告"), limits)
    assert document.format == kind
    return document


def refused(kind: str, limits: Limits, setting: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        opened(kind, limits)
    assert raised.value.reason is Reason.OVER_LIMIT
    assert raised.value.notice.code == "DOC001"
    assert f"limits.{setting}" in raised.value.notice.advice.zh


def said(document: Document, setting: str) -> bool:
    """Whether a part was left out because of the limit, and that is said."""
    return any(n.code == "DOC005" and setting in n.advice.zh for n in document.notices)


@pytest.mark.parametrize("kind", MADE)
def test_without_limits_everything_is_read(kind: str) -> None:
    document = opened(kind, Limits())
    assert not document.notices
    [(_, table), *_] = document.tables()
    assert len(table.rows) >= len(ROWS)


@pytest.mark.parametrize("kind", MADE)
def test_bytes(kind: str) -> None:
    refused(kind, Limits(max_bytes=10), "max_bytes")


@pytest.mark.parametrize("kind", [k for k in MADE if k != "pdf"])
def test_characters(kind: str) -> None:
    refused(kind, Limits(max_characters=20), "max_characters")


def test_characters_of_a_pdf_end_the_reading() -> None:
    document = opened("pdf", Limits(max_characters=20))
    assert said(document, "max_characters")


@pytest.mark.parametrize("kind", [k for k in MADE if k != "pdf"])
def test_seconds(kind: str) -> None:
    refused(kind, Limits(seconds=1e-9), "seconds")


def test_seconds_of_a_pdf_end_the_reading() -> None:
    assert said(opened("pdf", Limits(seconds=1e-9)), "seconds")


@pytest.mark.parametrize("kind", MADE)
def test_cells_of_a_table(kind: str) -> None:
    document = opened(kind, Limits(max_table_cells=CELLS))
    assert said(document, "max_table_cells")
    for _, table in document.tables():
        assert len(table.rows) * len(table.rows[0]) <= CELLS


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ofd", "html"])
def test_depth(kind: str) -> None:
    refused(kind, Limits(xml_depth=1 if kind == "html" else 2), "xml_depth")


@pytest.mark.parametrize("kind", ["pdf", "ofd"])
def test_pages(kind: str) -> None:
    assert said(opened(kind, Limits(max_pages=1)), "max_pages")


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("setting", ["max_members", "max_expanded_bytes", "max_part_bytes"])
def test_what_a_container_holds(kind: str, setting: str) -> None:
    refused(kind, Limits.model_validate({setting: 3}), setting)


@pytest.mark.parametrize("kind", PACKED)
def test_a_container_that_unpacks_to_far_more_than_it_is(kind: str) -> None:
    stream = BytesIO(MADE[kind]())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("padding.xml", bytes(20_000_000))
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(stream.getvalue(), Path("报告"), Limits())
    assert "limits.max_ratio" in raised.value.notice.advice.zh


@pytest.mark.parametrize("kind", PACKED)
def test_entities_and_document_types_are_refused(kind: str) -> None:
    """A declaration is the beginning of every trick with entities: none is ever read."""
    part = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "ofd": "OFD.xml"}[kind]
    bomb = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>'
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(MADE[kind]())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if name == part:
                start = blob.index(b"?>") + 2 if blob.startswith(b"<?xml") else 0
                blob = blob[:start] + bomb.encode() + blob[start:]
            new.writestr(name, blob)
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(stream.getvalue(), Path("报告"), Limits())
    assert raised.value.reason is Reason.DAMAGED


def test_a_ragged_table_is_not_filled_up_without_end() -> None:
    wide, rows = "|" + "1|" * 100_000, "|1|2|\n" * 100_000
    document = read_bytes(f"{wide}\n{rows}".encode(), Path("a.txt"), Limits())
    assert said(document, "max_table_cells")
    assert all(isinstance(b, Table) for b in document.blocks)
