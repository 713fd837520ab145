"""A damaged file ends in a document or a reason; `REPORTLINT_MUTATIONS` sets how many are tried."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import old_books
import pytest
import workbooks
from mutations import mutated
from ofd_files import column, package, page

from reportlint.config import Limits
from reportlint.document import Document, Table
from reportlint.readers import UnreadableFile, read_bytes

COUNT = int(os.environ.get("REPORTLINT_MUTATIONS", "60"))
APART = frozenset({"xls"})
"""Read in a process of their own, which takes its time."""
LIMITS = Limits(max_table_cells=20_000, max_characters=200_000)
PAGE = """<html><head><meta charset="utf-8"></head><body><h1>决算</h1><ul><li><a href="/">甲</a>
<p>全年支出12.50万元，<br>增长3.5%。</p><table><tr><td rowspan="2">项目<td colspan="2">金额<tr>
<td>1.00<td>2.00</table><table><tr><td><table><tr><td>x</table></table><pre>a\n b</pre></body>"""
ARCHIVE = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n--b--\n"
)


def workbook() -> bytes:
    return workbooks.written(workbooks.form)


def fixed_layout() -> bytes:
    return package([page(*column(["一、概况", "全年支出12.50万元。", "甲  1.00  2.00"] * 3))] * 2)


def old_workbook() -> bytes:
    cells = [(r, c, text, 0) for r, c, text in ((0, 0, "项目"), (0, 1, "金额"), (1, 0, "甲"))]
    return old_books.workbook({"甲": [*cells, (1, 1, 12.5, 1)], "乙": cells}, ["0.00%"])


SAMPLES: dict[str, Callable[[], bytes]] = {
    "xlsx": workbook,
    "ofd": fixed_layout,
    "html": PAGE.encode,
    "mht": ARCHIVE.encode,
    "xls": old_workbook,
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_damaged_files_end_in_a_document_or_a_reason(kind: str) -> None:
    sample = SAMPLES[kind]()
    assert read_bytes(sample, Path(f"a.{kind}"), LIMITS).blocks
    for seed in range(COUNT if kind not in APART else COUNT // 20 + 1):
        data = mutated(sample, random.Random(f"{kind}{seed}"))
        reason = outcome(data, kind)
        assert reason, seed
        # The name of an exception in it would mean that nobody thought of this.
        assert "Error" not in reason, seed


def outcome(data: bytes, kind: str) -> str:
    """The format of the document that was read, or why there is none."""
    try:
        document = read_bytes(data, Path(f"a.{kind}"), LIMITS)
    except UnreadableFile as error:
        return error.notice.message.zh
    verify(document)
    return document.format


def verify(document: Document) -> None:
    """Every character of it can be located."""
    assert document.blocks
    for block in document.blocks:
        for piece in block.cells() if isinstance(block, Table) else (block,):
            assert isinstance(piece.text, str)
            piece.source.locate(0, max(1, len(piece.text)))
