from __future__ import annotations

import json

import pytest
from writer_cases import CELL, RATE, UNREADABLE, result

from reportlint.result.contract import document, envelope
from reportlint.result.recorded import NotAResult, Recorded, read_recorded


def test_json_gives_back_what_the_result_holds() -> None:
    results = [result(RATE, CELL), UNREADABLE, result(RATE, lang="en")]
    text = json.dumps(envelope([document(r) for r in results]))
    assert read_recorded(text) == tuple(Recorded.of(r) for r in results)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "reportlint/2", "documents": []}',
        '{"schema": "reportlint/1"}',
        '{"schema": "reportlint/1", "documents": [1]}',
        '{"schema": "reportlint/1", "documents": [{"path": "a"}]}',
        '{"schema": "reportlint/1", "documents": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(NotAResult) as caught:
        read_recorded(text)
    assert "\n" not in str(caught.value)
