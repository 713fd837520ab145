"""Reader of plain text and Markdown (.txt, .md)."""

from reportlint.readers.text.reader import read_text

__all__ = ["read_text"]
