"""Lines and paragraphs: what was split by typesetting is whole again."""

from __future__ import annotations

from drawn import LEFT, RIGHT, TOP, Drawing, prose, read, tables, texts, wrapped

from reportlint.document import Layer, Paragraph

LONG = (
    "本年度共安排专项资金1284.50万元，其中市级财政拨款963.375万元，区级配套321.125万元，"
    "截至年底累计支付1266.03万元，执行率为98.56%，较上年提高2.31个百分点，"
    "未支付部分主要为质量保证金，按合同约定将于次年第二季度结清。"
)


def test_paragraphs_are_joined_over_lines_and_pages() -> None:
    paragraphs = [LONG, "各项任务按期完成。", LONG.replace("本年度", "上年度")] * 8
    assert texts(read(prose(paragraphs))) == paragraphs


def test_a_number_split_by_the_end_of_a_line_is_one_number() -> None:
    lead = "资金到位情况良好并已全部拨付到项目单位，实际到位资金合计为"
    for shift in range(12):
        text = "含" * shift + lead + "1234567.89万元，与年初预算一致。"
        assert texts(read(prose([text]))) == [text]


def test_digits_on_another_baseline_stay_on_their_line() -> None:
    d = Drawing()
    x = d.text(LEFT + 24, TOP, "全年收入支出总计")
    x = d.text(x, TOP + 1.6, "4821.07", font="Times-Roman")
    x = d.text(x, TOP, "万元，同比下降")
    x = d.text(x, TOP - 1.2, "3.05%", 12.5, font="Times-Roman")
    d.text(x, TOP, "。")
    assert texts(read(d.data())) == ["全年收入支出总计4821.07万元，同比下降3.05%。"]


def test_gaps_of_typesetting_are_no_spaces_and_words_keep_theirs() -> None:
    d = Drawing()
    d.text(LEFT, TOP, "附件 3")
    d.text(LEFT, TOP + 40, "截至 2023 年 12 月，采用 cloud computing 平台。")
    d.text(LEFT, TOP + 80, "填报人：赵某")
    d.text(LEFT + 300, TOP + 80, "日期：2023年")
    assert texts(read(d.data())) == [
        "附件3",
        "截至2023年12月，采用cloud computing平台。",
        "填报人：赵某 日期：2023年",
    ]


def test_letter_spaced_headings_are_closed_up() -> None:
    d = Drawing()
    d.centred(TOP, "总 体 评 价 报 告", 18)
    d.centred(TOP + 60, "说 明")
    assert texts(read(d.data())) == ["总体评价报告", "说明"]


def test_headings_without_indent_stand_alone() -> None:
    d = Drawing()
    lines = ["一、基本情况", "（一）项目概况", "1.立项依据", "2.实施主体"]
    for k, line in enumerate(lines):
        d.text(LEFT, TOP + 20 * k, line)
    assert texts(read(d.data())) == lines


def test_a_full_heading_line_does_not_swallow_the_text_below() -> None:
    d = Drawing()
    heading = "（三）资金使用的合规性、专账核算的落实和历次检查的整改情况以及效果"
    body = "资金拨付有完整的审批程序和手续，重大开支经过了评估认证，并且单独设账核算"
    for y in (TOP, TOP + 60, TOP + 120):
        d.text(LEFT + 24, y, heading)
        d.text(LEFT + 24, y + 20, body[: len(heading)])
        d.text(LEFT, y + 40, body[len(heading) :] + "。")
    assert texts(read(d.data()))[::2] == [heading] * 3


def test_a_title_over_two_lines_is_one_paragraph() -> None:
    d = Drawing()
    d.centred(TOP, "某某市水务局城区排水管网改造", 22)
    d.centred(TOP + 34, "项目支出绩效评价报告", 22)
    for k in range(4):
        d.text(LEFT, TOP + 120 + 20 * k, "受委托对该项目开展了评价工作，现将有关情况报告如下。")
    assert texts(read(d.data()))[0] == "某某市水务局城区排水管网改造项目支出绩效评价报告"


def test_latin_words_split_by_a_hyphen_are_joined() -> None:
    d = Drawing()
    head = "The evaluation covers the whole budget year and its carry over into the next infor-"
    d.text(LEFT, TOP, head, 12, "Times-Roman")
    d.text(LEFT, TOP + 16, "mation period of the unit.", 12, "Times-Roman")
    for k in (2, 3):
        d.text(LEFT, TOP + 20 * k, head.removesuffix("infor-"), 12.5, "Times-Roman")
    assert "information period" in " ".join(texts(read(d.data())))


def test_overprinted_bold_is_read_once() -> None:
    d = Drawing()
    for shift in (0, 0.3, 0.6):
        d.text(LEFT + shift, TOP, "预算执行率99.35%")
    assert texts(read(d.data())) == ["预算执行率99.35%"]


def test_page_numbers_and_running_heads_leave_the_body() -> None:
    def furniture(d: Drawing, page: int) -> None:
        d.text(LEFT, 40, "某某区某某局绩效自评报告", 9)
        d.centred(815, f"— {page} —", 9)

    document = read(prose([LONG] * 30, furniture=furniture))
    pages = document.pages or 0
    assert pages >= 3
    assert texts(document) == [LONG] * 30
    assert texts(document, Layer.HEADER) == ["某某区某某局绩效自评报告"] * pages
    assert len(texts(document, Layer.FOOTER)) == pages


def test_a_year_at_the_foot_of_the_text_is_no_page_number() -> None:
    d = Drawing()
    d.text(LEFT + 24, 770, "现将自评情况报告如下，请予审核。")
    d.text(LEFT + 330, 795, "2024年3月18日")
    assert texts(read(d.data())) == ["现将自评情况报告如下，请予审核。", "2024年3月18日"]


def test_contents_with_leaders_are_apart() -> None:
    d = Drawing()
    d.centred(TOP, "目 录", 16)
    entries = ["一、项目概况", "二、评价结论", "三、存在问题"]
    for k, entry in enumerate(entries):
        d.text(LEFT, TOP + 40 + 20 * k, f"{entry}{'.' * 60}{k + 2}")
    d.next_page()
    for k, entry in enumerate(entries):
        d.text(LEFT, TOP + 60 * k, entry)
        d.text(LEFT + 24, TOP + 20 + 60 * k, "有关内容详见正文各节。")
    document = read(d.data())
    assert len(texts(document, Layer.TOC)) == 4
    assert [t for t in texts(document) if "、" in t] == entries


def test_contents_without_page_numbers_are_told_by_what_they_repeat() -> None:
    d = Drawing()
    d.centred(TOP, "目录", 16)
    entries = ["第一部分 单位概况", "一、主要职责", "第二部分 名词解释"]
    for k, entry in enumerate(entries):
        d.text(LEFT, TOP + 40 + 20 * k, entry)
    d.next_page()
    for k, entry in enumerate(entries):
        d.text(LEFT, TOP + 60 * k, entry)
        d.text(LEFT + 24, TOP + 20 + 60 * k, "负责本区有关工作的组织实施。")
    document = read(d.data())
    assert texts(document, Layer.TOC) == ["目录", *entries]
    assert texts(document)[0] == entries[0]


def test_footnotes_are_apart() -> None:
    def furniture(d: Drawing, page: int) -> None:
        source = ("区财政局决算报表", "统计年鉴和部门台账")[page % 2]
        d.text(LEFT, 790, f"① 数据来源于{source}，口径与上年", 9)
        d.text(LEFT, 802, ("一致。", "可比。")[page % 2], 9)

    document = read(prose([LONG] * 20, furniture=furniture))
    assert texts(document) == [LONG] * 20
    notes = texts(document, Layer.NOTE)
    assert len(notes) == document.pages
    assert notes[0].endswith("口径与上年可比。")


def test_enumerations_run_on_inside_a_paragraph() -> None:
    lead = "针对上述情况，下一步将从以下方面加以改进：一是细化年度预算编制，压实主体责任；"
    rest = "二是强化过程监控，按月通报进度；三是用好评价结果，与次年安排挂钩。"
    for shift in range(40):
        paragraphs = ["一、改进措施", "含" * shift + lead + rest, "（二）其他", "无。"]
        assert texts(read(prose(paragraphs))) == paragraphs


def test_flush_headings_after_a_full_line() -> None:
    d = Drawing()
    full = "各项任务均在规定期限内完成并通过验收，资金支付符合合同约定和有关制度。"
    y = TOP
    for heading in ("一、完成情况", "二、资金使用", "三、存在问题"):
        d.text(LEFT, y, heading)
        d.text(LEFT + 24, y + 20, full[:-1] + "，")
        d.text(LEFT, y + 40, "并" + full)
        y += 60
    found = texts(read(d.data()))
    assert [t for t in found if t[1] == "、"] == ["一、完成情况", "二、资金使用", "三、存在问题"]


def test_a_figure_is_joined_even_where_no_margin_is_known() -> None:
    d = Drawing()
    d.text(LEFT, TOP, "（1）污水管网改造完成12.6公里，超出年初目标，完成率105.")
    d.text(LEFT + 24, TOP + 18, "26%，主要是增加了应急路段。")
    assert texts(read(d.data())) == [
        "（1）污水管网改造完成12.6公里，超出年初目标，完成率105.26%，主要是增加了应急路段。"
    ]


def test_titles_of_forms_on_every_page_are_no_furniture() -> None:
    d = Drawing()
    for k in range(3):
        d.centred(TOP + 12, "项目支出绩效自评表", 16)
        for line in range(4):
            d.text(LEFT, TOP + 60 + 20 * line, f"第{k}类项目完成情况说明。")
        d.next_page()
    assert texts(read(d.data())).count("项目支出绩效自评表") == 3


def test_running_heads_of_two_pages() -> None:
    def furniture(d: Drawing, page: int) -> None:
        d.text(400, 40, "2024年度部门决算", 9)
        d.centred(820, f"第 {page} 页 共 2 页", 9)

    document = read(prose([LONG] * 16, furniture=furniture))
    assert document.pages == 2
    assert texts(document) == [LONG] * 16


def test_dots_at_the_end_of_a_sentence_are_no_contents() -> None:
    d = Drawing()
    d.text(LEFT + 24, TOP, "项目实施内容包括道路、桥梁、排水等......")
    d.text(LEFT + 24, TOP + 20, "其余事项详见附件。")
    document = read(d.data())
    assert texts(document, Layer.TOC) == []
    assert len(texts(document)) == 2


COLUMNS = [
    "一、基本情况",
    "　　中心设有内设机构七个，年末在职人员六十三人，另有退休人员二十一人，较上年减少两人。",
    "　　全年收入2,345.67万元，支出2,300.08万元，其中人员经费1,500.50万元，公用经费799.58万元，"
    "均按规定的范围和标准列支，没有超预算安排的支出，也没有挪用专项资金的情况。",
    "二、完成情况",
    "　　当年下达的各项任务均已完成，预算执行率为98.06%，服务对象满意度为96.50%，好于上年。",
    "　　年末结转45.59万元，全部为跨年度实施的维修项目，已经列入下一年度的预算安排。",
]


def set_in_columns(d: Drawing) -> None:
    """Two columns, the end of the first in the middle of a paragraph."""
    lines = [line for paragraph in COLUMNS for line in wrapped(paragraph, 225, 10.5)]
    for n, line in enumerate(lines):
        column, row = divmod(n, 8)
        d.text(60 + 250 * column, 120 + 16 * row, line, 10.5)


def test_two_columns_are_read_one_after_the_other() -> None:
    d = Drawing()
    d.centred(80, "某中心2023年度工作简报", 18)
    set_in_columns(d)
    d.centred(815, "- 1 -", 9)
    wanted = ["某中心2023年度工作简报", *(text.strip("　") for text in COLUMNS)]
    assert texts(read(d.data())) == wanted


def test_boxes_of_the_second_column_stay_where_it_is() -> None:
    d = Drawing()
    set_in_columns(d)
    document = read(d.data())
    [block] = [b for b in document.blocks if isinstance(b, Paragraph) and b.text == "二、完成情况"]
    [box] = block.source.locate(0, len(block.text)).boxes
    assert abs(box[0] - 310) < 1


def test_labels_and_figures_side_by_side_are_no_columns() -> None:
    d = Drawing()
    rows = [("财政拨款收入", "1,234.56"), ("事业收入", "23.40"), ("其他收入", "7.08")] * 4
    for n, (label, figure) in enumerate(rows):
        d.text(90, 100 + 18 * n, label)
        d.text(340, 100 + 18 * n, figure)
    document = read(d.data())
    [table] = tables(document) or [[text.split(" ") for text in texts(document)]]
    assert table == [list(row) for row in rows]


def test_a_title_that_fills_its_first_line() -> None:
    d = Drawing()
    d.centred(90, "某区城市管理委员会二〇二三年度市容环境", 22)
    d.centred(126, "卫生整治项目支出绩效评价报告", 22)
    body = "　　项目由区城市管理委员会负责实施，资金已全部到位，各项任务按计划完成。"
    for k, line in enumerate(list(wrapped(body, RIGHT - LEFT)) * 4):
        d.text(LEFT, 190 + 20 * k, line)
    title = "某区城市管理委员会二〇二三年度市容环境卫生整治项目支出绩效评价报告"
    assert texts(read(d.data()))[0] == title
