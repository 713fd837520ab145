from __future__ import annotations

from random import Random

import pytest

from reportlint.evaluation.injection.slips import NUMBERS


@pytest.mark.parametrize(
    ("kind", "printed", "possible"),
    [
        ("digit", "7", {"0", "1", "2", "3", "4", "5", "6", "8", "9"}),
        ("transposition", "12.2", {"21.2"}),
        ("transposition", "10", set()),
        ("dropped", "1,234", {"234", "134", "124", "123"}),
        ("dropped", "5", set()),
        ("inserted", "12.5", {"112.5", "122.5"}),
        ("point", "12.5", {"125", "1.25"}),
        ("point", "12", {"120"}),
        ("unit", "123456.78", {"12.34", "1234567800.00"}),
        ("unit", "1,234.50", {"12,345,000.00"}),
        ("sign", "-1,234.5", {"1,234.5"}),
        ("sign", "12", set()),
        ("inserted", "-1,234", {"-11,234", "-12,234", "-12,334", "-12,344"}),
    ],
)
def test_what_a_slip_makes_of_a_number(kind: str, printed: str, possible: set[str]) -> None:
    random = Random(1)
    found = {NUMBERS[kind](printed, random) for _ in range(400)} - {None}
    assert found == possible
