"""One slip of the pen that keeps a sum from coming out."""

from __future__ import annotations

import pytest

from reportlint.facts.claims import read_text
from reportlint.facts.claims.slips import ANY, mended


def _mended(text: str, spare: int = 0) -> list[str]:
    total, *parts = read_text(text, 2024)[0]
    return [f.numeral.text for f in mended(total, parts, (), spare)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共8136.42万元，甲3914.57万元，乙4087.33万元，丙143.52万元", ["143.52万元"]),
        ("共100万元，甲60万元，乙40万元", []),
        ("共1300万元，甲600万元，乙400万元", []),
        ("共8136.42万元，甲3914.57万元，乙2000.11万元", []),
    ],
)
def test_a_figure_is_mended_by_one_edit(text: str, found: list[str]) -> None:
    assert [f for f in _mended(text) if f in found] == found
    assert bool(_mended(text)) is bool(found)


def test_short_figures_count_where_words_speak_of_the_sum() -> None:
    assert _mended("共12个，甲9个，乙4个", ANY)
    assert not _mended("共12个，甲9个，乙4个")
