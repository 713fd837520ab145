"""Ruled tables: every figure in its own cell, whole, once."""

from __future__ import annotations

from drawn import Drawing, even, grid, read, tables, texts, write

XS = even(72, 90, 4)
HEAD = ["项目", "预算数", "决算数", "执行率"]


def rows(first: int, count: int) -> list[list[str]]:
    return [[f"任务{k}", f"{k}00.00", f"{k}0.50", "90.50%"] for k in range(first, first + count)]


def test_a_ruled_table_with_its_unit_line_before_it() -> None:
    d = Drawing()
    d.text(430, 90, "单位：万元", 10)
    grid(d, XS, even(100, 20, 4), [HEAD, *rows(1, 3)])
    d.text(72, 210, "注：以上数据取自决算报表。", 10)
    document = read(d.data())
    assert tables(document) == [[HEAD, *rows(1, 3)]]
    assert texts(document) == ["单位：万元", "注：以上数据取自决算报表。"]


def test_wrapped_cells_are_joined_without_spaces() -> None:
    d = Drawing()
    xs = [72, 122, 162, 260]
    body = [["城乡社区\n公共设施", "793,5\n32.70", "按季支付，\n年末结清"]]
    grid(d, xs, [100, 140], body)
    grid(d, xs, [100, 140, 180], [[], ["合  计", "1,204.\n55", "无"]])
    assert tables(read(d.data()))[0][0] == ["城乡社区公共设施", "793,532.70", "按季支付，年末结清"]


def test_two_figures_in_one_cell_stay_two() -> None:
    d = Drawing()
    grid(d, even(72, 120, 2), even(100, 40, 2), [["指标", "完成值"], ["道路长度", "12\n30"]])
    assert tables(read(d.data()))[0][1] == ["道路长度", "12\n30"]


def test_merged_cells_span_rows_and_columns() -> None:
    d = Drawing()
    xs, ys = even(72, 80, 4), even(100, 20, 4)
    for y in (ys[0], ys[2], ys[4]):
        d.line(xs[0], y, xs[-1], y)
    d.line(xs[1], ys[1], xs[-1], ys[1])
    d.line(xs[1], ys[3], xs[-1], ys[3])
    for x in (xs[0], xs[1], xs[4]):
        d.line(x, ys[0], x, ys[4])
    for x in xs[2:4]:
        d.line(x, ys[1], x, ys[4])
    write(
        d, xs, ys, [["指标", "年度情况"], ["", "目标", "实际", "得分"], ["产出", "12", "11", "9.2"]]
    )
    write(d, xs, [ys[3]], [["", "30", "31", "10"]])
    assert tables(read(d.data())) == [
        [
            ["指标", "年度情况", "年度情况", "年度情况"],
            ["指标", "目标", "实际", "得分"],
            ["产出", "12", "11", "9.2"],
            ["产出", "30", "31", "10"],
        ]
    ]


def test_a_table_open_at_both_sides() -> None:
    d = Drawing()
    ys = even(100, 20, 3)
    for y in ys:
        d.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        d.line(x, ys[0], x, ys[-1])
    write(d, XS, ys, [HEAD, *rows(1, 2)])
    assert tables(read(d.data())) == [[HEAD, *rows(1, 2)]]


def test_a_table_over_pages_is_one_with_its_header_once() -> None:
    d = Drawing()
    d.text(72, 60, "项目支出明细表")
    grid(d, XS, even(100, 20, 33), [HEAD, *rows(1, 32)])
    d.next_page()
    grid(d, XS, even(72, 20, 4), [HEAD, *rows(33, 3)])
    d.text(72, 200, "以上支出均按合同约定支付。")
    document = read(d.data())
    assert tables(document) == [[HEAD, *rows(1, 35)]]
    assert texts(document) == ["项目支出明细表", "以上支出均按合同约定支付。"]


def test_a_row_broken_by_the_page_end_is_whole() -> None:
    d = Drawing()
    xs = [72, 200, 240, 280]
    head = ["项目名称", "预算数", "备注"]
    broken = ["管网", "1,204,", "跨年"]
    grid(d, xs, even(100, 20, 33), [head, *[["道路", "55.00", "无"]] * 31, broken])
    d.next_page()
    grid(d, xs, even(72, 20, 2), [["", "880.25", "支付"], ["绿化", "31.00", "无"]])
    found = tables(read(d.data()))
    assert len(found) == 1
    assert found[0][-2:] == [["管网", "1,204,880.25", "跨年支付"], ["绿化", "31.00", "无"]]


def test_tables_with_other_captions_stay_two() -> None:
    d = Drawing()
    grid(d, XS, even(100, 20, 33), [HEAD, *rows(1, 32)])
    d.next_page()
    d.text(72, 80, "表二 采购情况")
    grid(d, XS, even(100, 20, 4), [HEAD, *rows(1, 3)])
    assert len(tables(read(d.data()))) == 2


def test_different_columns_on_the_next_page_are_another_table() -> None:
    d = Drawing()
    grid(d, XS, even(100, 20, 33), [HEAD, *rows(1, 32)])
    d.next_page()
    grid(d, even(72, 180, 2), even(72, 20, 2), [["年度", "金额"], ["2023", "18.20"]])
    assert len(tables(read(d.data()))) == 2


def test_letter_spaced_labels_and_other_baselines() -> None:
    d = Drawing()
    grid(d, even(72, 160, 2), even(100, 24, 2), [["因 公 出 国 （ 境 ） 费", ""], ["合    计", ""]])
    d.text(250, 115.5, "12.40", 10, "Times-Roman")
    d.text(250, 138, "8.05", 10, "Times-Roman")
    assert tables(read(d.data())) == [[["因公出国（境）费", "12.40"], ["合计", "8.05"]]]


def test_thin_filled_rectangles_are_lines_and_frames_are_no_tables() -> None:
    d = Drawing()
    d.canvas.rect(60, 842 - 60, 480, 40, fill=0)
    d.text(72, 50, "本页由单位财务部门填写。")
    xs, ys = even(72, 100, 2), even(100, 20, 2)
    for y in ys:
        d.canvas.rect(xs[0], 842 - y, xs[-1] - xs[0], 0.6, stroke=0, fill=1)
    for x in xs:
        d.canvas.rect(x, 842 - ys[-1], 0.6, ys[-1] - ys[0], stroke=0, fill=1)
    write(d, xs, ys, [["科目", "金额"], ["培训费", "4.05"]])
    document = read(d.data())
    assert tables(document) == [[["科目", "金额"], ["培训费", "4.05"]]]
    assert texts(document) == ["本页由单位财务部门填写。"]


def test_a_turned_page() -> None:
    for turn in (90, 180, 270):
        d = Drawing()
        d.canvas.setPageRotation(turn)
        grid(d, XS, even(100, 20, 2), [HEAD, *rows(1, 1)])
        assert tables(read(d.data())) == [[HEAD, *rows(1, 1)]]


def test_text_turned_on_an_upright_page() -> None:
    d = Drawing()
    d.canvas.translate(595, 0)
    d.canvas.rotate(90)
    d.height = 595
    grid(d, XS, even(100, 20, 2), [HEAD, *rows(1, 1)])
    assert tables(read(d.data())) == [[HEAD, *rows(1, 1)]]


def test_a_text_that_runs_over_a_line_stays_in_its_cell() -> None:
    d = Drawing()
    xs = [72, 150, 190, 260]
    body = [["城乡社区公共设施维护", "", "1,204.05"], ["绿化", "", "88.00"]]
    grid(d, xs, even(100, 20, 2), body)
    assert tables(read(d.data())) == [body]


def test_rows_without_lines_between_them() -> None:
    d = Drawing()
    grid(d, XS, [100, 120, 186, 206], [HEAD, [], ["合计", "600.00", "61.50", "90.50%"]])
    write(d, XS, [122, 142, 162], rows(1, 3))
    assert tables(read(d.data())) == [[HEAD, *rows(1, 3), ["合计", "600.00", "61.50", "90.50%"]]]


def test_a_table_without_any_line() -> None:
    d = Drawing()
    d.text(72, 90, "各项目执行情况如下：")
    write(d, XS, even(110, 24, 5), [HEAD, *rows(8, 4)])
    d.text(72, 260, "以上数据取自年度决算。")
    document = read(d.data())
    assert tables(document) == [[HEAD, *rows(8, 4)]]
    assert texts(document) == ["各项目执行情况如下：", "以上数据取自年度决算。"]


def test_a_table_with_three_lines() -> None:
    d = Drawing()
    for y in (98, 122, 218):
        d.line(XS[0], y, XS[-1], y)
    write(d, XS, even(100, 24, 5), [HEAD, *rows(8, 4)])
    assert tables(read(d.data())) == [[HEAD, *rows(8, 4)]]


def test_a_table_without_lines_over_pages() -> None:
    d = Drawing()
    write(d, XS, even(100, 20, 33), [HEAD, *rows(1, 32)])
    d.next_page()
    write(d, XS, even(72, 20, 6), [HEAD, *rows(98, 5)])
    assert tables(read(d.data())) == [[HEAD, *rows(1, 32), *rows(98, 5)]]


def test_signatures_and_lists_are_no_tables() -> None:
    d = Drawing()
    for k in range(4):
        d.text(72, 100 + 24 * k, "负责人：")
        d.text(220, 100 + 24 * k, "填表人：")
        d.text(400, 100 + 24 * k, "日期：2024年")
    for k in range(5):
        d.text(72, 240 + 20 * k, "项目概况")
        d.text(500, 240 + 20 * k, str(k + 3))
    for k in range(4):
        d.text(72, 400 + 20 * k, str(k + 1))
        d.text(120, 400 + 20 * k, "绩效目标完成情况")
        d.text(500, 400 + 20 * k, str(k + 9))
    assert tables(read(d.data())) == []


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    d = Drawing()
    for k in range(1200):
        d.line(50 + 0.4 * k, 100 + k % 7, 50 + 0.4 * k, 700)
        d.line(50, 100 + 0.5 * k, 540, 100 + 0.5 * k)
    d.text(72, 60, "附图：管网走向示意。")
    assert tables(read(d.data())) == []


def merged(d: Drawing, ys: list[float], joints: list[int], body: list[list[str]]) -> None:
    """A table whose first column has lines only at `joints`."""
    for k, y in enumerate(ys):
        d.line(XS[0] if k in joints else XS[1], y, XS[-1], y)
    for x in XS:
        d.line(x, ys[0], x, ys[-1])
    write(d, XS, ys, body)


def test_a_merged_cell_goes_on_over_the_page_end() -> None:
    first = [[f"数量指标{k}", f"{k + 3}0", "9.5"] for k in range(32)]
    second = [[f"质量指标{k}", f"{k + 3}1", "8.5"] for k in range(5)]
    for header in ([HEAD], []):
        d = Drawing()
        rest = [["", *row] for row in first[1:]]
        merged(d, even(100, 20, 33), [0, 1, 33], [HEAD, ["产出", *first[0]], *rest])
        d.next_page()
        n = len(header)
        body = [["", *row] for row in second]
        body[3][0] = "效益"
        merged(d, even(72, 20, 5 + n), [0, n, n + 3, n + 5], [*header, *body])
        found = tables(read(d.data()))
        assert len(found) == 1
        labels = [row[0] for row in found[0]]
        assert labels == ["项目", *["产出"] * 35, *["效益"] * 2]
        assert [row[1:] for row in found[0][1:]] == [*first, *second]


def test_wrapped_labels_in_a_table_without_lines() -> None:
    d = Drawing()
    body = rows(1, 5)
    write(d, XS, even(100, 30, 6), [HEAD, *body])
    d.text(76, 100 + 60 + 13 + 12, "（含泵站）", 10)
    body[1][0] += "（含泵站）"
    assert tables(read(d.data())) == [[HEAD, *body]]


def test_rows_that_make_no_table_are_not_joined_either() -> None:
    d = Drawing()
    body = [["收入合计", "120.00", "118.50"], ["支出合计", "88.00", "80.00"]]
    write(d, XS, even(100, 16, 2), body)
    assert texts(read(d.data())) == [" ".join(row) for row in body]
