"""Passages that state a wrong figure, by their annotation, and what the program says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.engine import check_document
from reportlint.evaluation.annotated.answers import Answers, naming
from reportlint.evaluation.annotated.model import Passage, Statement
from reportlint.evaluation.annotated.scoring import written
from reportlint.facts.model import Facts
from reportlint.facts.quantities import quantities_of
from reportlint.result import Severity

_ARITHMETIC = ("NUM", "SCO30", "CON20")
"""Codes of errors that say that a figure is wrong."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage: the annotated relations that fail, and the errors that the program reports."""

    passage: Passage
    failing: tuple[str, ...]
    accused: tuple[str, ...]
    doubted: tuple[str, ...]
    """Warnings about figures."""


def judged(passage: Passage, facts: Facts, said: Answers) -> Judged:
    """Recompute the annotated relations of `passage`, and let the program check it.

    `facts` are the program's own, `said` the same in the terms of the annotation.
    """
    found = check_document(facts.document, facts.config).flags
    flags = [f for f in found if f.code.startswith(_ARITHMETIC)]
    told = {
        severity: tuple(f"{f.code} {f.anchor.quote}" for f in flags if f.severity is severity)
        for severity in (Severity.ERROR, Severity.WARNING)
    }
    failing = tuple(_failing(passage, _quantities(passage, facts, said)))
    return Judged(passage, failing, told[Severity.ERROR], told[Severity.WARNING])


def _failing(passage: Passage, quantities: Mapping[str, Quantity]) -> Iterator[str]:
    """Relations whose printed figures contradict them, however they were rounded."""
    for statement in passage.statements:
        if statement.kind in ("count", "order"):
            fails = _miscounted(statement, quantities) or _turned(statement, quantities)
        else:
            verdicts = [judge(r, quantities).verdict for r in _relations(statement)]
            fails = all(v is Verdict.INCONSISTENT for v in verdicts)
        if fails:
            yield written(statement, passage)


def _miscounted(statement: Statement, quantities: Mapping[str, Quantity]) -> bool:
    found = quantities.get(statement.result)
    return statement.kind == "count" and found is not None and found.value != statement.listed


def _turned(statement: Statement, quantities: Mapping[str, Quantity]) -> bool:
    """Whether an order that the words assert is against the figures."""
    found = [quantities.get(f) for f, _, _ in statement.operands]
    if statement.kind != "order" or any(q is None or q.bounds is not None for q in found):
        return False
    one, other = (q.value for q in found if q is not None)
    sign = (one > other) - (one < other)
    return sign == -statement.direction if statement.direction else sign != 0


def _quantities(passage: Passage, facts: Facts, said: Answers) -> Mapping[str, Quantity]:
    """What the marks are worth: the program's own reading where it is that of the annotation."""
    named = naming(passage.marks, passage.text, said.figures)
    known = quantities_of(facts.figures, facts.parts)
    return {named[i]: q for i, q in known.items() if i in named}


_ROLES: Mapping[str, tuple[RelationKind, Role, Role]] = {
    "sum": (RelationKind.SUM, Role.ADDEND, Role.ADDEND),
    "diff": (RelationKind.SUM, Role.ADDEND, Role.ADDEND),
    "ratio": (RelationKind.RATIO, Role.NUMERATOR, Role.DENOMINATOR),
    "share": (RelationKind.SHARE, Role.PART, Role.WHOLE),
    "points": (RelationKind.DIFFERENCE, Role.MINUEND, Role.SUBTRAHEND),
    "multiple": (RelationKind.MULTIPLE, Role.CURRENT, Role.PREVIOUS),
    "average": (RelationKind.AVERAGE, Role.TOTAL, Role.FACTOR),
    "product": (RelationKind.PRODUCT, Role.FACTOR, Role.FACTOR),
    "equal": (RelationKind.EQUAL, Role.ITEM, Role.ITEM),
    "growth": (RelationKind.GROWTH, Role.CURRENT, Role.PREVIOUS),
}


def _relations(statement: Statement) -> Iterator[Relation]:
    """The readings of which one has to hold: signs of changes may be left out."""
    if statement.kind not in _ROLES:
        return
    kind, above, below = _ROLES[statement.kind]
    result = None if statement.result in ("", "100%") else statement.result
    terms = tuple(
        Term(f, _role(statement, side, above, below), sign)
        for f, sign, side in statement.operands
        if not (statement.kind == "growth" and side == 0 and len(statement.operands) > 2)
    )
    signs = (1, -1, 0) if statement.kind in ("diff", "growth", "points", "multiple") else (0,)
    for direction in signs:
        if statement.kind in ("diff", "points"):
            turned = tuple(Term(t.figure, Role.ADDEND, t.sign * (direction or 1)) for t in terms)
            yield Relation("", RelationKind.SUM, result, turned)
        else:
            yield Relation("", kind, result, terms, direction, not statement.open)


def _role(statement: Statement, side: int, above: Role, below: Role) -> Role:
    if statement.kind == "growth" and side == 0:
        return Role.NUMERATOR
    if statement.kind == "growth" and side == 1:
        return Role.CURRENT
    return below if side < 0 else above
