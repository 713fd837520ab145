"""Reports for the reviewer's page."""

from __future__ import annotations

import os
from pathlib import Path

from store_cases import flag, result

from reportlint.config import Config
from reportlint.result import Result
from reportlint.review import Desk
from reportlint.store.documents import save
from reportlint.store.flags import flags_of

WRONG = (
    "某区水务站2024年度绩效报告\n\n"
    "全年预算数12860.00万元，资金实际支出11574.00万元，预算执行率为95.00%。\n\n"
    "本年培训学员300人，其中线上180人，线下130人。\n"
)


def taken(desk: Desk, folder: Path, text: str = WRONG, name: str = "报告.txt") -> int:
    """A text file, checked and stored."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return desk.intake.take(str(path), name)


def dies(location: str, shown: str, config: Config) -> Result:
    """What a file does that brings down the process that opens it."""
    os._exit(3)


def stored(desk: Desk, flags: int, path: str = "大报告.docx") -> int:
    """A document with so many flags and without a file."""
    found = [flag(f"{n}.5%", section=f"第{n % 7}节") for n in range(flags)]
    return save(desk.store, f"/nowhere/{path}", result(found, path), desk.config)


def verdicts(desk: Desk, document: int) -> list[str]:
    """The verdicts in force, in document order."""
    return [found.verdict.value for found in flags_of(desk.store, document)]
