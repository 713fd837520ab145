"""STR008: incomplete-title."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.cover import cover_lines, title_span
from reportlint.facts.model import Facts, Part
from reportlint.profiles import Profile
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis("北京市部门绩效报告旧范本", "封面应写部门全称", BasisStatus.UNVERIFIED)
_YEAR = regex.compile(r"20\d\d|二[○〇Oo0零]{1}[一二三][○〇零一二三四五六七八九]|20[xX×]{2}")
_UNIT = regex.compile(
    r"\p{Han}(?:局|委|厅|办|院|校|园|会|处|所|站|馆|队|部|社|中心|街道|镇|乡|政府|公司|集团|学|党|宫|台|库|场|馆)"
    r"(?=$|[\s　0-9（(【“《]|二[○〇零]|本级|机关|部门|单位|关于|项目|绩效|整体|年|决算|预算)"
    r"|(?:单位|部门|主管部门|填报单位|评价单位)(?:名称|全称)?(?:（[^）]*）)?[：:]\s*\S"
)
_NOT_A_UNIT = regex.compile(r"部门|单位|本级|学年")
_PARTS = {"organization": Text("单位", "the unit"), "year": Text("年度", "the year")}


def _applies(facts: Facts) -> bool:
    return any(part.title and part.profile for part in facts.parts)


@rule(
    "STR008",
    "incomplete-title",
    severity="warning",
    title_en="The title does not say which unit or which year.",
    basis=_BASIS,
    applies=_applies,
)
def incomplete_title(facts: Facts) -> Iterator[Flag]:
    """标题缺单位或年度。

    查什么：标题和封面（正文第一节之前的各行）没有写明单位名称或评价年度。
    为什么：报告离开原来的文件夹，就不知道是谁的、哪一年的。
    例：标题只有“部门整体绩效评价报告”。
    不查什么：封面另行写明单位、年度的；附在决算公开里、主标题已写明的；类型不要求的（项目报告不要求单
    位）。
    依据：北京市部门绩效报告旧范本要求封面写部门全称（依据待核）。
    """
    for part in facts.parts[:1]:
        if part.profile and part.title and (lacking := _lacking(facts, part, part.profile)):
            span = title_span(facts, part)
            if span is not None:
                zh = "和".join(_PARTS[p].zh for p in lacking)
                en = " and ".join(_PARTS[p].en for p in lacking)
                yield Flag(
                    anchor=span_anchor(facts, span),
                    message=Text(f"标题没有写明{zh}。", f"The title does not say {en}."),
                    advice=Text(
                        "写成“××（单位全称）××××年度……报告”。",
                        "Write the unit's full name and the year into the title.",
                    ),
                )


def _lacking(facts: Facts, part: Part, profile: Profile) -> list[str]:
    lines = [part.title, *cover_lines(facts, part)]
    present = {
        "year": any(_YEAR.search(regex.sub(r"\s", "", line)) for line in lines),
        "organization": any(_names_unit(line, profile) for line in lines),
    }
    return [p for p in profile.needs_title_parts if not present[p]]


def _names_unit(line: str, profile: Profile) -> bool:
    bare = regex.sub(r"\s", "", line)
    for pattern in profile.title_patterns:
        bare = regex.sub(pattern, " ", bare)
    if _UNIT.search(_NOT_A_UNIT.sub(" ", bare)):
        return True
    return bool(regex.search(r"(?:单位|部门)(?:名称|全称)?(?:（[^）]*）)?[：:]\S{3,}", bare))
