"""Workbooks made by the tests: by XlsxWriter, or part by part where that is too well-behaved."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import xlsxwriter

from reportlint.config import Limits
from reportlint.document import Document, Paragraph, Table
from reportlint.readers import read_bytes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

ROWS = [("道路维修", 100, 99.5), ("管网改造", 1200.5, 1150)]


def written(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """The bytes of the workbook that `fill` writes into."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        fill(workbook)
    return stream.getvalue()


def form(workbook: xlsxwriter.Workbook) -> None:
    """A small form with a title, a unit, formulas and a note."""
    sheet = workbook.add_worksheet("附表1")
    money = workbook.add_format({"num_format": "#,##0.00"})
    percent = workbook.add_format({"num_format": "0.00%"})
    sheet.merge_range("A1:D1", "2024年度项目支出绩效自评表")
    sheet.write("D2", "单位：万元")
    sheet.write_row("A3", ["项目", "预算数", "执行数", "执行率"])
    for row, (name, budget, spent) in enumerate(ROWS, 3):
        sheet.write(row, 0, name)
        sheet.write(row, 1, budget, money)
        sheet.write(row, 2, spent, money)
        sheet.write_formula(row, 3, "=C4/B4", percent, spent / budget)
    sheet.merge_range("A6:D6", "注：数据来自财务系统。")


def assembled(sheets: Mapping[str, str], strings: str = "", styles: str = "") -> bytes:
    """An xlsx of sheets by name, each given by what stands inside its `worksheet` element."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets)
    )
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/{n}.xml"/>'
        for n, _ in enumerate(sheets)
    )
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{BOOK_TYPE}"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{targets}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for n, content in enumerate(sheets.values()):
        parts[f"xl/worksheets/{n}.xml"] = f'<worksheet xmlns="{MAIN}">{content}</worksheet>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def opened(data: bytes, limits: Limits | None = None) -> Document:
    """The document in a workbook."""
    return read_bytes(data, Path("附表.xlsx"), limits or Limits())


def paragraphs(document: Document) -> list[str]:
    """The texts of the body."""
    return [block.text for _, block in document.paragraphs()]


def tables(document: Document) -> list[list[list[str]]]:
    """The texts of all tables."""
    return [[[cell.text for cell in row] for row in table.rows] for _, table in document.tables()]


def cell_addresses(document: Document) -> dict[str, str]:
    """Where each text of the document is said to stand."""
    found: dict[str, str] = {}
    for block in document.blocks:
        cells = block.cells() if isinstance(block, Table) else [block]
        for cell in cells:
            assert isinstance(block, Paragraph | Table)
            part = cell.source.locate(0, 1).part or {}
            found[cell.text] = str(part.get("cell"))
    return found
