from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.config import Limits
from reportlint.document import Document, Layer, Paragraph, Table
from reportlint.readers import read_bytes

Lines = list[str | list[list[str]]]


@pytest.fixture
def read_lines() -> Callable[..., Document]:
    """Reads a text as if it were the content of a file."""

    def read(text: str | bytes, name: str = "报告.txt", limits: Limits | None = None) -> Document:
        data = text.encode() if isinstance(text, str) else text
        return read_bytes(data, Path(name), limits or Limits())

    return read


@pytest.fixture
def body(read_lines: Callable[..., Document]) -> Callable[..., Lines]:
    """The paragraphs (as text) and tables (as rows of text) of the body."""

    def read(text: str | bytes, name: str = "报告.txt") -> Lines:
        found: Lines = []
        for block in read_lines(text, name).blocks:
            if isinstance(block, Table):
                found.append([[cell.text for cell in row] for row in block.rows])
            elif isinstance(block, Paragraph) and block.layer is Layer.BODY:
                found.append(block.text)
        return found

    return read
