"""Headings are told by their form: numbering, length, what stands under them."""

from __future__ import annotations

from reportlint.document import Document, Heading, Paragraph
from reportlint.facts.outline import build_outline


def titles(*lines: str, known: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    document = Document("r.txt", "", "text", tuple(Paragraph(line) for line in lines))
    return [(s.level, s.title) for s in build_outline(document, known).sections]


def test_levels_follow_the_numbering() -> None:
    assert titles(
        "第三部分 决算情况说明",
        "一、收入决算情况",
        "本年收入合计10万元。",
        "（一）财政拨款收入",
        "财政拨款收入8万元。",
        "1．基本支出",
        "略。",
        "二、支出决算情况",
        "本年支出9万元。",
    ) == [
        (1, "决算情况说明"),
        (2, "收入决算情况"),
        (3, "财政拨款收入"),
        (4, "基本支出"),
        (2, "支出决算情况"),
    ]


def test_levels_may_be_skipped() -> None:
    assert titles("一、概况", "1、职能", "管水。", "二、结论", "好。") == [
        (1, "概况"),
        (2, "职能"),
        (1, "结论"),
    ]


def test_half_width_brackets_and_spaces_number_too() -> None:
    assert titles("一、 概况", "(一) 职能", "管水。", "( 二 )机构", "三个科。") == [
        (1, "概况"),
        (2, "职能"),
        (2, "机构"),
    ]


def test_a_heading_may_run_into_its_text() -> None:
    outline = build_outline(
        Document(
            "r", "", "text", (Paragraph("（一）评价结论。在保障民生方面，成效明显，资金到位。"),)
        )
    )
    section = outline.sections[0]
    assert section.title == "评价结论"
    assert section.body_start == len("（一）评价结论。")


def test_a_heading_may_end_in_a_stop() -> None:
    assert titles("（二）绩效目标设立情况。", "全年目标三项。") == [(1, "绩效目标设立情况")]


def test_a_lost_number_leaves_its_mark() -> None:
    assert titles("、综合评价情况及评价结论", "得分90分。") == [(1, "综合评价情况及评价结论")]


def test_items_of_a_list_are_no_headings() -> None:
    assert titles(
        "一、机构", "下设科室：", "1、办公室", "2、规划科", "3、财务科", "二、职能", "管水。"
    ) == [
        (1, "机构"),
        (1, "职能"),
    ]


def test_duties_that_end_like_sentences_are_no_headings() -> None:
    assert titles(
        "一、职责",
        "（一）贯彻执行水利法规，拟订规划。",
        "（二）负责水资源管理；组织防汛。",
        "（三）完成交办的其他任务。",
        "二、机构",
        "三个科。",
    ) == [(1, "职责"), (1, "机构")]


def test_a_number_at_the_start_of_a_sentence_is_no_label() -> None:
    assert titles("12.5万元已拨付到位", "9所学校入选示范校", "2024年预算100万元") == []


def test_an_enumeration_in_words_is_no_heading() -> None:
    assert titles("一是进度偏慢", "二是台账不全", "第一，加强管理") == []


def test_a_known_section_needs_no_number() -> None:
    assert titles("存在的问题", "进度偏慢。", known=frozenset({"存在的问题"})) == [
        (1, "存在的问题")
    ]


def test_marked_headings_keep_their_level() -> None:
    document = Document(
        "r", "", "docx", (Heading("概况", level=1), Heading("职能", level=2), Paragraph("管水。"))
    )
    assert [(s.level, s.title) for s in build_outline(document).sections] == [
        (1, "概况"),
        (2, "职能"),
    ]


def test_sections_end_where_the_next_of_their_level_begins() -> None:
    document = Document(
        "r",
        "",
        "text",
        tuple(Paragraph(t) for t in ("一、甲", "（一）子", "文。", "二、乙", "文。")),
    )
    outline = build_outline(document)
    assert [(s.title, s.block, s.stop) for s in outline.sections] == [
        ("甲", 0, 3),
        ("子", 1, 3),
        ("乙", 3, 5),
    ]
    assert outline.where(2) == ("一、甲", "（一）子")


def test_a_text_without_headings_has_an_empty_outline() -> None:
    assert titles("全年预算100万元，支出90万元。") == []
