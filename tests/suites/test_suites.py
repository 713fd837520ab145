"""The number suites beside the repository, where they are."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from run_suites import main
from suite_scoring import Score, score_folder

TARGETS = {
    "PercentModel": 98,
    "NumberModel": 98,
    "CurrencyModel": 94,
    "NumberRangeModel": 95,
    "cn2an": 97,
    "money_parse": 90,
    "Numeral": 90,
    "must not extract": 100,
    "report forms": 95,
}


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, Score]:
    folder = shared / "suites" / "numbers"
    if not folder.is_dir():
        pytest.skip("needs shared: no number suites")
    return score_folder(folder)


@pytest.mark.parametrize(("name", "percent"), TARGETS.items())
def test_scores(scores: dict[str, Score], name: str, percent: int) -> None:
    if name not in scores:
        pytest.skip(f"needs shared: no suite {name}")
    assert scores[name].share >= Fraction(percent, 100), scores[name].failed


def test_spoken_equals_written(scores: dict[str, Score]) -> None:
    pairs = [s for name, s in scores.items() if name.startswith("spoken")]
    passed, total = sum(s.passed for s in pairs), sum(s.total for s in pairs)
    assert passed >= Fraction(95, 100) * total


def test_the_script_wants_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
