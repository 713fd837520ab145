"""Small reports as facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint import readers
from reportlint.facts import extract
from reportlint.facts.model import Facts

FactsOf = Callable[[str], Facts]


@pytest.fixture
def facts_of(tmp_path: Path) -> FactsOf:
    """What is known of a report that is given as text."""

    def read(text: str) -> Facts:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return extract(readers.read(path))

    return read
