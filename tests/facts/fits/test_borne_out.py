"""Relations that no fixed wording gives away, but that the figures bear out; and look-alikes."""

from __future__ import annotations

import pytest

from reportlint.arithmetic.model import Verdict
from reportlint.facts.assessment import assess
from reportlint.facts.claims import read_text
from reportlint.facts.model import Figure

BORNE_OUT = [
    ("核定利息8,120万元，企业申报8,640万元；财政按三成口径应补2,436万元，补助面30%。", "30%"),
    ("馆藏26.4万卷里完成加工的有15.84万卷，算下来是60%。", "60%"),
    ("省里给1.2亿元，市里配0.9亿元，县里凑0.75亿元，一共2.85亿元。", "2.85亿元"),
    ("上年结余17.3万元，当年拨入205万元，花掉211.8万元，年底账上还余10.5万元。", "10.5万元"),
    ("公益岗32个，每岗每月1,620元，发足12个月，共62.208万元。", "62.208万元"),
    ("新装路灯486盏，单盏造价2,350元，合同额114.21万元。", "114.21万元"),
    ("甲标段知晓率91.3%，乙标段89.4%，两者相差1.9个百分点。", "1.9个百分点"),
    ("接待量由10.4万人次到31.2万人次，是原来的3倍。", "3倍"),
    ("农业用途46.3%，基础设施41.2%，其他12.5%，别无去向。", ""),
]
UNRELATED = [
    "培训12期，参训36人，发放资料300份，走访3个村。",
    "预算500万元，涉及5个镇，惠及100户，平均年龄45岁。",
    "评分92分，排名第3，同类单位20家，其中优秀8家。",
    "一季度支出进度18%，全市平均22.5%，投诉4起。",
    "购置电脑20台，打印机6台，投影仪2台，使用年限6年。",
]


def _claims(sentence: str) -> list[tuple[str, Verdict, bool]]:
    figures, claims = read_text(sentence, 2024)
    by_id: dict[str, Figure] = {f.id: f for f in figures}
    found = assess(claims, by_id)
    return [
        (
            by_id[a.relation.result].numeral.text if a.relation.result else "",
            a.verdict,
            a.claim.borne_out,
        )
        for a in found
    ]


@pytest.mark.parametrize(("sentence", "result"), BORNE_OUT, ids=lambda v: v[:14])
def test_a_relation_that_its_figures_bear_out(sentence: str, result: str) -> None:
    assert (result, Verdict.CONSISTENT) in {(r, verdict) for r, verdict, _ in _claims(sentence)}


@pytest.mark.parametrize("sentence", UNRELATED, ids=lambda v: v[:14])
def test_figures_that_have_nothing_to_do_with_each_other(sentence: str) -> None:
    assert [claim for claim in _claims(sentence) if claim[2]] == []


@pytest.mark.parametrize(("sentence", "result"), BORNE_OUT, ids=lambda v: v[:14])
def test_what_was_found_by_its_figures_accuses_nobody(sentence: str, result: str) -> None:
    assert all(verdict is Verdict.CONSISTENT for _, verdict, borne in _claims(sentence) if borne)


def test_a_slip_in_long_figures_is_certain() -> None:
    sentence = "已拨付资金18,905.18万元，较下达的18,642.30万元结余737.12万元。"
    true = sentence.replace("18,905.18", "17,905.18")
    assert Verdict.INCONSISTENT not in {v for _, v, _ in _claims(true)}
    assert Verdict.INCONSISTENT in {v for _, v, _ in _claims(sentence)}
