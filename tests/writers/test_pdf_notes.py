"""annotate, pdf: highlights on the exact words with Chinese notes, and back again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2.raw as raw
import pytest
from noted_pdfs import A4, drawn, notes, pixels

from reportlint.config import Limits
from reportlint.document import Document, Paragraph, anchor_at
from reportlint.readers.failure import UnreadableFile
from reportlint.readers.pdf import read_pdf
from reportlint.result import Flag, Place, Severity, Text
from reportlint.writers.pdf import annotate, remove

LINES = ["二、预算执行情况", "全年预算1200.50万元，预算执行率为97.59%。", "共完成项目12个。"]
COLOR = (255, 140, 140)


def read(data: bytes) -> Document:
    return read_pdf(data, Path("a.pdf"), "", Limits())


def flag(document: Document, words: str) -> Flag:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and words in block.text:
            at = block.text.index(words)
            place = anchor_at(document, number, at, at + len(words))
            return Flag(
                place, Text(f"关于{words}", ""), severity=Severity.ERROR, code="NUM103", name="x"
            )
    raise AssertionError(words)


def noted(data: bytes, *flags: Flag) -> bytes:
    return annotate(data, read(data), flags, "zh")


def text(data: bytes) -> list[str]:
    return [getattr(block, "text", "") for block in read(data).blocks]


def test_a_highlight_with_a_chinese_note_on_the_words() -> None:
    data = drawn(LINES, ["第二页有XX。"])
    document = read(data)
    copy = noted(data, flag(document, "97.59%"), flag(document, "XX"))
    first, second = notes(copy)
    assert (first.page, second.page) == (1, 2)
    assert first.kind == raw.FPDF_ANNOT_HIGHLIGHT
    assert first.author == "reportlint"
    assert first.text == "reportlint · 错误 NUM103 x\n关于97.59%"
    assert text(copy) == text(data)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [A4, A4[::-1]])
def test_the_box_is_seen_where_the_words_are(rotation: int, size: tuple[float, float]) -> None:
    data = drawn(LINES, rotation=rotation, size=size)
    found = flag(read(data), "97.59%")
    image = pixels(noted(data, found))
    ((left, top, right, bottom),) = found.anchor.place.boxes
    marked = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if _is_marked(image.getpixel((x, y)))
    ]
    xs, ys = [x for x, _ in marked], [y for _, y in marked]
    assert (min(xs), min(ys), max(xs) + 1, max(ys) + 1) == pytest.approx(
        (left, top, right, bottom), abs=3
    )
    assert len(marked) > 0.5 * (right - left) * (bottom - top)


def _is_marked(pixel: tuple[int, int, int]) -> bool:
    return all(abs(seen - meant) < 12 for seen, meant in zip(pixel, COLOR, strict=True))


def test_words_over_two_lines_are_one_note() -> None:
    data = drawn(LINES)
    document = read(data)
    found = flag(document, "97.59%")
    boxes = (*found.anchor.place.boxes, *flag(document, "12").anchor.place.boxes)
    wide = replace(found, anchor=replace(found.anchor, place=Place(1, boxes)))
    copy = noted(data, wide)
    assert len(notes(copy)) == 1
    image = pixels(copy)
    for left, top, right, bottom in boxes:
        box = (int(left), int(top), int(right), int(bottom))
        assert any(_is_marked(color) for _, color in image.crop(box).getcolors(10_000))


def test_what_has_no_place_becomes_an_icon_at_the_top() -> None:
    data = drawn(LINES, LINES)
    document = read(data)
    whole = replace(flag(document, "97.59%"), anchor=anchor_at(document, None))
    paged = replace(whole, anchor=replace(whole.anchor, place=Place(2)))
    beyond = replace(whole, anchor=replace(whole.anchor, place=Place(9)))
    found = notes(noted(data, whole, paged, beyond, *([whole] * 60)))
    assert {note.kind for note in found} == {raw.FPDF_ANNOT_TEXT}
    assert [note.page for note in found].count(2) == 1
    assert len(found) == 63


def test_twice_is_once_and_removed_is_gone() -> None:
    data = drawn(LINES, LINES)
    document = read(data)
    flags = [flag(document, "97.59%"), flag(document, "12")]
    once = noted(data, *flags)
    again = noted(once, *flags)
    assert [n.text for n in notes(again)] == [n.text for n in notes(once)]
    assert [n.name for n in notes(again)] == [n.name for n in notes(once)]
    gone = remove(again)
    assert notes(gone) == []
    assert text(gone) == text(data)
    assert pixels(gone).tobytes() == pixels(data).tobytes()


def test_notes_of_others_stay() -> None:
    data = drawn(LINES)
    own = noted(data, flag(read(data), "97.59%"))
    others = own.replace(b"reportlint", b"inspector1").replace(
        "reportlint".encode("utf-16-be"), "inspector1".encode("utf-16-be")
    )
    copy = noted(others, flag(read(data), "12"))
    assert sorted(note.author for note in notes(copy)) == ["inspector1", "reportlint"]
    assert [note.author for note in notes(remove(copy))] == ["inspector1"]


def test_other_programs_see_the_notes(tmp_path: Path) -> None:
    data = drawn(LINES)
    (tmp_path / "a.pdf").write_bytes(noted(data, flag(read(data), "97.59%")))
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        (note,) = pdf.pages[0].annots
    assert note["contents"].endswith("关于97.59%")
    assert str(note["data"]["Subtype"]) == "/'Highlight'"


def test_controls_in_a_note_are_spelled_out() -> None:
    data = drawn(LINES)
    hostile = replace(flag(read(data), "12"), message=Text("含\x00\x1b\u202e\ud800", ""))
    (note,) = notes(noted(data, hostile))
    assert note.text.endswith("含<0000><001B><202E><D800>")


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        remove(b"%PDF-1.7 rubbish")
