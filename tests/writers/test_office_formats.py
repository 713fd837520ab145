"""xlsx and the opinion: what people open in an office."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook
from writer_cases import CELL, HOSTILE, RATE, UNREADABLE, anchor, result

from reportlint.result import EMPTY, FigureEntry, Place, Text
from reportlint.writers import View, opinion, xlsx

FIGURE = FigureEntry(
    "99.53%",
    "percent",
    "99.53",
    "99.53",
    "%",
    "预算执行率",
    "2024",
    "",
    "checked",
    anchor("99.53%", place=Place(4)),
)
FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "{=1}", "http://x.invalid/", "007")


def rows(content: bytes, sheet: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [list(row) for row in book.get_sheet_by_name(sheet).to_python()]


def words(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_workbook_has_flags_figures_ledger_and_rules() -> None:
    content = xlsx.render([result(RATE, CELL, figures=(FIGURE,)), UNREADABLE], View())
    head, rate, cell, broken = rows(content, "问题清单")
    flag = dict(zip(head, rate, strict=True))
    assert (flag["级别"], flag["编号"], flag["年度"]) == ("错误", "NUM103", 2024)
    assert flag["上下文"] == "全年预算执行率为【99.53%】，完成较好。"
    assert (flag["应为"], flag["页、行或单元格"]) == ("99.35%", "第4页")
    assert dict(zip(head, cell, strict=True))["已忽略"] == "已与单位核对"
    assert broken[1] == "坏.pdf"
    assert rows(content, "数字")[1][1:6] == ["99.53%", "99.53", "%", "百分比", "预算执行率"]
    assert rows(content, "账目")[1][5:13] == [1, 0, 0, 1, 58, 34, 6, 18]
    assert [row[1] for row in rows(content, "规则")[1:]] == ["NUM103", "STR001"]


def test_sheets_are_filtered_below_a_frozen_header() -> None:
    archive = zipfile.ZipFile(BytesIO(xlsx.render([result(RATE, figures=(FIGURE,))], View())))
    for number in (1, 2, 3, 4):
        xml = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
        assert '<pane ySplit="1"' in xml
        assert "<autoFilter" in xml


def test_no_cell_is_ever_a_formula_or_a_link() -> None:
    flags = [
        replace(RATE, anchor=anchor(text, text, text), message=Text(text, text), expected=text)
        for text in FORMULAS
    ]
    figures = tuple(replace(FIGURE, quote=text, indicator=text) for text in FORMULAS)
    content = xlsx.render([result(*flags, figures=figures, organization="=HYPERLINK(1)")], View())
    archive = zipfile.ZipFile(BytesIO(content))
    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 4
    for name in sheets:
        xml = archive.read(name).decode()
        assert "<f>" not in xml
        assert "<hyperlink" not in xml
    assert [row[8] for row in rows(content, "问题清单")[1:]] == list(FORMULAS)
    assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_printed_is_spelled_out(lang: str) -> None:
    hostile = replace(HOSTILE, message=Text(*(["坏\x00\ufffe\ud800\x1b"] * 2)))
    view = View(lang)
    table = rows(xlsx.render([result(hostile, path="\x07.docx")], view), _first_sheet(lang))
    assert any("<0000><FFFE><D800><001B>" in str(value) for value in table[1])
    assert "<0000><FFFE><D800><001B>" in words(opinion.render([result(hostile)], view))


def _first_sheet(lang: str) -> str:
    return "flags" if lang == "en" else "问题清单"


def test_a_long_text_is_cut_to_what_a_cell_holds() -> None:
    long = replace(RATE, message=Text("长" * 50_000, ""))
    assert len(str(rows(xlsx.render([result(long)], View()), "问题清单")[1][7])) == 32_000


def test_the_index_lists_the_files() -> None:
    table = rows(xlsx.index([("报告.docx.xlsx", result(RATE))], View()), "账目")
    assert table[1][-1] == "报告.docx.xlsx"
    text = words(opinion.index([("报告.docx.docx", result(RATE))], View()))
    assert "报告.docx.docx" in text
    assert "1 个错误" in text


def test_an_opinion_goes_section_by_section() -> None:
    whole = replace(RATE, anchor=anchor("", where=()), message=Text("缺少问题章节。", "none"))
    text = words(opinion.render([result(whole, RATE, CELL)], View()))
    for part in (
        "某区水务局：",
        "你单位报送的《报告》（文件：报告.docx）已审核。报告共有数字58个，其中34个已核算。",
        "需修改或说明的共2处（错误2处），意见如下。",
        "一、关于“整体”",
        "二、关于“二、预算执行情况”",
        "1. （错误）预算执行率应为99.35%，写作99.53%。",
        "原文：“全年预算执行率为99.53%，完成较好。”（二、预算执行情况，第4页）",
        "算式：1416914.19 ÷ 1426240.16 = 99.346%",
        "应为：99.35%",
        "修改意见：请更正为99.35%。",
    ):
        assert part in text
    assert "未说明偏差原因" not in text, "what is suppressed is not confirmed"


def test_an_opinion_on_a_clean_report_and_in_english() -> None:
    assert "未发现需要修改的问题" in words(opinion.render([result()], View()))
    text = words(opinion.render([result(replace(RATE, advice=EMPTY), lang="en")], View("en")))
    assert "Review opinion" in text
    assert "1. (error) The execution rate should be 99.35%." in text


def test_libreoffice_opens_the_workbook_with_the_same_rows(
    tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    content = xlsx.render([result(RATE, CELL, HOSTILE, figures=(FIGURE,))], View())
    (tmp_path / "a.xlsx").write_bytes(content)
    again = convert(tmp_path / "a.xlsx", "ods").read_bytes()
    for sheet in ("问题清单", "数字", "账目", "规则"):
        assert rows(again, sheet) == rows(content, sheet)
