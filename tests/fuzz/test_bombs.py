"""Files made to fill the memory or to take for ever: each is stopped, and says by what."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
import small_docx
import workbooks
from confined import confined
from ofd_files import package, page, text_object
from zip_damage import unpacked

from reportlint.config import Limits

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "haha"}">' for n in range(10))
BILLION = f'<?xml version="1.0"?><!DOCTYPE a [{LAUGHS}]><a>&l9;</a>'.encode()
SMALL = Limits(max_table_cells=5_000, max_characters=200_000, xml_depth=200)


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The package with a member added or replaced, packed as tightly as can be."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for member, old in (unpacked(data) | {name: content}).items():
            archive.writestr(member, old)
    return stream.getvalue()


def nested_table(depth: int) -> bytes:
    cell = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return small_docx.of_body(cell)


def zeros(*, declared: int | None = None) -> bytes:
    """A docx with a member of 300 MB of nothing, which may say that it is smaller."""
    data = bytearray(with_member(small_docx.everything(), "word/media/x.bin", bytes(300_000_000)))
    if declared is not None:
        old, new = (300_000_000).to_bytes(4, "little"), declared.to_bytes(4, "little")
        return bytes(data).replace(old, new)
    return bytes(data)


def lying_document() -> bytes:
    """The text itself unpacks to far more than the directory says."""
    text = b"<w:document>" + b" " * 300_000_000
    data = with_member(small_docx.everything(), "word/document.xml", text)
    return data.replace(len(text).to_bytes(4, "little"), (5_000).to_bytes(4, "little"))


def many_members() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for number in range(20_001):
            archive.writestr(f"x/{number}", "")
    return stream.getvalue()


def archive_in_archive() -> bytes:
    data = b"x"
    for _ in range(50):
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.zip", data)
        data = stream.getvalue()
    return data


PACKED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "ratio": (zeros, "over a limit", "max_ratio"),
    "ratio, declared small": (lambda: zeros(declared=100), "document", ""),
    "text larger than declared": (lying_document, "damaged", ""),
    "members": (many_members, "over a limit", "max_members"),
    "archives in archives": (archive_in_archive, "not that format", ""),
    "billion laughs": (
        lambda: with_member(small_docx.everything(), "word/document.xml", BILLION),
        "damaged",
        "XML",
    ),
    "laughs in the styles": (
        lambda: with_member(small_docx.everything(), "word/styles.xml", BILLION),
        "document",
        "word/styles.xml",
    ),
    "tables in tables": (lambda: nested_table(20_000), "over a limit", "xml_depth"),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_packed_bomb_is_stopped(name: str) -> None:
    made, status, words = PACKED[name]
    ending = confined(made(), "a.docx")
    assert ending.status == status, ending
    assert ending.says(words), ending


def test_an_endless_table_of_a_docx_is_cut() -> None:
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 10 + "</w:tr>"
    data = small_docx.of_body(f"<w:tbl>{row * 20_000}</w:tbl>")
    ending = confined(data, "a.docx", SMALL)
    assert ending.status == "document", ending
    assert ending.says("max_table_cells")


def test_cells_that_span_everything_are_cut() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p>'
    data = small_docx.of_body(f"<w:tbl>{f'<w:tr>{cell}</w:tc></w:tr>' * 3_000}</w:tbl>")
    assert confined(data, "a.docx").status in {"document", "over a limit"}


BOOKS = {
    "a cell in the last corner": '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    "</sheetData>",
    "all cells are one": '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    "many merged ranges": '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 50_000 + "</mergeCells>",
    "endless rows": "<sheetData>"
    + '<row><c t="n"><v>1</v></c><c><v>2</v></c></row>' * 200_000
    + "</sheetData>",
    "deep": "<sheetData>" + "<row>" * 100_000,
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_is_stopped(name: str) -> None:
    ending = confined(workbooks.assembled({"甲": BOOKS[name]}), "a.xlsx", SMALL)
    assert ending.status in {"document", "over a limit", "damaged", "empty"}, ending


PAGES = {
    "deep": "<div>" * 200_000 + "1",
    "deep inline": "<b>" * 200_000 + "1",
    "spans": "<table>" + "<tr><td rowspan=65534 colspan=1000>1" * 3_000,
    "endless table": "<table>" + "<tr><td>1<td>2<td>3" * 100_000,
    "tables in tables": "<table><tr><td>1" * 5_000,
    "laughs": BILLION.decode() + "<html><body>1",
    "entities": "&nbsp;" * 1_000_000 + "1",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_web_page_is_stopped(name: str) -> None:
    data = f"<html><body>{PAGES[name]}".encode()
    ending = confined(data, "a.html", SMALL)
    assert ending.status in {"document", "over a limit", "damaged", "empty"}, ending


def test_an_endless_ofd_is_stopped() -> None:
    lines = [text_object("支出1.5万元", 20, 30 + n % 200) for n in range(20_000)]
    assert confined(package([page(*lines)]), "a.ofd", SMALL).status in {"document", "over a limit"}
    same = page(text_object("支出", 20, 30))
    ending = confined(package([same] * 300), "a.ofd", Limits(max_pages=200))
    assert ending.says("200 pages"), ending


def test_a_picture_of_any_size_is_not_unpacked() -> None:
    pixels = zlib.compress(bytes(100_000_000), 9)
    head = b"<</Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    picture = b"5 0 obj%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream endobj "
    data = (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids"
        b"[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R"
        b"/Resources<</XObject<</I 5 0 R>>>>>>endobj 4 0 obj<</Length 30>>\nstream\n"
        b"500 0 0 500 0 0 cm /I Do      \nendstream endobj "
        + picture % (head, len(pixels), pixels)
        + b"trailer<</Root 1 0 R>>"
    )
    ending = confined(data, "a.pdf")
    assert ending.status == "document", ending
    assert ending.says("DOC002")
