"""`python -m reportlint.readers.pdf.plumber PAGES`: a PDF on stdin, its characters on stdout.

One JSON line per page: {page, size, chars: [[text, x0, x1, middle, size], …]}, in points from the
top left of the page as displayed.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from io import BytesIO
from typing import Any

_MEMORY = 1_000_000_000
"""Bytes of address space that the process may take, where the system can limit it."""


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _sent(
    char: Mapping[str, Any], left: float, top: float
) -> tuple[str, float, float, float, float]:
    middle = (char["top"] + char["bottom"]) / 2 - top
    size = char["size"] or char["bottom"] - char["top"]
    return char["text"], char["x0"] - left, char["x1"] - left, middle, size


def main(pages: str) -> None:
    """Print the characters of the pages (numbers between commas) of the file on stdin."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    _limit_memory()
    with pdfplumber.open(BytesIO(sys.stdin.buffer.read())) as pdf:
        for number in map(int, pages.split(",")):
            page = pdf.pages[number - 1]
            left, top, right, bottom = page.cropbox
            chars = [_sent(char, left, top) for char in page.chars if char["upright"]]
            message = {"page": number, "size": (right - left, bottom - top), "chars": chars}
            print(json.dumps(message, default=float), flush=True)
            page.close()


if __name__ == "__main__":
    main(sys.argv[1])
