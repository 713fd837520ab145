"""Problems and measures fields, in whichever form a report gives them."""

from __future__ import annotations

import pytest

from reportlint.document import Cell, Document, Paragraph, Table
from reportlint.facts import extract
from reportlint.facts.cover import cover_lines, title_span
from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts


def _facts(*blocks: str | list[list[str]]) -> Facts:
    made = [
        Paragraph(b)
        if isinstance(b, str)
        else Table.of(Cell(t, r, c) for r, row in enumerate(b) for c, t in enumerate(row))
        for b in blocks
    ]
    return extract(Document("report", "", "text", tuple(made)))


def _fields(*blocks: str | list[list[str]]) -> list[Field]:
    return list(find_fields(_facts(*blocks)))


def test_a_section_is_a_field() -> None:
    (field,) = _fields("三、存在的问题", "验收资料不全，影像缺失。", "四、其他", "资料归档。")
    assert field.role is FieldRole.PROBLEMS
    assert field.text == "验收资料不全，影像缺失。"
    assert field.judgement.state is Emptiness.SAID


def test_text_on_the_line_of_the_heading_counts() -> None:
    (field,) = _fields("（三）存在的问题。暂无。", "（四）其他情况", "资料归档。")
    assert field.judgement.state is Emptiness.NONE
    span = field.span(field.judgement.start, field.judgement.end)
    assert (span.block, span.start, span.end) == (0, 9, 11)


def test_the_inner_of_two_nested_fields_speaks() -> None:
    found = _fields("五、存在的问题及建议", "（一）存在的问题", "无", "（二）建议", "按季对账。")
    assert [f.title for f in found] == ["存在的问题", "建议"]
    assert [f.role for f in found] == [FieldRole.PROBLEMS, FieldRole.MEASURES]


def test_headings_of_problems_are_what_it_says() -> None:
    (field,) = _fields(
        "五、存在的问题", "（一）进度偏慢", "年底才签合同。", "（二）台账缺失", "三个村没有台账。"
    )
    assert field.judgement.state is Emptiness.SAID


def test_a_label_and_the_cell_beside_it() -> None:
    found = _fields([["项目名称", "渠道维修"], ["存在问题", "无"], ["改进措施", "按月巡查"]])
    assert [(f.role, f.text) for f in found] == [
        (FieldRole.PROBLEMS, "无"),
        (FieldRole.MEASURES, "按月巡查"),
    ]


def test_a_column_that_registers_problems_is_no_field() -> None:
    assert not _fields(
        [["序号", "存在问题", "状态"], ["1", "合同未备案", "已改"], ["2", "无", "—"]]
    )


def test_labels_before_a_colon_divide_a_paragraph() -> None:
    found = _fields("结论：完成。存在的问题：无。改进措施：每季核对往来款。")
    assert [(f.role, f.text.strip()) for f in found] == [
        (FieldRole.PROBLEMS, "无。"),
        (FieldRole.MEASURES, "每季核对往来款。"),
    ]


def test_an_attachment_that_is_there_may_be_pointed_at() -> None:
    pointing = ("五、存在的问题", "详见附件2。")
    (alone,) = _fields(*pointing)
    (followed,) = _fields(*pointing, "附件2 问题明细", "设备闲置。")
    assert alone.judgement.state is Emptiness.DEFERRED
    assert followed.judgement.state is Emptiness.SAID


@pytest.mark.parametrize(
    "heading", ["上年度存在问题整改情况", "其他需要说明的问题", "解决群众饮水问题"]
)
def test_other_headings_with_the_word_are_no_fields(heading: str) -> None:
    assert not _fields(f"三、{heading}", "无", "四、资料", "归档。")


def test_the_title_is_the_line_that_names_the_kind() -> None:
    facts = _facts(
        "平湖区民政局",
        " 2024年度部门整体绩效评价报告 ",
        "一、部门概况",
        "设科室六个，负责社会救助和养老服务。",
    )
    part = facts.parts[0]
    span = title_span(facts, part)
    assert span is not None
    assert (span.block, span.start, span.end) == (1, 1, 17)
    assert cover_lines(facts, part) == ("平湖区民政局", "2024年度部门整体绩效评价报告")
