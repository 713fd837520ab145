"""Word comments on the exact characters, in a copy of the file."""

from reportlint.writers.docx.annotating import annotate, remove

__all__ = ["annotate", "remove"]
