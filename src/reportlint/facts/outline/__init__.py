"""Headings found by their numbering, their form and the file's own marks; sections under them."""

from reportlint.facts.outline.sections import build_outline

__all__ = ["build_outline"]
