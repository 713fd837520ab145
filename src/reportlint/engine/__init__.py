"""The engine: one file in, its result out."""

from reportlint.engine.answers import honoured
from reportlint.engine.checking import check, check_document, expand, extract, read, unreadable
from reportlint.engine.ledger import account

__all__ = [
    "account",
    "check",
    "check_document",
    "expand",
    "extract",
    "honoured",
    "read",
    "unreadable",
]
