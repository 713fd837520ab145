"""The kind of a report is told by its title and its sections, with a reason."""

from __future__ import annotations

from reportlint.document import Document, Paragraph
from reportlint.facts.identity import identify
from reportlint.facts.model import Part
from reportlint.facts.outline import build_outline
from reportlint.facts.parts import find_parts
from reportlint.profiles import load_profiles

BODY = (
    "一、部门概况", "（一）机构设置及职责工作任务情况", "管教育。",
    "（二）部门整体绩效目标设立情况", "三项目标。",
    "二、当年预算执行情况", "全年预算数100万元。",
    "三、整体绩效目标实现情况", "均已实现。",
    "四、预算管理情况分析", "（一）财务管理", "健全。",
    "五、总体评价结论", "（一）评价得分情况", "90分。", "（二）存在的问题及原因分析", "进度偏慢。",
    "六、措施建议", "加快进度。",
)  # fmt: skip


def parts(*lines: str, forced: str | None = None) -> tuple[Part, ...]:
    document = Document("r.txt", "", "text", tuple(Paragraph(line) for line in lines))
    identity = identify(document)
    outline = build_outline(document, skip=identity.title_blocks)
    return find_parts(document, outline, identity, load_profiles(), forced)


def profile(part: Part) -> str | None:
    return part.profile.name if part.profile else None


def test_title_and_sections_tell_the_kind() -> None:
    (part,) = parts("青川市教育局2023年度部门整体绩效评价报告", *BODY)
    assert profile(part) == "beijing-department-overall"
    assert "部门整体绩效评价报告" in part.reason.zh
    assert {"budget", "finance", "problem", "advice"} <= set(part.matched)
    assert "asset" not in part.matched


def test_sections_alone_may_tell_the_kind() -> None:
    (part,) = parts(*BODY)
    assert profile(part) == "beijing-department-overall"


def test_a_passage_has_no_kind() -> None:
    (part,) = parts("全年预算数100万元，支出90万元。")
    assert part.profile is None


def test_the_users_word_counts() -> None:
    (part,) = parts("一、自评结论", "得分90分。", forced="hubei-self-evaluation")
    assert profile(part) == "hubei-self-evaluation"


def test_a_second_report_in_the_file_is_a_part_of_its_own() -> None:
    first, second = parts(
        "青川市教育局2023年度部门整体绩效评价报告", *BODY,
        "附件", "校舍维修项目支出绩效评价报告", "一、基本情况", "维修三栋楼。",
        "二、绩效评价工作开展情况", "现场查看。", "三、综合评价情况及评价结论", "得分88分。",
    )  # fmt: skip
    assert profile(first) == "beijing-department-overall"
    assert profile(second) == "national-project-evaluation"
    assert first.end_block == second.start_block


def test_headings_in_other_words_are_recognised() -> None:
    varied = [line.replace("存在的问题及原因分析", "存在的主要问题和原因") for line in BODY]
    (part,) = parts("青川市教育局2023年度部门整体绩效评价报告", *varied)
    assert "problem" in part.matched
