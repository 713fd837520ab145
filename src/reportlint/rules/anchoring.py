"""Anchors for what rules point at: figures, sections, titles, spans."""

from __future__ import annotations

from reportlint.document import anchor_at
from reportlint.facts.model import Facts, Figure, Section, Span
from reportlint.result import Anchor, Evidence


def figure_anchor(facts: Facts, figure: Figure) -> Anchor:
    """The printed number of a figure."""
    where = figure.where or facts.outline.where(figure.block)
    return anchor_at(
        facts.document, figure.block, figure.start, figure.end, cell=figure.cell, where=where
    )


def section_anchor(facts: Facts, section: Section) -> Anchor:
    """The title of a section."""
    return anchor_at(facts.document, section.block, section.start, section.end, where=section.path)


def span_anchor(facts: Facts, span: Span) -> Anchor:
    """Characters of a block or cell."""
    where = facts.outline.where(span.block)
    return anchor_at(facts.document, span.block, span.start, span.end, cell=span.cell, where=where)


def figure_evidence(facts: Facts, figure: Figure, role: str) -> Evidence:
    """A figure as evidence in a role of the JSON contract."""
    return Evidence(role, figure_anchor(facts, figure))
