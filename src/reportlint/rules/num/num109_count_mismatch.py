"""NUM109: count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.enumerations import Enumeration, enumerations
from reportlint.facts.model import Facts
from reportlint.result import Evidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, span_anchor
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM109",
    "count-mismatch",
    severity="error",
    title_en="A stated count differs from what is listed.",
)
def count_mismatch(facts: Facts) -> Iterator[Flag]:
    """数目与所列各项不符。

    查什么：“共N个”与其后列举的名称个数，与按类别分列的个数之和。
    为什么：机构、项目、指标的个数与名单对不上，说明名单或个数没有更新。
    例：“下属单位10个，即……”而只列了9个名称。
    不查什么：以“等”结尾的列举；没有列全的“其中”；分级的个数（一级、二级、三级指标）；带编号、带数字
    的列举；以“和”“及”连接而说得通的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM109")
    for found in enumerations(facts):
        if not found.fits:
            yield _flag(facts, found)


def _flag(facts: Facts, found: Enumeration) -> Flag:
    stated = found.count.numeral.text
    listed = f"{found.most}" if found.most == found.fewest else f"{found.fewest}～{found.most}"
    unit = found.count.numeral.unit
    return Flag(
        anchor=figure_anchor(facts, found.count),
        message=Text(
            f"数目写“{stated}”，其后列出{listed}{unit}。",
            f"The count is “{stated}”, but {listed} are listed.",
        ),
        advice=Text("核对名单和数目。", "Check the list and the count."),
        working=f"所列名称：{listed}{unit}",
        expected=f"{listed}{unit}",
        evidence=(Evidence("item", span_anchor(facts, found.names)),),
    )
