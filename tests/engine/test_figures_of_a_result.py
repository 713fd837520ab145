from __future__ import annotations

from pathlib import Path

import reportlint


def test_a_result_lists_every_figure_and_what_became_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "全年支出共计90.50万元，其中基本支出60万元、项目支出30.50万元。培训了12人。\n", "utf-8"
    )
    result = reportlint.check(path)
    shown = [(f.quote, f.value, f.amount, f.unit, f.fate) for f in result.figures]
    assert shown == [
        ("90.50万元", "90.50", "905000", "万元", "checked"),
        ("60万元", "60", "600000", "万元", "checked"),
        ("30.50万元", "30.50", "305000", "万元", "checked"),
        ("12人", "12", "12", "人", "unrelated"),
    ]
    assert len(result.figures) == result.ledger.figures
    assert [f.anchor.quote for f in result.figures] == [f.quote for f in result.figures]
