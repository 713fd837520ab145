"""Workbooks: every sheet a table, every figure as the sheet shows it."""

from reportlint.readers.spreadsheet.reader import read_binary, read_xlsx

__all__ = ["read_binary", "read_xlsx"]
