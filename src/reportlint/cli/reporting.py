"""What is said on stderr when everything is done."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.cli.paths import Gathered
from reportlint.cli.speech import note
from reportlint.result.model import Text


def tell(gathered: Gathered, problems: Sequence[Text]) -> bool:
    """Say what was passed over and what went wrong; returns whether anything did."""
    if gathered.skipped:
        count = gathered.skipped
        note(
            Text(
                f"跳过 {count} 个文件（不是报告、隐藏文件或临时文件）",
                f"{count} files skipped (not reports, hidden or temporary)",
            )
        )
    if gathered.own:
        count = gathered.own
        note(
            Text(
                f"跳过 {count} 个本程序生成的结果文件",
                f"{count} files skipped (results of reportlint)",
            )
        )
    for problem in (*gathered.problems, *problems):
        note(problem)
    return bool(gathered.problems or problems)
