"""TXT404: number-style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.model import ClaimSource, Facts, Figure, FigureKind
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.registry import rule

_BASIS = Basis("GB/T 15835-2011《出版物上数字用法》", "5.1", BasisStatus.UNVERIFIED)
_COUNTED = frozenset({FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH})
_GROUPED = regex.compile(r"\d[,，]\d{3}(?!\d)")
_PLAIN = regex.compile(r"(?<![\d.．,，])\d{5,}(?![,，]\d{3})")
_WIDE = regex.compile(r"[０-９]|\d，\d{3}(?!\d)")

# A zero printed at the end shows that the author means to keep so many decimals.
_PADDED = regex.compile(r"[.．]\d*0(?!\d)")


@rule(
    "TXT404",
    "number-style",
    severity="info",
    title_en="Thousands separators, decimals or the width of digits are mixed.",
    basis=_BASIS,
)
def number_style(facts: Facts) -> Iterator[Flag]:
    """数字写法不统一。

    查什么：正文里五位以上的数有的用千分位、有的不用；全角数字（或全角逗号的千分位）夹在半角数字里；同一个总
    数的各分项保留两位小数而有的只有一位。每种只提示一处。
    为什么：写法不一，容易看错位数。
    例：“总额1426240.16万元……受益1,500人”。
    不查什么：四位数不用千分位的；表格与正文之间的不同；整数与小数并用的；末尾的零本来就省去的小数；年份、编号、文号；全文一致的。
    依据：GB/T 15835-2011 关于数字形式的规定（依据待核）。
    """
    figures = [f for f in facts.figures.values() if f.how != "table" and f.cell is None]
    counted = [f for f in figures if f.numeral.kind in _COUNTED]
    yield from _grouping(facts, counted)
    yield from _width(facts, figures)
    yield from _decimals(facts)


def _grouping(facts: Facts, figures: Sequence[Figure]) -> Iterator[Flag]:
    grouped = [f for f in figures if _GROUPED.search(f.numeral.text)]
    plain = [f for f in figures if _PLAIN.search(f.numeral.text)]
    if grouped and plain:
        odd, usual = sorted((grouped, plain), key=len)
        zh = "千分位的写法不统一"
        yield _flag(facts, odd[0], usual[0], zh, "thousands are separated in one and not in")


def _width(facts: Facts, figures: Sequence[Figure]) -> Iterator[Flag]:
    wide = [f for f in figures if _WIDE.search(f.numeral.text)]
    narrow = [f for f in figures if regex.search(r"[0-9]", f.numeral.text) and f not in wide]
    if wide and narrow:
        zh = "全角与半角混用"
        yield _flag(facts, wide[0], narrow[0], zh, "full-width digits here, half-width in")


def _decimals(facts: Facts) -> Iterator[Flag]:
    for claim in facts.claims:
        if claim.kind is not RelationKind.SUM or claim.source is not ClaimSource.STATED:
            continue
        parts = [facts.figures[t.figure] for t in claim.relation.terms]
        if any(p.numeral.kind is not FigureKind.AMOUNT for p in parts):
            continue
        broken = [p for p in parts if p.numeral.decimals and p.cell is None]
        places = Counter(p.numeral.decimals for p in broken)
        units = {p.numeral.unit for p in parts}
        if (
            len(places) > 1
            and len(units) == 1
            and any(_PADDED.search(p.numeral.text) for p in parts)
        ):
            usual = max(places)
            odd = next(p for p in broken if p.numeral.decimals != usual)
            other = next(p for p in broken if p.numeral.decimals == usual)
            yield _flag(facts, odd, other, "小数位数不统一", "decimals differ from those of")
            return


def _flag(facts: Facts, odd: Figure, usual: Figure, zh: str, en: str) -> Flag:
    a, b = odd.numeral.text, usual.numeral.text
    return Flag(
        anchor=figure_anchor(facts, odd),
        message=Text(f"“{a}”与“{b}”{zh}。", f"“{a}”: {en} “{b}”."),
        advice=Text("全文用一种写法。", "Write all numbers one way."),
        evidence=(figure_evidence(facts, usual, "item"),),
        confidence=Confidence.MEDIUM,
    )
