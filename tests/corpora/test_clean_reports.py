"""No error-level flag on a report without errors: a false alarm costs more than a miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import check
from reportlint.config import Config
from reportlint.result import Severity

REPORTS = sorted((Path(__file__).resolve().parents[2] / "corpora" / "clean").glob("*.txt"))
CONTENT = Config(ignore=("STR",))


def test_the_corpus_is_there() -> None:
    assert len(REPORTS) >= 50


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_nothing_is_called_wrong(path: Path) -> None:
    result = check(path, CONTENT)
    errors = [f for f in result.flags if f.severity is Severity.ERROR]
    assert not errors, [(f.code, f.anchor.quote, f.message.zh) for f in errors]
    assert result.ledger.checked > 0
