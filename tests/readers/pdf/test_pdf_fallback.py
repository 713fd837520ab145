"""pdfplumber's second opinion: in a process of its own, bounded, and believed with care."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from drawn import LEFT, TOP, Drawing, even, grid, read, tables, texts

from reportlint.readers.pdf import fallback, plumber, reader
from reportlint.readers.pdf.page import PageContent, without_guesses

CELLS = [["科目", "金额"], ["培训费", "1,204.05"]]
SENTENCE = "培训费较上年减少3.5万元。"


def made() -> bytes:
    d = Drawing()
    grid(d, even(72, 120, 2), even(100, 24, 2), CELLS)
    d.text(LEFT, TOP, SENTENCE)
    return d.data()


def doubting(monkeypatch: pytest.MonkeyPatch, unmapped: int) -> None:
    """Let every page look as if its fonts had no map for so many characters."""
    original = reader.read_page

    def read_page(*arguments: object) -> PageContent:
        content = original(*arguments)  # type: ignore[arg-type]
        return replace(content, unmapped=unmapped, doubtful=True)

    monkeypatch.setattr(reader, "read_page", read_page)


def test_both_parsers_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    doubting(monkeypatch, 1)
    document = read(made())
    assert texts(document) == [SENTENCE]
    assert tables(document) == [CELLS]


def test_a_late_answer_is_no_answer() -> None:
    assert fallback.parse_again(made(), [1], 0.0) == {}


def test_pages_without_a_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "parse_again", lambda *_: {})
    doubting(monkeypatch, 1)
    assert texts(read(made())) == [SENTENCE]
    doubting(monkeypatch, 1000)
    document = read(made())
    assert not document.blocks
    assert [n.code for n in document.notices] == ["DOC002"]
    assert "乱码" in document.notices[0].message.zh


def test_few_guesses_are_kept() -> None:
    page = PageContent(1, 595, 842, characters=100, unmapped=3)
    assert without_guesses(page) is page
    assert without_guesses(replace(page, unmapped=60)).garbled


def test_characters_without_a_meaning_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer:
        stdout = b'{"page": 1, "size": [595, 842], "chars": [["(cid:12)", 9, 19, 50, 10],\
 ["\\u5143", 19, 29, 50, 10]]}\n{"page": 2, "si'

    monkeypatch.setattr(fallback.subprocess, "run", lambda *_, **__: Answer())
    found = fallback.parse_again(b"", [1, 2], 5)
    assert list(found) == [1]
    glyphs = found[1][0]
    assert (glyphs.texts, glyphs.garbage) == (["元"], 1)


def test_what_the_process_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stdin:
        buffer = io.BytesIO(made())

    monkeypatch.setattr(plumber.sys, "stdin", Stdin())
    monkeypatch.setattr(plumber, "_limit_memory", lambda: None)
    plumber.main("1")
    message = json.loads(capsys.readouterr().out)
    assert message["size"] == [595, 842]
    assert SENTENCE in "".join(char[0] for char in message["chars"])
