"""Captions, units, headers, sides, labels and levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportlint.document import Document, Paragraph, Table
from reportlint.facts.model import Outline
from reportlint.facts.tables import read_table

Read = Callable[..., Any]

SIMPLE = """
项目|预算数|决算数
甲|1.00|2.00
合计|1.00|2.00
"""


@pytest.mark.parametrize(
    ("above", "caption", "unit"),
    [
        (["支出决算表", "单位：万元"], "支出决算表", "万元"),
        (["支出决算表", "公开03表", "编制部门：某局　　　　金额单位：元"], "支出决算表", "元"),
        (["（二）项目经费安排", "如下表（单位：千元）"], "如下表", "千元"),
        (["表2 经费使用情况（万元）"], "表2经费使用情况", "万元"),
        ([], "", ""),
    ],
)
def test_caption_and_unit_stand_above(
    read: Read, above: list[str], caption: str, unit: str
) -> None:
    facts = read(SIMPLE, *above).facts
    assert (facts.caption, facts.unit) == (caption, unit)


def test_caption_and_unit_inside(read: Read) -> None:
    text = "某局收支预算总表|<|<\n||单位：万元" + SIMPLE
    facts = read(text).facts
    assert (facts.caption, facts.unit, facts.header_rows) == ("某局收支预算总表", "万元", 3)


def test_a_long_paragraph_is_no_caption(read: Read) -> None:
    assert read(SIMPLE, "本年度各项支出均按批复的预算执行，" * 8).facts.caption == ""


def test_rows_of_column_numbers_are_header(read: Read) -> None:
    found = read("项目|合计|基本|专项\n栏次|1|2|3\n甲|30|10|20\n乙|50|25|25")
    assert found.facts.header_rows == 2
    assert (1, 1) not in found.facts.figures


def test_labels_and_levels(read: Read) -> None:
    found = read(
        """
类|款|项|科目名称|决算数
205|||教育支出|70.00
205|02||普通教育|70.00
205|02|03|初中教育|70.00
合计|<|<|<|70.00
"""
    ).facts
    assert found.levels[1:] == (1, 2, 3, 0)
    assert found.row_labels[3] == ("初中教育",)
    assert found.column_labels[4] == ("决算数",)


def test_items_carry_the_names_of_their_classes(read: Read) -> None:
    text = "科目编码|科目名称|决算数\n205|教育支出|70.00\n20502|普通教育|70.00"
    item = read(text).figure(2, 2)
    assert item.indicator.text.startswith("教育支出（类）普通教育（款）")


def test_header_repeated_on_the_next_page_is_no_row(read: Read) -> None:
    text = "项目|预算|执行\n甲|1.5|1.2\n项目|预算|执行\n乙|2.5|2.2\n合计|4.0|3.4"
    assert read(text).said() == {"sum 4.0 = 1.5 2.5", "sum 3.4 = 1.2 2.2"}


@pytest.mark.parametrize("text", ["", "甲|乙", "甲|乙\n丙|丁", "1|2\n3|4", "|\n|"])
def test_tables_without_sense_are_harmless(read: Read, text: str) -> None:
    assert read(text or " ").claims == ()


def test_an_empty_table_is_nothing() -> None:
    document = Document("t", "", "text", (Paragraph("表"), Table(())))
    facts, figures, claims = read_table(document, 1, Outline(), None)
    assert (facts.figures, figures, claims) == ({}, (), ())


def test_only_tables_are_read() -> None:
    document = Document("t", "", "text", (Paragraph("表"),))
    with pytest.raises(TypeError, match="block 0"):
        read_table(document, 0, Outline(), None)


def test_merged_headers_left_blank_by_a_reader(read: Read) -> None:
    text = """
项目|年初结转|本年支出|||年末结转
||小计|基本支出|项目支出|
甲|5.0|7.0|3.0|4.0|1.0
乙|6.0|8.0|6.0|2.0|0.5
"""
    found = read(text)
    assert found.facts.column_labels[3] == ("本年支出", "基本支出")
    assert found.facts.column_labels[5] == ("年末结转",)
    assert {"sum 7.0 = 3.0 4.0", "sum 8.0 = 6.0 2.0"} <= found.said()
