from collections.abc import Callable

import pytest

from reportlint.document import Document, Table

Body = Callable[..., list[object]]


def test_rows_between_bars_with_and_without_a_rule(body: Body) -> None:
    rows = [["项目", "预算"], ["支出|一般", "90"]]
    assert body("|项目|预算|\n|--|:-:|\n|支出\\|一般|90|") == [rows]
    assert body("前文。\n|项目|预算|\n|支出\\|一般| 90 |\n后文。") == ["前文。", rows, "后文。"]
    assert body("项目 | 预算\n--- | ---:\n支出\\|一般 | 90") == [rows]


def test_boxes_drawn_with_characters(body: Body) -> None:
    rows = [["项目", "金额"], ["甲", "3.5"]]
    assert body("+----+----+\n| 项目 | 金额 |\n+====+====+\n| 甲 | 3.5 |\n+----+----+") == [rows]
    assert body("┌──┬──┐\n│项目│金额│\n├──┼──┤\n│甲│3.5│\n└──┴──┘") == [rows]


def test_cells_between_bars(read_lines: Callable[..., Document]) -> None:
    document = read_lines("|甲|**1.5**|\n||2<br>万元|短行\n|丙|3|4|\n")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲", "1.5", ""],
        ["", "2\n万元", "短行"],
        ["丙", "3", "4"],
    ]
    assert table.rows[0][1].source.locate(0, 1).part == {"line": 1, "column": 6}
    assert table.rows[2][2].source.locate(0, 1).part == {"line": 3, "column": 6}


def test_a_single_framed_cell_is_text(body: Body) -> None:
    assert body("| 无 |") == ["无"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "项目        预算数     决算数\n基本支出    8,810.42   8,790.10\n"
            "合计        14,320.87  13,890.10",
            [["项目", "预算数", "决算数"], ["基本支出", "8,810.42", "8,790.10"],
             ["合计", "14,320.87", "13,890.10"]],
        ),
        ("指标\t上年\t本年\n收入\t100\t120\n支出\t90\n", [["指标", "上年", "本年"],
         ["收入", "100", "120"], ["支出", "90", ""]]),
        ("科目\t预算\t决算\n\n工资\t100.5\t99.8\n\n津贴\t20.0\t19.5", [["科目", "预算", "决算"],
         ["工资", "100.5", "99.8"], ["津贴", "20.0", "19.5"]]),
        ("收入 1,200.50\n支出 1,100.20", [["收入", "1,200.50"], ["支出", "1,100.20"]]),
        ("1  培训费   3.50   2.80\n2  会议费   1.20   1.10", [["1", "培训费", "3.50", "2.80"],
         ["2", "会议费", "1.20", "1.10"]]),
        (
            "项目        预算      决算      差异\n人员        80.00     79.00     -1.00\n"
            "公用                  10.00\n其中：\n  会议      2.00      1.50      -0.50",
            [["项目", "预算", "决算", "差异"], ["人员", "80.00", "79.00", "-1.00"],
             ["公用", "", "10.00", ""], ["其中：", "", "", ""], ["会议", "2.00", "1.50", "-0.50"]],
        ),
        ("          上年      本年\n收入      100.50    120.00\n支出       90.00    110.00",
         [["", "上年", "本年"], ["收入", "100.50", "120.00"], ["支出", "90.00", "110.00"]]),
        ("项目　　预算数　　执行数　　执行率\n总额　　500.00　　480.00　　96.00%",
         [["项目", "预算数", "执行数", "执行率"], ["总额", "500.00", "480.00", "96.00%"]]),
    ],
)  # fmt: skip
def test_aligned_rows(body: Body, text: str, rows: list[list[str]]) -> None:
    assert body(text) == [rows]
    assert body(f"单位：万元\n{text.rstrip()}\n注：决算为快报数。")[1] == rows


@pytest.mark.parametrize(
    "text",
    [
        "一、\t概况\n二、\t收支情况",
        "1.\t2024年收入为100万元\n2.\t2023年支出为90万元",
        "截至 2024 年 12 月 31 日，结余 5 万元。\n截至 2023 年 12 月 31 日，结余 4 万元。",
        "（一）  预算 100 万元\n（二）  决算 90 万元",
        "2024年  预算执行情况良好。\n2023年  预算执行情况一般。",
        "评价得分  97分",
    ],
)
def test_prose_is_never_a_table(body: Body, text: str) -> None:
    assert all(isinstance(item, str) for item in body(text))
