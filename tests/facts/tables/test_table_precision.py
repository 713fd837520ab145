"""Nothing is said against a right table, and a slip of the pen in one does not go unseen."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CLEAN: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("clean.toml").read_text(encoding="utf-8")
)["table"]


@pytest.mark.parametrize("table", CLEAN, ids=[t["name"] for t in CLEAN])
def test_clean_tables_raise_nothing(table: dict[str, Any], read: Callable[..., Any]) -> None:
    found = read(table["text"], *table["above"])
    assert found.wrong() == set()
    assert len(found.claims) >= table["claims"]


# Columns and rows that a table leaves unrelated to anything else cannot betray a slip.
SEEN = {
    "national-gk01": 1.0,
    "gk04": 0.95,
    "codes-long": 1.0,
    "econ3": 1.0,
    "sangong": 1.0,
    "share": 0.9,
    "yoy": 1.0,
    "formula": 1.0,
    "letters": 1.0,
    "groups": 1.0,
    "inline-numbers": 1.0,
    "gov-fund": 1.0,
    "transfer": 1.0,
    "prev-total-top": 1.0,
    "debt": 1.0,
    "star": 0.9,
}


@pytest.mark.parametrize("name", SEEN)
def test_one_wrong_digit_is_seen(name: str, read: Callable[..., Any]) -> None:
    table = next(t for t in CLEAN if t["name"] == name)
    rows = [line.split("|") for line in table["text"].strip("\n").splitlines()]
    figures = read(table["text"], *table["above"]).figures.values()
    seen = 0
    for figure in figures:
        row, column = figure.cell
        slipped = [list(r) for r in rows]
        slipped[row][column] = _slip(rows[row][column])
        text = "\n".join("|".join(r) for r in slipped)
        seen += bool(read(text, *table["above"]).wrong())
    assert seen >= SEEN[name] * len(figures)


def _slip(text: str) -> str:
    digits = [i for i, char in enumerate(text) if char.isdigit()]
    place = digits[0] if len(digits) < 4 else digits[1]
    return text[:place] + str((int(text[place]) + 3) % 10) + text[place + 1 :]
