"""Small documents and facts for tests of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportlint.arithmetic.model import Interval, Relation, RelationKind, Role, Term, Verdict
from reportlint.document import Document, Notice, Paragraph, anchor_at
from reportlint.facts.model import (
    Assessment,
    Claim,
    ClaimSource,
    Facts,
    Figure,
    FigureKind,
    Numeral,
    Outline,
    Span,
)
from reportlint.result import Basis, BasisStatus, Flag, Severity, Text
from reportlint.rules import Rule

BASIS = Basis("算术", "", BasisStatus.ARITHMETIC)


def document(*texts: str, notices: tuple[Notice, ...] = ()) -> Document:
    return Document("报告.txt", "0" * 64, "text", tuple(map(Paragraph, texts)), notices)


def figure(id: str, block: int = 0, start: int = 0, end: int = 1) -> Figure:
    numeral = Numeral(
        start, end, "1", FigureKind.COUNT, Fraction(1), "", Fraction(1), 0, Interval(None, None)
    )
    return Figure(id, numeral, block, start, end)


def assessment(id: str, verdict: Verdict, *figures: str) -> Assessment:
    result, *rest = figures
    terms = tuple(Term(f, Role.ADDEND) for f in rest)
    relation = Relation(id, RelationKind.SUM, result, terms)
    claim = Claim(id, relation, ClaimSource.STATED, Span(0, 0, 1))
    return Assessment(claim, relation, verdict, working="1 + 1 = 2")


def facts(found: Document, figures: str = "", *assessments: Assessment) -> Facts:
    return Facts(
        found,
        Outline(),
        figures={id: figure(id) for id in figures},
        claims=tuple(a.claim for a in assessments),
        assessments=assessments,
    )


def rule(code: str, *starts: int, also: tuple[str, ...] = (), block: int = 0) -> Rule:
    """A rule that flags one character at each of `starts`."""

    def check(facts: Facts) -> Iterator[Flag]:
        """查什么。"""
        for start in starts:
            anchor = anchor_at(facts.document, block, start, start + 1)
            yield Flag(anchor, Text(f"{code} 有误", f"{code} is wrong"), also=also)

    return Rule(code, f"fault-{code.lower()}", Severity.ERROR, BASIS, code, check)


def raising(code: str) -> Rule:
    def check(facts: Facts) -> Iterator[Flag]:
        """查什么。"""
        raise ZeroDivisionError("by\nzero")
        yield

    return Rule(code, f"fault-{code.lower()}", Severity.ERROR, BASIS, code, check)


def idle(code: str) -> Rule:
    return Rule(
        code,
        f"fault-{code.lower()}",
        Severity.ERROR,
        BASIS,
        code,
        lambda _: iter(()),
        lambda _: False,
    )
