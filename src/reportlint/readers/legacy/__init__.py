"""Documents that only a word processor understands: turned into docx by LibreOffice."""

from reportlint.readers.legacy.conversion import as_docx

__all__ = ["as_docx"]
