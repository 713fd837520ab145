"""Every character leads back to its box, checked with pdfplumber's own characters."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from drawn import Drawing, even, grid, prose, read

from reportlint.document import Block, Paragraph, Source, Table
from reportlint.result import Place

TEXT = "当年支出合计2940.05万元，其中基本支出2336.91万元，占79.49%，项目支出603.14万元，占20.51%；"


def printed_at(data: bytes, place: Place) -> str:
    found = ""
    with pdfplumber.open(BytesIO(data)) as pdf:
        page = pdf.pages[(place.page or 1) - 1]
        for x0, top, x1, bottom in place.boxes:
            for char in page.chars:
                x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
                if x0 <= x <= x1 and top <= y <= bottom:
                    found += char["text"]
    return found.replace(" ", "").replace("　", "")


def sources(blocks: tuple[Block, ...]) -> list[tuple[str, Source]]:
    found: list[tuple[str, Source]] = []
    for block in blocks:
        if isinstance(block, Table):
            found += [(c.text, c.source) for c in block.cells() if c.text]
        elif isinstance(block, Paragraph):
            found.append((block.text, block.source))
    return found


def check(data: bytes) -> int:
    """How many spans were found where they are said to be; asserts that all are."""
    count = 0
    for text, source in sources(read(data).blocks):
        for start in range(0, len(text), 7):
            end = min(start + 9, len(text))
            place = source.locate(start, end)
            here = printed_at(data, place)
            wanted = text[start:end]
            assert wanted.startswith(here) if len(here) < len(wanted) else here == wanted
            count += bool(here)
    return count


def test_spans_over_lines_have_a_box_for_each() -> None:
    data = prose([TEXT * 3])
    source = read(data).blocks[0].source
    place = source.locate(0, len(TEXT) * 3)
    assert place.page == 1
    assert len(place.boxes) >= 4
    assert check(data) > 10


def test_a_span_over_two_pages_stands_on_the_first() -> None:
    data = prose([TEXT * 60])
    source = read(data).blocks[0].source
    place = source.locate(0, len(TEXT) * 60)
    assert place.page == 1
    assert source.locate(len(TEXT) * 60 - 3, len(TEXT) * 60).page == 2


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_cells_of_turned_pages(turn: int) -> None:
    d = Drawing()
    d.canvas.setPageRotation(turn)
    grid(d, even(72, 120, 2), even(100, 24, 2), [["科目", "金额"], ["培训费", "1,204.05"]])
    data = d.data()
    for text, source in sources(read(data).blocks):
        assert sorted(printed_at(data, source.locate(0, len(text)))) == sorted(text)
