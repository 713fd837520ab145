"""`python -m reportlint.readers.pdf.recognition PAGES BYTES PIXELS`: a PDF on stdin, its text out.

Recognises the characters in the picture of each page (rapidocr, with the models that its wheel
carries). One JSON line per page: {page, size, turns, chars: [[text, x0, x1, middle, size, score],
…], vertical: [[x, top, bottom], …], horizontal: [[y, left, right], …]}, in points of the frame in
which the text runs left to right; `size` is that of the page as displayed, `turns` the quarter
turns clockwise between the two. BYTES and PIXELS limit memory and the pictures on a page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reportlint.readers.pdf.characters import meaning
from reportlint.readers.pdf.inked import Image, ruling, straightened, tilt
from reportlint.readers.pdf.recognised import (
    Output,
    Word,
    certainty,
    characters,
    mostly_upright,
    words_of,
)

_LONGEST = 2000
"""Pixels of the longer side of the picture: 170 dpi for A4, where 小五 is 21 pixels high."""
_LONGEST_TO_DETECT = 1472
"""The same where only lines of text are looked for: all else costs memory, and finds no more."""
_DENSEST = 200 / 72
"""Pixels to a point at most."""
_TILTED = 0.003
"""Radians from which a crooked scan is put straight and read again."""
_UPSIDE_DOWN = 0.8
"""Mean score of characters below which a page may stand on its head."""
_DEEPEST_FORM = 3

Engine = Callable[[Image], Output]


def main(pages: str, memory: int, pixels: int) -> None:
    """Print what is recognised on the pages (numbers between commas) of the file on stdin."""
    _limit_memory(memory)
    engine = _engine()
    pdf = pdfium.PdfDocument(sys.stdin.buffer.read())
    for number in map(int, pages.split(",")):
        page = pdf[number - 1]
        found = {"skipped": True} if _too_large(page, pixels) else _recognised(engine, page)
        print(json.dumps({"page": number, **found}), flush=True)
        page.close()


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))


def _engine() -> Engine:
    from rapidocr import RapidOCR

    engine: Engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.return_word_box": True,
            "Global.return_single_char_box": True,
            "Global.max_side_len": _LONGEST,
            "Global.use_cls": False,
            "Det.limit_type": "max",
            "Det.limit_side_len": _LONGEST_TO_DETECT,
            "Rec.rec_batch_num": 2,
        }
    )
    return engine


def _too_large(page: pdfium.PdfPage, most: int) -> bool:
    """Whether a picture on the page has more pixels than may be unpacked."""
    for picture in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM):
        width, height = picture.get_px_size()
        if width * height > most:
            return True
    return False


def _recognised(engine: Engine, page: pdfium.PdfPage) -> dict[str, Any]:
    size = page.get_size()
    scale = min(_LONGEST / max(*size, 1), _DENSEST)
    # Without annotations: a note on a page is no part of what was scanned.
    drawn = page.render(scale=scale, rev_byteorder=True, draw_annots=False)
    image = np.ascontiguousarray(drawn.to_numpy()[..., :3])
    image, words, turns = _read_upright(engine, image)
    angle = tilt(words)
    if abs(angle) > _TILTED:
        image = straightened(image, angle)
        words = words_of(engine(image))
    vertical, horizontal = ruling(image, words)
    return {
        "size": size,
        "turns": turns,
        "chars": [_sent(char, scale) for char in characters(words)],
        "vertical": [[value / scale for value in line] for line in vertical],
        "horizontal": [[value / scale for value in line] for line in horizontal],
    }


def _read_upright(engine: Engine, image: Image) -> tuple[Image, Sequence[Word], int]:
    """The picture turned so that its lines run to the right, what it says, and the turns."""
    words = words_of(engine(image))
    tried = [(certainty(words), 0, image, words)]
    for turns in _other_turns(words):
        turned = np.ascontiguousarray(np.rot90(image, -turns))
        found = words_of(engine(turned))
        tried.append((certainty(found), turns, turned, found))
    _, turns, image, words = max(tried, key=lambda one: one[0])
    return image, words, turns


def _other_turns(words: Sequence[Word]) -> tuple[int, ...]:
    """How else the page may have to be turned, by what was found as it is."""
    if not words:
        return ()
    if not mostly_upright(words):
        return 1, 3
    characters = sum(len(word.chars) for word in words)
    return (2,) if certainty(words) < _UPSIDE_DOWN * characters else ()


def _sent(char: tuple[str, float, float, float, float, float], scale: float) -> list[Any]:
    text, x0, x1, middle, size, score = char
    plain = "".join(meaning(ord(c)) for c in text)
    return [plain, x0 / scale, x1 / scale, middle / scale, size / scale, round(score, 4)]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
