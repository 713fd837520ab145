"""Figures and claims of a report as plain data (the contract's `extract`)."""

from reportlint.writers.extraction.contract import Extraction, extraction, no_extraction

__all__ = ["Extraction", "extraction", "no_extraction"]
