"""Relations in a notation for readers: `ratio 95% <- numerator 95万元, denominator 100万元`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reportlint.arithmetic.model import Relation
from reportlint.facts.model import Claim, Figure


class Case(NamedTuple):
    """A sentence and the relations that it states, in order."""

    sentence: str
    relations: tuple[str, ...]


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file: a sentence on its line, its relations indented below it."""
    sentence, relations = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(" "):
            relations.append(line.strip())
            continue
        if sentence:
            yield Case(sentence, tuple(relations))
        sentence, relations = line, []
    if sentence:
        yield Case(sentence, tuple(relations))


def written(claim: Claim, figures: Mapping[str, Figure]) -> str:
    """A claim with its alternatives."""
    readings = (claim.relation, *claim.alternatives)
    said = " | ".join(_relation(r, figures) for r in readings)
    return said + ("" if claim.certain else " ?")


def _relation(relation: Relation, figures: Mapping[str, Figure]) -> str:
    def quote(name: str) -> str:
        return figures[name].numeral.text

    terms = ", ".join(f"{t.role} {quote(t.figure)}" for t in relation.terms)
    result = f"{quote(relation.result)} " if relation.result else ""
    arrow = "<-" if relation.exhaustive else ">="
    direction = {1: " up", -1: " down", 0: ""}[relation.direction]
    return f"{relation.kind} {result}{arrow} {terms}{direction}"
