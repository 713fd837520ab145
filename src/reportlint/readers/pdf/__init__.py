"""PDF files: pdfium for characters, boxes and ruling lines; pdfplumber where pdfium yields none."""

from reportlint.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
