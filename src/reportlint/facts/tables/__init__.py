"""Tables: figures with the meaning their headers give them, and the sums they should keep."""

from reportlint.facts.tables.reading import read_table

__all__ = ["read_table"]
