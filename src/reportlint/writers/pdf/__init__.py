"""Highlights with notes on the exact words, in a copy of the PDF."""

from reportlint.writers.pdf.annotating import annotate, remove

__all__ = ["annotate", "remove"]
