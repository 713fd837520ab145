"""The corpus format: what a file says, and what is refused with its place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.evaluation.annotated.reading import read_passages

TEXT = """
== w1
> 到位⟦a:1,200万元⟧，支出⟦b:1,140万元⟧，进度⟦r:95%⟧，
> 另有⟦n:十二个⟧项目、⟦x:90%～95%⟧、⟦?:一次⟧。
a: 到位资金 / 资金
b: 支出
r: 支出进度
n: 项目 | 12 个
x: 合格率 | 90..95 %
~ ratio r = b / a
~? diff n = a - b
"""


def test_a_passage_is_text_marks_and_relations() -> None:
    (passage,) = read_passages(TEXT, "w.md")
    assert passage.text == (
        "到位1,200万元，支出1,140万元，进度95%，\n另有十二个项目、90%～95%、一次。"
    )
    words = {m.id: passage.text[m.start : m.end] for m in passage.marks}
    assert words == {
        "a": "1,200万元",
        "b": "1,140万元",
        "r": "95%",
        "n": "十二个",
        "x": "90%～95%",
        "?": "一次",
    }
    ratio, difference = passage.statements
    assert (ratio.kind, ratio.result, ratio.operands) == (
        "ratio",
        "r",
        (("b", 1, 1), ("a", 1, -1)),
    )
    assert difference.optional
    assert not ratio.optional


def test_values_are_in_the_unit_without_scale() -> None:
    (passage,) = read_passages(TEXT, "w.md")
    values = {m.id: (m.value, m.unit) for m in passage.marks if not m.optional}
    assert values == {
        "a": (12_000_000, "元"),
        "b": (11_400_000, "元"),
        "r": (95, "%"),
        "n": (12, "个"),
        "x": ((90, 95), "%"),
    }


def test_several_names_may_be_equally_good() -> None:
    (passage,) = read_passages(TEXT, "w.md")
    assert passage.marks[0].indicators == ("到位资金", "资金")


def test_a_unit_for_all_bare_numbers() -> None:
    (passage,) = read_passages("== t\n> | 合计 | ⟦a:12.5⟧ |\nunit: 万元\n", "t.md")
    assert (passage.marks[0].value, passage.marks[0].unit) == (Fraction(125_000), "元")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("~ ratio r = b", "no / in"),
        ("~ ratio r = b / z", "not marked in the text: z"),
        ("~ wishes r = b", "unknown kind of relation: wishes"),
        ("c: 支出", "not marked in the text: c"),
        ("something else", "neither text, figure nor relation"),
        ("~ growth r : a", "growth is"),
    ],
)
def test_a_slip_of_the_annotator_is_named_with_its_place(line: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"w.md w1: {reason}"):
        list(read_passages(TEXT + line + "\n", "w.md"))


def test_a_value_in_words_has_to_be_given() -> None:
    with pytest.raises(ValueError, match="give the value of “十二个”"):
        list(read_passages("== w\n> ⟦n:十二个⟧\n", "w.md"))
