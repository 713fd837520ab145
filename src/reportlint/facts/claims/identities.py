"""Relations that the field holds to be so though nobody states them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.making import term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, ClaimSource, Figure, Span

Level = tuple[int, Mention]

_BASIC = (frozenset({"nature:basic"}), "")
_PROJECT = (frozenset({"nature:project"}), "")
_WHOLE: tuple[frozenset[str], str] = (frozenset(), "")


def identity_claims(passages: Sequence[Passage], tables: Iterable[Figure]) -> list[Claim]:
    """Budget, spending and carry-over of the unit, where each has one value in the prose."""
    levels = [
        (p.block, m) for p in passages for m in p.mentions if m.act is Act.LEVEL and not m.cause
    ]
    years = sorted({m.figure.period for _, m in levels if m.figure.period})
    return [c for year in years for c in _of_year(levels, year)]


def _of_year(levels: list[tuple[int, Mention]], year: str) -> list[Claim]:
    full = _one(levels, year, _WHOLE, ("full",))
    spent = _one(levels, year, _WHOLE, ("executed", "final"))
    left = _one(levels, year, _WHOLE, (None,), "flow:carryover", "time:opening")
    found = []
    if full and spent and left:
        found.append(_difference("ID-CARRY", left, full, spent))
    basic = _one(levels, year, _BASIC, ("full", "budget"))
    basic_spent = _one(levels, year, _BASIC, (None, "executed", "final"))
    project = _one(levels, year, _PROJECT, ("full", "budget"))
    project_spent = _one(levels, year, _PROJECT, (None, "executed", "final"))
    if _equal(basic, basic_spent) and project and project_spent and left:
        found.append(_difference("ID-PROJECT-CARRY", left, project, project_spent))
    return found


def _equal(a: Level | None, b: Level | None) -> bool:
    return a is not None and b is not None and a[1].figure.value == b[1].figure.value


def _one(
    levels: list[Level],
    year: str,
    item: tuple[frozenset[str], str],
    stages: tuple[str | None, ...],
    needs: str = "",
    forbids: str = "flow:income",
) -> Level | None:
    """The level of an item at a stage, if the report gives it one value."""
    found = [
        (block, m)
        for block, m in levels
        if m.figure.period == year
        and item_of(m.indicator) == item
        and stage_of(m.indicator) in stages
        and (not needs or needs in m.indicator.facets)
        and forbids not in m.indicator.facets
        and not m.group
    ]
    return found[0] if len({m.figure.value for _, m in found}) == 1 else None


def _difference(name: str, result: Level, minuend: Level, subtrahend: Level) -> Claim:
    terms = (term(minuend[1], Role.MINUEND), term(subtrahend[1], Role.SUBTRAHEND))
    relation = Relation("", RelationKind.DIFFERENCE, result[1].id, terms, 1)
    figure = result[1].figure
    words = Span(result[0], figure.start, figure.end)
    return Claim("", relation, ClaimSource.IDENTITY, words, formula=name, certain=False)
