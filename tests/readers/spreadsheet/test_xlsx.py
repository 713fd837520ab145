import re
from pathlib import Path

import pytest
from workbooks import (
    assembled,
    cell_addresses,
    form,
    opened,
    paragraphs,
    tables,
    written,
)
from xlsxwriter import Workbook

from reportlint.config import Limits
from reportlint.document import Layer, Paragraph, Table
from reportlint.readers import UnreadableFile
from reportlint.readers.spreadsheet.sheet import address, position_of

CENT = '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="10"/></cellXfs>'


def test_titles_and_notes_stand_around_the_table() -> None:
    document = opened(written(form))
    assert document.format == "xlsx"
    assert paragraphs(document) == [
        "2024年度项目支出绩效自评表",
        "单位：万元",
        "注：数据来自财务系统。",
    ]
    assert tables(document) == [
        [
            ["项目", "预算数", "执行数", "执行率"],
            ["道路维修", "100.00", "99.50", "99.50%"],
            ["管网改造", "1,200.50", "1,150.00", "95.79%"],
        ]
    ]
    assert document.notices == ()


def test_every_figure_leads_to_its_cell() -> None:
    found = cell_addresses(opened(written(form)))
    assert found["2024年度项目支出绩效自评表"] == "A1"
    assert found["1,200.50"] == "B5"
    assert found["95.79%"] == "D5"
    table = next(b for b in opened(written(form)).blocks if isinstance(b, Table))
    assert table.rows[2][1].source.locate(0, 8).part == {"sheet": "附表1", "cell": "B5"}


def test_a_check_of_a_workbook_points_at_the_wrong_cell(tmp_path: Path) -> None:
    from reportlint import check

    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet("支出")
        sheet.write("B2", "2024年部门支出情况表（单位：万元）")
        sheet.write_row("B3", ["科目", "金额"])
        for row, pair in enumerate([("人员经费", 120.5), ("公用经费", 30.25)], 3):
            sheet.write_row(row, 1, pair)
        sheet.write_row("B6", ["合计", 150.95])

    path = tmp_path / "支出.xlsx"
    path.write_bytes(written(fill))
    flags = check(path).flags
    assert [(f.code, f.anchor.place.part) for f in flags if f.code.startswith("NUM")] == [
        ("NUM114", {"sheet": "支出", "cell": "C6"})
    ]


def test_the_name_of_a_sheet_is_its_title_where_it_has_none() -> None:
    def fill(workbook: Workbook) -> None:
        for name in ("收入情况", "Sheet2"):
            workbook.add_worksheet(name).write_row("A1", ["项目", 3])

    document = opened(written(fill))
    assert paragraphs(document) == ["收入情况"]
    layers = [block.layer for block in document.blocks]
    assert layers == [Layer.BODY, Layer.BODY, Layer.HEADER, Layer.BODY]


def test_merged_cells_are_filled() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.merge_range("A1:A2", "项目")
        sheet.merge_range("B1:C1", "预算")
        sheet.write_row("B2", ["年初", "调整后"])
        sheet.write_row("A3", ["甲", 1, 2])

    assert tables(opened(written(fill))) == [
        [["项目", "预算", "预算"], ["项目", "年初", "调整后"], ["甲", "1", "2"]]
    ]


def test_blank_rows_and_columns() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row("C5", ["项目", "金额"])
        sheet.write_row("C6", ["甲", 1])
        sheet.write_row("C9", ["乙", 2])
        sheet.write_row("C12", ["单位", "", "人数"])
        sheet.write_row("C13", ["某局", "", 30])
        sheet.write("XFD1048576", "x")

    found = tables(opened(written(fill)))
    assert found[0] == [["项目", "金额"], ["甲", "1"], ["乙", "2"]]
    assert found[1] == [["单位", "人数"], ["某局", "30"]]


def test_a_label_without_its_value_is_no_title() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_row("A1", ["项目名称"])
        sheet.write_row("A2", ["主管部门", "某局"])

    assert tables(opened(written(fill))) == [[["项目名称", ""], ["主管部门", "某局"]]]


def test_a_report_typed_into_one_column() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet()
        sheet.write_column("A1", ["一、概况", "全年支出12.50万元。", "二、问题"])

    document = opened(written(fill))
    assert paragraphs(document) == ["一、概况", "全年支出12.50万元。", "二、问题"]


def test_hidden_sheets_are_named_and_not_read() -> None:
    def fill(workbook: Workbook) -> None:
        form(workbook)
        for name in ("旧数", "空"):
            workbook.add_worksheet(name).hide()
        workbook.get_worksheet_by_name("旧数").write("A1", 5)
        reserved = workbook.add_worksheet("WpsReserved_CellImgList")
        reserved.write("A1", "x")
        reserved.very_hidden()

    document = opened(written(fill))
    assert [notice.code for notice in document.notices] == ["DOC005"]
    assert "“旧数”" in document.notices[0].message.zh
    assert "空" not in document.notices[0].message.zh


def test_text_boxes_and_comments() -> None:
    def fill(workbook: Workbook) -> None:
        form(workbook)
        sheet = workbook.get_worksheet_by_name("附表1")
        assert sheet is not None
        sheet.insert_textbox("F3", "结余20.00万元\n已上缴")
        sheet.write_comment("B5", "请核对", {"author": "甲"})

    document = opened(written(fill))
    assert paragraphs(document)[-2:] == ["结余20.00万元", "已上缴"]
    comments = [block for block in document.blocks if block.layer is Layer.COMMENT]
    assert [block.text for block in comments if isinstance(block, Paragraph)] == ["请核对"]
    found = cell_addresses(document)
    assert (found["已上缴"], found["请核对"]) == ("F3", "B5")


def test_texts_of_all_kinds() -> None:
    strings = "<si><r><t>支</t></r><r><t>出</t></r><rPh><t>zhichu</t></rPh></si>"
    cells = (
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>甲_x000D_\n乙</t></is></c>'
        '<c t="str"><f>x</f><v>丙</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c>'
        '<c t="s"><v>99</v></c><c s="1"><v>1.25E3</v></c><c s="2"><v>0.5</v></c></row>'
    )
    document = opened(assembled({"表": f"<sheetData>{cells}</sheetData>"}, strings, CENT))
    assert tables(document) == [[["支出", "甲\n乙", "丙", "TRUE", "#DIV/0!", "1,250.00", "50.00%"]]]


def test_formulas_without_a_result_are_counted() -> None:
    cells = '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
    document = opened(assembled({"表": f"<sheetData>{cells}</sheetData>"}))
    assert [notice.code for notice in document.notices] == ["DOC005"]
    assert "1 个公式" in document.notices[0].message.zh


def test_a_damaged_sheet_costs_only_itself() -> None:
    good = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
    document = opened(assembled({"坏": "<sheetData><row>", "好": good}))
    assert tables(document) == [[["1", "2"]]]
    assert [notice.code for notice in document.notices] == ["DOC005"]
    with pytest.raises(UnreadableFile, match="damaged"):
        opened(assembled({"坏": "<sheetData><row>"}))


def test_a_workbook_without_a_cell() -> None:
    with pytest.raises(UnreadableFile, match="nothing"):
        opened(written(lambda workbook: workbook.add_worksheet()))


def test_limits() -> None:
    row = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    data = assembled({"表": f"<sheetData>{row * 50}</sheetData>"})
    document = opened(data, Limits(max_table_cells=20))
    assert len(tables(document)[0]) == 10
    assert [notice.code for notice in document.notices] == ["DOC005"]
    with pytest.raises(UnreadableFile, match="limit"):
        opened(data, Limits(max_characters=20))


def test_merges_over_a_million_rows_cost_nothing() -> None:
    row = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 2
    merges = '<mergeCells><mergeCell ref="A1:B1048576"/><mergeCell ref="x"/></mergeCells>'
    document = opened(assembled({"表": f"<sheetData>{row}</sheetData>{merges}"}))
    assert len(tables(document)[0]) == 2


def test_entities_are_never_expanded() -> None:
    cells = '<row><c t="inlineStr"><is><t>&a;</t></is></c><c><v>1</v></c></row>'
    data = assembled({"表": f"<sheetData>{cells}</sheetData>"})
    with pytest.raises(UnreadableFile):
        opened(data)


@pytest.mark.parametrize("text", ["A1", "Z26", "AA27", "XFD1048576"])
def test_addresses_there_and_back(text: str) -> None:
    position = position_of(text)
    assert position is not None
    assert address(position) == text
    assert re.fullmatch("[A-Z]+[0-9]+", address(position))


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "ABCD1", "甲1", "A12345678"])
def test_what_is_no_address(text: str) -> None:
    assert position_of(text) is None
