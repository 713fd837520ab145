"""PDFs whose pages, objects or operators never end."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import pytest
from confined import confined

from reportlint.config import Limits

SHOWN = b"BT /F 12 Tf 50 50 Td (Total 12.5) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"


def document(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalogue."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(places) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows)
    return b"%s%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        *(bytes(data), table, count, len(data)),
    )


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(content), content)


def single(content: bytes, head: bytes = b"", extra: bytes = b"", *more: bytes) -> bytes:
    """One page with this content."""
    kept = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R"
    )
    page = kept + b">>" + extra + b">>>>"
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    parts = (b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream(content, head), FONT, *more)
    return document(parts)


def many_pages() -> bytes:
    """100,000 pages in one row."""
    count = 100_000
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    pages = b"<</Type/Pages/Count %d/MediaBox[0 0 500 500]/Kids[%s]>>" % (count, kids)
    page = b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    head = (b"<</Type/Catalog/Pages 2 0 R>>", pages, stream(SHOWN), FONT)
    return document([*head, *[page] * count])


def deep_pages() -> bytes:
    """A tree of pages that is 20,000 deep."""
    count = 20_000
    nodes = [
        b"<</Type/Pages/Count 1/MediaBox[0 0 9 9]/Kids[%d 0 R]>>" % (n + 3) for n in range(count)
    ]
    return document([b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/Parent 2 0 R>>"])


def ring_of_pages() -> bytes:
    """A tree of pages that leads back to its root."""
    pages = b"<</Type/Pages/Count 9/Kids[3 0 R 2 0 R 3 0 R]>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R"
    )
    return document(
        [b"<</Type/Catalog/Pages 2 0 R>>", pages, page + b">>>>>>", stream(SHOWN), FONT]
    )


def form_in_itself() -> bytes:
    form = stream(
        SHOWN + b" /X Do /X Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    )
    return single(b"/X Do", b"", b"/XObject<</X 6 0 R>>", form)


BOMBS: dict[str, Callable[[], bytes]] = {
    "deep tree": deep_pages,
    "ring": ring_of_pages,
    "nested arrays": lambda: single(SHOWN, b"/X" + b"[" * 100_000),
    "nested dictionaries": lambda: single(SHOWN, b"/X" + b"<<" * 100_000),
    "packed content": lambda: single(zlib.compress(b" " * 300_000_000, 9), b"/Filter/FlateDecode"),
    "packed twice": lambda: single(
        zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9), b"/Filter[/FlateDecode/FlateDecode]"
    ),
    "saved states": lambda: single(b"q " * 500_000 + SHOWN),
    "characters": lambda: single(b"BT /F 1 Tf (" + b"1" * 1_000_000 + b") Tj ET"),
    "lines": lambda: single(b"".join(b"0 %d m 500 %d l S " % (n, n) for n in range(50_000))),
    "grid": lambda: single(
        b"".join(b"%d 0 m %d 500 l S 0 %d m 500 %d l S " % (n, n, n, n) for n in range(500))
    ),
    "overprinted": lambda: single(SHOWN * 20_000),
    "long number": lambda: single(b"BT /F 1 Tf " + b"9" * 1_000_000 + b" 0 Td (1) Tj ET"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_it_is_stopped(name: str) -> None:
    ending = confined(BOMBS[name](), "a.pdf", Limits(seconds=10, ocr_seconds=0))
    assert ending.status in {"document", "damaged", "over a limit", "empty"}, ending


def test_a_form_that_doubles_within_itself_ends_its_own_process_at_most() -> None:
    # pdfium unfolds it while it loads the page, and gives up only when there is no memory left.
    ending = confined(form_in_itself(), "a.pdf", Limits(seconds=10, ocr_seconds=0))
    assert ending.status in {"document", "damaged", "over a limit", "killed"}, ending
    assert ending.said != "SIGXCPU"


def test_pages_without_end_are_read_up_to_the_limit() -> None:
    ending = confined(many_pages(), "a.pdf", Limits(max_pages=100))
    assert ending.status == "document", ending
    assert ending.says("DOC005")
    assert ending.says("100 of 100000 pages")
    assert ending.says("max_pages")
