import unicodedata
from collections.abc import Callable

import pytest

from reportlint.config import Limits
from reportlint.document import Document, Heading, Layer
from reportlint.readers import UnreadableFile

Body = Callable[..., list[object]]

REPORT = [
    "某市文化和旅游局部门整体绩效自评报告",
    "一、基本情况",
    "（一）机构设置",
    "本部门内设办公室、财务科等9个机构，下属事业单位4家，年末实有在职人员1,204人，离退休人员356人。"
    "主要承担公共文化服务体系建设、文物保护利用以及旅游市场监管等方面的工作任务，负责专项资金的分配。",
    "（二）预算执行情况",
    "2024年全年预算数143,208.66万元，其中基本支出88,104.20万元，项目支出55,104.46万元；全年执行数"
    "140,911.05万元，预算执行率98.40%，比上年提高1.2个百分点。年末结转结余2,297.61万元，主要是部分项目跨年。",
    "二、存在的问题",
    "一是预算编制不够精细，个别项目年中调整幅度较大。二是绩效指标设置偏粗，量化不足，难以反映实际产出。",
    "三、改进措施",
    "加强预算编制的科学性。",
]


def wrapped(width: int, indent: bool) -> list[str]:
    """The report as a program sets it that breaks lines at `width` columns."""
    return [line for text in REPORT for line in broken(text, width, indent and len(text) > 30)]


def broken(text: str, width: int, indent: bool) -> list[str]:
    lines, line = [], "　　" if indent else ""
    for character in text:
        if columns(line + character) > width and character not in "，。；、）％%":
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize("indent", [True, False])
@pytest.mark.parametrize("width", [36, 44, 60, 72, 78])
def test_broken_lines_are_joined(body: Body, width: int, indent: bool) -> None:
    assert body("\n".join(wrapped(width, indent))) == REPORT


@pytest.mark.parametrize("width", [44, 72])
def test_pages_do_not_end_paragraphs(body: Body, width: int) -> None:
    lines: list[str] = []
    for number, line in enumerate(wrapped(width, True), 1):
        lines.append(line)
        if number % 7 == 0:
            lines += ["", f"— {number // 7} —", "\f"]
    assert body("\r\n".join(lines).encode("gb18030")) == REPORT


def test_lines_that_are_paragraphs_stay_apart(body: Body) -> None:
    for start in range(len(REPORT)):
        for stop in range(start + 1, len(REPORT) + 1):
            assert body("\n".join(REPORT[start:stop])) == REPORT[start:stop]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["全年预算安排部门资金合计1426", "240.16万元，已全部下达。"], 1),
        (["部门全年预算安排资金合计1426240.16", "万元，已全部下达。"], 1),
        (["其中人员经费、公用经费、", "项目经费分别为3万元、4万元和5万元。"], 1),
        (["全年预算执行率为98.40", "%，比上年提高。"], 1),
        (["2023", "2024"], 2),
        (["某市水务局部门预算绩效目标2023", "2024年某市水务局情况说明"], 2),
        (["评价得分97分", "评价等级优"], 2),
        (["收支情况如下：", "收入5万元。"], 2),
        (["预算数500万元，已全部到位", "（二）执行情况"], 2),
        (["全年共开展培训十二期，覆盖各乡镇，", "1.培训人数一千人。"], 2),
        (["执行数为9325.96万元，其中", "　　另起一段的文字。"], 2),
    ],
)
def test_words_that_show_whether_a_line_goes_on(
    body: Body, lines: list[str], paragraphs: int
) -> None:
    assert body("\n".join(lines)) == (["".join(lines)] if paragraphs == 1 else
                                      [line.strip() for line in lines])  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        [f"2024年{word}120.5{n}万元，同比增长5.2{n}%" for n, word in enumerate("收支余")],
        ["数量指标：完成培训十二期，完成率100%，得10分", "质量指标：学员考核合格率98.5%，得9分",
         "时效指标：按期完成率为96.4%，扣0.36分", "成本指标：成本控制在预算之内，得10分"],
        ["某市某区交通运输综合行政执法支队机关", "二〇二四年度部门决算公开说明情况汇总",
         "某市某区交通运输综合行政执法支队财务"],
    ],
)  # fmt: skip
def test_items_without_stops_stay_apart(body: Body, lines: list[str]) -> None:
    assert body("\n".join(lines)) == lines


def test_latin_words_are_joined_with_a_blank(body: Body) -> None:
    text = "根据合同，本项目采购的办公信息系统基于 Windows\nServer 建设，共采购许可一百二十套。"
    assert body(text) == [text.replace("\n", " ")]


def test_positions_over_joined_lines(read_lines: Callable[..., Document]) -> None:
    text = "标题\n\n　　全年预算安排部门资金合计1426\n240.16万元，**已**全部下达。"
    block = read_lines(text).blocks[1]
    for word, line, column in (("全年", 3, 3), ("1426", 3, 15), ("240.16", 4, 1), ("全部", 4, 15)):
        start = block.text.index(word)  # type: ignore[union-attr]
        assert block.source.locate(start, start + 1).part == {"line": line, "column": column}


def test_page_furniture_is_a_layer(read_lines: Callable[..., Document]) -> None:
    text = "第一页的文字。\n\n- 1 -\n\f第二页的文字。\n\n2\n\n第三页。\n第 3 页 共 3 页\n"
    blocks = read_lines(text).blocks
    assert [(b.layer, b.text) for b in blocks] == [  # type: ignore[union-attr]
        (Layer.BODY, "第一页的文字。"),
        (Layer.FOOTER, "- 1 -"),
        (Layer.BODY, "第二页的文字。"),
        (Layer.FOOTER, "2"),
        (Layer.BODY, "第三页。"),
        (Layer.FOOTER, "第 3 页 共 3 页"),
    ]


def test_running_headers_and_footers(read_lines: Callable[..., Document]) -> None:
    first = "某局绩效评价报告\n2024年，本部门严格执行部门预算，全年安排资金3,256.1\n"
    pages = [first, "8万元，已全部执行完毕。\n", "其他事项说明。\n"]
    text = "\f某局绩效评价报告\n".join(
        f"{page}内部资料 第{number}号\n" for number, page in enumerate(pages, 1)
    )
    found = [(b.layer, b.text) for b in read_lines(text).blocks]  # type: ignore[union-attr]
    assert [layer for layer, _ in found].count(Layer.HEADER) == 2
    assert [layer for layer, _ in found].count(Layer.FOOTER) == 3
    paragraphs = [words for layer, words in found if layer is Layer.BODY]
    assert paragraphs[0] == "某局绩效评价报告"
    assert paragraphs[1].endswith("资金3,256.18万元，已全部执行完毕。")
    assert paragraphs[2:] == ["其他事项说明。"]


def test_figures_between_lines_are_not_page_numbers(body: Body) -> None:
    assert body("得分\n97\n等级\n优") == ["得分", "97", "等级", "优"]


def test_contents_are_a_layer(read_lines: Callable[..., Document]) -> None:
    text = "目录\n一、概况\t1\n前言........2\n\n一、概况\n正文。\n"
    layers = [block.layer for block in read_lines(text).blocks]
    assert layers == [Layer.TOC, Layer.TOC, Layer.TOC, Layer.BODY, Layer.BODY]


def test_markdown(read_lines: Callable[..., Document]) -> None:
    text = (
        "# 报告 #\n\n## 一、概况\n\n预算**100**万元，见[附表](a.md)，3*1.8*2，*重点*。\n"
        "- 甲\n- 乙\n\n> 引用\n\n---\n```\n代码\n```\n<!-- 隐藏 -->a\\*b\n"
    )
    blocks = read_lines(text, "报告.md").blocks
    headings = [(b.level, b.text) for b in blocks if isinstance(b, Heading)]
    plain = [b.text for b in blocks if not isinstance(b, Heading)]  # type: ignore[union-attr]
    assert headings == [(1, "报告"), (2, "一、概况")]
    assert plain == ["预算100万元，见附表，3*1.8*2，重点。", "甲", "乙", "引用", "代码", "a*b"]
    assert blocks[2].source.locate(2, 5).part == {"line": 5, "column": 5}


def test_plain_text_keeps_what_only_looks_like_markdown(body: Body) -> None:
    lines = ["- 5万元", "*注：以上数据为快报数*", "a_b_c", "> 90分为优"]
    assert body("\n".join(lines)) == lines


def test_too_many_characters(read_lines: Callable[..., Document]) -> None:
    with pytest.raises(UnreadableFile, match="limit"):
        read_lines("很长的文字", limits=Limits(max_characters=4))
