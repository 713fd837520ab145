"""Reader of Word documents (.docx)."""

from reportlint.readers.docx.reader import read_docx

__all__ = ["read_docx"]
