"""Reading numbers: Arabic and Chinese numerals with units, signs, hedges and ranges."""

from reportlint.facts.numerals.cells import parse_number, read_cell
from reportlint.facts.numerals.scan import find_numerals

__all__ = ["find_numerals", "parse_number", "read_cell"]
