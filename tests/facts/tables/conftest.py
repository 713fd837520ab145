"""Tables written as text: one row a line, cells between `|`, `<` merges left, `^` merges up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from reportlint.arithmetic.model import Verdict
from reportlint.document import Cell, Document, Paragraph, Table
from reportlint.facts.assessment import assess
from reportlint.facts.model import Assessment, Claim, Figure, Outline, TableFacts
from reportlint.facts.tables import read_table


@dataclass(frozen=True)
class Read:
    facts: TableFacts
    figures: dict[str, Figure]
    claims: tuple[Claim, ...]
    assessments: tuple[Assessment, ...]

    def figure(self, row: int, column: int) -> Figure:
        return next(f for f in self.figures.values() if f.cell == (row, column))

    def said(self, verdict: Verdict | None = None) -> set[str]:
        """Claims as `result = operands`, in printed numbers, operands in order of their cells."""
        return {self._show(a) for a in self.assessments if verdict is None or a.verdict is verdict}

    def wrong(self) -> set[str]:
        return self.said(Verdict.INCONSISTENT)

    def _show(self, a: Assessment) -> str:
        r = a.relation
        terms = sorted(r.terms, key=lambda t: self.figures[t.figure].cell or (0, 0))
        parts = " ".join(
            ("-" if t.sign < 0 else "") + self.figures[t.figure].numeral.text for t in terms
        )
        result = self.figures[r.result].numeral.text if r.result else ""
        return f"{r.kind.value} {result} = {parts}"


def table_of(text: str) -> Table:
    rows = [line.split("|") for line in text.strip("\n").splitlines()]
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, raw in enumerate(row):
            if raw.strip() in ("<", "^"):
                continue
            wide = 1
            while c + wide < len(row) and row[c + wide].strip() == "<":
                wide += 1
            high = 1
            while r + high < len(rows) and rows[r + high][c].strip() == "^":
                high += 1
            cells.append(Cell(raw.rstrip(), r, c, high, wide))
    return Table.of(cells)


def read_text(text: str, *above: str, year: int | None = 2024) -> Read:
    blocks = (*(Paragraph(t) for t in above), table_of(text))
    document = Document("t.txt", "", "text", blocks)
    facts, figures, claims = read_table(document, len(above), Outline(), year)
    by_id = {f.id: f for f in figures}
    return Read(facts, by_id, claims, assess(claims, by_id))


@pytest.fixture
def read() -> Callable[..., Read]:
    return read_text
