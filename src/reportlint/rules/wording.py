"""How a failed relation is put into one sentence, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Assessment, ClaimSource, Facts, Figure, FigureKind, Slip
from reportlint.facts.scoring.execution import FORMULA as EXECUTION_SCORE
from reportlint.result import Text
from reportlint.rules.figures_as_printed import unit

_FAULTS: dict[RelationKind, Text] = {
    RelationKind.SUM: Text("合计与各分项之和不符", "the total is not the sum of its parts"),
    RelationKind.DIFFERENCE: Text(
        "差额与两数之差不符", "the difference is not that of its figures"
    ),
    RelationKind.RATIO: Text(
        "比率与其分子、分母不符", "the rate does not follow from its numerator and denominator"
    ),
    RelationKind.SHARE: Text("占比与部分、总体不符", "the share is not part ÷ whole"),
    RelationKind.GROWTH: Text(
        "变动率与两期数不符", "the rate of change does not follow from the two figures"
    ),
    RelationKind.POINTS_CHANGE: Text(
        "百分点变动与两期比率之差不符", "the change in points is not the difference of the rates"
    ),
    RelationKind.PRODUCT: Text("标准与数量之积不符", "the amount is not unit standard × quantity"),
    RelationKind.AVERAGE: Text("平均数与总数、个数不符", "the average is not total ÷ count"),
    RelationKind.COUNT: Text("数目与所列各项不符", "the count differs from what is listed"),
    RelationKind.ORDER: Text(
        "大小或增减的说法与数字相反", "the words (more, less, same) contradict the figures"
    ),
    RelationKind.MULTIPLE: Text("倍数与两数不符", "the multiple does not follow from its figures"),
    RelationKind.EQUAL: Text("同一数值前后不一致", "one quantity is given two values"),
    RelationKind.SCORE: Text("总分与各项得分之和不符", "the total score is not the sum of scores"),
    RelationKind.GRADE: Text("等级与得分不符", "the grade is not that of the score"),
}
_PARTS_EXCEED = Text("分项之和超过总数", "the parts exceed the total")
_PART_EXCEEDS = Text("其中的一项大于总数", "a part is larger than its whole")
_SHARES = Text("各项占比之和不等于100%", "the shares do not add up to 100 %")
_EXECUTION = Text("预算执行得分不等于分值×执行率", "the execution score is not weight × rate")
_SCORE_SUM = Text("总分与各项之和不符", "the total of the points is not their sum")
_ABOVE = Text("得分超过该项分值", "more points than the row can give")
_SLIPS: dict[Slip, Text] = {
    Slip.UNIT: Text("疑为单位或小数点之误", "looks like a slip of unit or decimal point"),
    Slip.DIGIT: Text("疑错一位数字", "looks like one wrong digit"),
    Slip.TRANSPOSITION: Text("疑为相邻两位数字颠倒", "looks like two digits transposed"),
    Slip.DROPPED_DIGIT: Text("疑漏写或多写一位数字", "looks like a digit dropped or added"),
    Slip.SIGN: Text("疑为正负号之误", "looks like a wrong sign"),
    Slip.STALE: Text("疑误用文中另一处的数", "looks like a figure taken from elsewhere"),
    Slip.SWAP: Text("疑与另一项互换", "looks swapped with another item"),
    Slip.COMPLEMENT: Text("疑为误用其余部分的比率", "looks like the share of the remainder"),
    Slip.NEIGHBOUR: Text("疑为抄用相邻一项的比率", "looks like the neighbouring item's rate"),
    Slip.DENOMINATOR: Text("该比率实为以另一数为分母", "the rate fits another denominator"),
    Slip.INVERSE: Text("疑为分子、分母颠倒", "numerator and denominator look exchanged"),
    Slip.BASE: Text("疑为以本期数为基数", "looks divided by the current figure"),
    Slip.LEVEL: Text("疑为把两数之比当作变动率", "looks like the quotient, not the change"),
}


_HEADER_NOTE = regex.compile(
    r"\s*[（(](?:[\dA-Za-z①-⑳=＝+＋\-－×÷*/／%％\s]+|[^（()）]{0,2}[元亩人户个%件次])[)）](?=\s|$)"
)
"""决算数(元), 完成率(3=2/1): what a column's header says besides its name."""
_AROUND = regex.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]"
    r"|[\s）)，,、：:；;”的由])+|[\s（(，,、：:；;“]+$"
)


def message(
    facts: Facts,
    lead: Assessment,
    suspects: Sequence[Figure],
    expected: str | None,
    slip: Slip = Slip.UNKNOWN,
) -> Text:
    """`预算执行率99.53%：比率与其分子、分母不符，应为99.35%（疑为相邻两位数字颠倒）`."""
    fault = _fault(facts, lead)
    subjects = " / ".join(dict.fromkeys(subject(facts, s) for s in suspects))
    zh, en = f"{subjects}：{fault.zh}", f"{subjects}: {fault.en}"
    if slip is Slip.SWAP:
        return Text(f"{zh}，疑两数互换。", f"{en}; the two look swapped.")
    if len(suspects) > 1:
        zh, en = zh + "，以上数字中有一处错误", en + "; one of these figures is wrong"
    elif expected:
        zh, en = zh + f"，应为{expected}", en + f"; should be {expected}"
    if hint := _hint(facts, lead, slip):
        zh, en = f"{zh}（{hint.zh}）", f"{en} ({hint.en})"
    return Text(zh + "。", en + ".")


def _hint(facts: Facts, lead: Assessment, slip: Slip) -> Text | None:
    if slip is Slip.DENOMINATOR and lead.fitting is not None:
        named_ones = set(lead.relation.figures)
        other = next((f for f in lead.fitting.figures if f not in named_ones), None)
        if other is not None:
            base = named(facts.figures[other])
            return Text(f"该比率实为以{base}为分母", f"the rate fits {base} as its denominator")
    return _SLIPS.get(slip)


def contradicted(words: str, lead: Assessment) -> Text:
    """`“大于”与数字相反：1,154.91 < 1,168.00。`"""
    return Text(
        f"“{words}”与数字相反：{lead.working}。",
        f"“{words}” contradicts the figures: {lead.working_en}.",
    )


def subject(facts: Facts, figure: Figure) -> str:
    """The figure with its name; a share is named after the part it measures."""
    for assessment in facts.assessments:
        relation = assessment.relation
        if assessment.claim.kind is RelationKind.SHARE and figure.id == relation.result:
            part = next((t.figure for t in relation.terms if t.role is Role.PART), None)
            if part is not None:
                return f"{called(facts.figures[part])}占比{figure.numeral.text}"
    return named(figure)


def _fault(facts: Facts, lead: Assessment) -> Text:
    if lead.claim.formula == EXECUTION_SCORE:
        return _EXECUTION
    if lead.claim.kind is RelationKind.SUM and _of_scores(facts, lead):
        return _SCORE_SUM if lead.relation.exhaustive else _ABOVE
    if lead.claim.kind is RelationKind.SUM and lead.relation.result is None:
        return _SHARES
    if lead.claim.kind is RelationKind.SUM and not lead.relation.exhaustive:
        return _PARTS_EXCEED if len(lead.relation.terms) > 1 else _PART_EXCEEDS
    if lead.claim.kind is RelationKind.EQUAL and len(_ways(facts, lead)) > 1:
        return Text("文字与表格不一致", "prose and table disagree")
    if lead.claim.source is ClaimSource.TABLE and lead.claim.kind is RelationKind.SUM:
        return Text("表中合计与各项之和不符", "the table's total is not the sum of its cells")
    return _FAULTS[lead.claim.kind]


def _of_scores(facts: Facts, lead: Assessment) -> bool:
    kinds = {facts.figures[t.figure].numeral.kind for t in lead.relation.terms}
    return kinds == {FigureKind.SCORE}


def _ways(facts: Facts, assessment: Assessment) -> set[str]:
    return {facts.figures[f].how for f in assessment.relation.figures}


def advice(suspects: Sequence[Figure], expected: str | None, slip: Slip = Slip.UNKNOWN) -> Text:
    """What to do about it."""
    if slip is Slip.DENOMINATOR and expected:
        return Text(
            f"如口径就是文中所说的分母，改为{expected}；否则改正分母的名称。",
            f"If the words name the right base, write {expected}; otherwise name the base meant.",
        )
    if len(suspects) == 1 and expected:
        return Text(
            f"核对原始数据；如其他数字无误，改为{expected}。",
            f"Check against the source; if the other figures are right, write {expected}.",
        )
    return Text(
        "对照决算报表或台账逐个核对所列数字。",
        "Check each of the figures listed against the books.",
    )


def named(figure: Figure) -> str:
    """The figure with what it is called: `预算执行率99.35%`, `“总计”2,961.68万元`."""
    printed = figure.numeral.text
    if figure.how == "table" or not figure.numeral.unit:
        printed += "" if figure.numeral.kind is FigureKind.GRADE else unit_missing(figure)
    return called(figure) + printed


def called(figure: Figure) -> str:
    """The figure's name without numbers, brackets, particles around it, formula and unit."""
    return _AROUND.sub("", _HEADER_NOTE.sub("", figure.indicator.text))


def unit_missing(figure: Figure) -> str:
    """The inherited unit, where the figure does not print one itself."""
    return "" if figure.numeral.unit else unit(figure)
