"""An xls that another program wrote says what the xlsx it was made of says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter
from workbooks import cell_addresses, paragraphs, tables, written

from reportlint.config import Limits
from reportlint.readers import read_bytes

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def fill(workbook: xlsxwriter.Workbook) -> None:
    sheet = workbook.add_worksheet("自评表")
    money = workbook.add_format({"num_format": "#,##0.00"})
    rate = workbook.add_format({"num_format": "0.00%"})
    date = workbook.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    sheet.merge_range(0, 0, 0, 4, "项目支出绩效自评表", workbook.add_format({"align": "center"}))
    sheet.write_row(1, 0, ["项目", "预算数", "执行数", "执行率", "日期"])
    for row, (name, planned, spent) in enumerate(
        [("道路", 1200.5, 1150), ("绿化", 300, 299.995)], 2
    ):
        sheet.write(row, 0, name)
        sheet.write(row, 1, planned, money)
        sheet.write(row, 2, spent, money)
        sheet.write_formula(row, 3, f"=C{row + 1}/B{row + 1}", rate, spent / planned)
        sheet.write_number(row, 4, 45292, date)
    sheet.merge_range(4, 0, 5, 0, "合计")
    sheet.write_row(4, 1, [1500.5, 1449.995], money)
    sheet.write(5, 1, "其中：市级")
    sheet.write(5, 2, 1000, money)
    hidden = workbook.add_worksheet("旧表")
    hidden.write(0, 0, "去年")
    hidden.hide()


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The same book as xlsx, and as LibreOffice saves it as xls."""
    if SOFFICE is None:
        pytest.skip("needs libreoffice-calc: neither soffice nor libreoffice is on PATH")
    folder = tmp_path_factory.mktemp("books")
    (folder / "a.xlsx").write_bytes(written(fill))
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless"]
    command += ["--convert-to", "xls:MS Excel 97", "--outdir", str(folder), str(folder / "a.xlsx")]
    subprocess.run(command, check=False, capture_output=True, timeout=120)
    if not (folder / "a.xls").is_file():
        pytest.skip("needs libreoffice-calc: LibreOffice is without its spreadsheet")
    return (folder / "a.xlsx").read_bytes(), (folder / "a.xls").read_bytes()


@pytest.mark.parametrize("name", ["自评表.xls", "自评表.et"])
def test_xls_and_xlsx_say_the_same(pair: tuple[bytes, bytes], name: str) -> None:
    new, old = (read_bytes(data, Path(name), Limits()) for data in pair)
    assert (new.format, old.format) == ("xlsx", "xls")
    assert tables(old) == tables(new)
    assert tables(old)[0][2] == ["绿化", "300.00", "300.00", "100.00%", "2024年1月1日"]
    assert paragraphs(old) == paragraphs(new)
    assert cell_addresses(old) == cell_addresses(new)
    assert old.notices == new.notices
