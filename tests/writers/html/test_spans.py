from __future__ import annotations

import pytest

from reportlint.writers.html.spans import Piece, Span, pieces


def test_text_without_marks_is_one_piece() -> None:
    assert pieces("执行率为95%", ()) == (Piece("执行率为95%"),)


def test_empty_text_has_no_pieces() -> None:
    assert pieces("", ()) == ()


def test_overlapping_marks_share_the_piece_between_them() -> None:
    found = pieces("abcdef", [Span(0, 4, "1", "info"), Span(2, 6, "2", "error")])
    assert [(p.text, p.tokens, p.severity) for p in found] == [
        ("ab", ("1",), "info"),
        ("cd", ("1", "2"), "error"),
        ("ef", ("2",), "error"),
    ]
    assert [p.ends for p in found] == [(), ("1",), ("2",)]


def test_evidence_has_no_severity_and_no_number_behind_it() -> None:
    assert pieces("120万元", [Span(0, 5, "1.1")]) == (Piece("120万元", ("1.1",)),)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (0, 0), (9, 12)])
def test_a_mark_without_characters_means_the_whole_text(start: int, end: int) -> None:
    (piece,) = pieces("二、预算", [Span(start, end, "1", "warning")])
    assert piece.text == "二、预算"
    assert piece.tokens == ("1",)


def test_controls_are_spelled_out_and_line_breaks_kept() -> None:
    (piece,) = pieces("甲\u202e乙\n丙\x1b[31m", ())
    assert piece.text == "甲<202E>乙\n丙<001B>[31m"
