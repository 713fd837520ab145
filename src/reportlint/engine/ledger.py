"""The ledger: what happened to every figure and every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reportlint.arithmetic.decimals import base_units, mantissa
from reportlint.arithmetic.model import Verdict
from reportlint.document import anchor_at
from reportlint.facts.model import Facts, Figure
from reportlint.result import FigureEntry, Ledger, RuleOutcome

_ASSESSED = {Verdict.CONSISTENT, Verdict.ROUNDING, Verdict.IMPROBABLE, Verdict.INCONSISTENT}

_CHECKED, _NOT_ASSESSABLE, _UNRELATED = "checked", "not-assessable", "unrelated"


def account(facts: Facts, outcomes: tuple[RuleOutcome, ...] = ()) -> Ledger:
    """The ledger: every figure is checked, not assessable, or unrelated to any other."""
    fates = Counter(fates_of(facts).values())
    return Ledger(
        figures=fates.total(),
        checked=fates[_CHECKED],
        not_assessable=fates[_NOT_ASSESSABLE],
        unrelated=fates[_UNRELATED],
        rules=outcomes,
        rounding=facts.rounding,
    )


def fates_of(facts: Facts) -> Mapping[str, str]:
    """What became of each figure, by its id: checked, not-assessable or unrelated."""
    fates = dict.fromkeys(facts.figures, _UNRELATED)
    claimed = (f for claim in facts.claims for f in claim.relation.figures)
    fates |= {figure: _NOT_ASSESSABLE for figure in claimed if figure in fates}
    assessed = (a.relation for a in facts.assessments if a.verdict in _ASSESSED)
    checked = (figure for relation in assessed for figure in relation.figures)
    return fates | {figure: _CHECKED for figure in checked if figure in fates}


def entries(facts: Facts) -> tuple[FigureEntry, ...]:
    """Every figure in document order, with what became of it."""
    fates = fates_of(facts)
    ordered = sorted(facts.figures.values(), key=lambda f: (f.block, f.cell or (-1, -1), f.start))
    return tuple(_entry(figure, fates[figure.id], facts) for figure in ordered)


def _entry(figure: Figure, fate: str, facts: Facts) -> FigureEntry:
    numeral = figure.numeral
    place = anchor_at(
        facts.document, figure.block, figure.start, figure.end, cell=figure.cell, where=figure.where
    )
    return FigureEntry(
        quote=numeral.text,
        kind=numeral.kind.value,
        value=mantissa(numeral.value, numeral.decimals),
        amount=None if figure.value is None else base_units(figure.value),
        unit=figure.unit or numeral.unit,
        indicator=figure.indicator.text,
        period=figure.period,
        scope=figure.scope,
        fate=fate,
        anchor=place,
    )
