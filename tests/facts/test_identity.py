"""Title, unit and year as the report states them."""

from __future__ import annotations

import pytest

from reportlint.document import Document, Paragraph
from reportlint.facts.identity import Identity, identify


def of(*lines: str) -> Identity:
    return identify(Document("r.txt", "", "text", tuple(Paragraph(line) for line in lines)))


def test_a_full_title_tells_unit_and_year() -> None:
    found = of("青川市水务局2023年度部门整体支出绩效自评报告", "一、部门概况", "管水。")
    assert found.title == "青川市水务局2023年度部门整体支出绩效自评报告"
    assert (found.organization, found.year) == ("青川市水务局", 2023)


def test_a_cover_spreads_the_title_over_lines() -> None:
    found = of("临江省青川市水务局", "2023年度部门决算", "一、部门概况", "管水。")
    assert found.title == "临江省青川市水务局2023年度部门决算"
    assert (found.organization, found.year) == ("临江省青川市水务局", 2023)


def test_the_mark_of_an_attachment_is_no_title() -> None:
    found = of("附件1", "部门整体绩效评价报告", "一、部门概况", "文。")
    assert found.title == "部门整体绩效评价报告"
    assert found.title_blocks == (1,)


def test_unit_and_year_may_stand_in_the_body_only() -> None:
    found = of(
        "部门整体绩效评价报告",
        "一、部门概况",
        "南湖市北山区教育委员会下设8个科室，按2022年有关规定运行。",
        "2023年度南湖市北山区教育委员会得分95分。2023年度预算已执行。",
    )
    assert found.organization == "南湖市北山区教育委员会"
    assert found.year == 2023


def test_a_passage_has_no_title() -> None:
    found = of("全年预算数100万元，资金实际支出90万元，预算执行率为90%。")
    assert found == Identity("", (), None, None)


@pytest.mark.parametrize("line", ["2024年", "目标是提高教学质量，做好服务。"])
def test_a_line_that_names_no_document_is_no_title(line: str) -> None:
    assert of(line).title == ""
