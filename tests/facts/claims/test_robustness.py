"""Whatever the text, reading ends, and its spans lie inside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.facts.claims import read_text

PIECES = [
    *(
        "100万元",
        "0万元",
        "3.5%",
        "2个百分点",
        "1.2倍",
        "12个",
        "97分",
        "约5亿元",
        "90%～95%",
        "-3.2%",
    ),
    *(
        "预算",
        "全年预算数",
        "实际支出",
        "年末结转和结余",
        "预算执行率",
        "占",
        "占全年预算",
        "完成",
        "的",
    ),
    *(
        "比上年",
        "与2023年度相比",
        "同比",
        "增加",
        "下降",
        "由",
        "提高到",
        "分别为",
        "各",
        "其中",
        "包括",
    ),
    *(
        "合计",
        "人员经费",
        "公用经费",
        "甲项目",
        "2024年",
        "上年",
        "持平",
        "每户",
        "用于",
        "“优”",
        "等级",
    ),
    *(
        "，",
        "；",
        "。",
        "：",
        "、",
        "（",
        "）",
        "和",
        " ",
        "\n",
        "÷",
        "=",
        "+",
        "×100%",
        "为",
        "是",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_order_of_words_can_be_read(text: str) -> None:
    figures, claims = read_text(text, 2024)
    ids = {f.id for f in figures}
    assert len(ids) == len(figures)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.numeral.text
    for claim in claims:
        assert 0 <= claim.words.start <= claim.words.end <= len(text)
        for relation in (claim.relation, *claim.alternatives):
            assert set(relation.figures) <= ids
            assert relation.result not in {t.figure for t in relation.terms}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text, 2024) == read_text(text, 2024)


@pytest.mark.parametrize(
    "text",
    [
        "（" * 20_000 + "1万元",
        "占" * 20_000 + "5%",
        " " * 50_000 + "100万元，占5%",
        "其中甲1万元，" * 1_500,
        "预算执行率5%。" * 1_500,
        "1万元+" * 1_500 + "2万元",
        "比上年" * 10_000 + "增加5%",
        "\u200b\u202e2024年预算1\u200b00万元",
    ],
)
def test_long_and_odd_texts_end(text: str) -> None:
    figures, _ = read_text(text, 2024)
    assert figures
