"""The frozen model of a report: blocks in reading order, each character traceable to the file."""

from reportlint.document.anchors import anchor_at
from reportlint.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    Layer,
    Notice,
    Paragraph,
    Remark,
    Source,
    Stretch,
    Table,
    block_text,
    confidence_at,
)

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Layer",
    "Notice",
    "Paragraph",
    "Remark",
    "Source",
    "Stretch",
    "Table",
    "anchor_at",
    "block_text",
    "confidence_at",
]
