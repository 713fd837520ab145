"""Pictures of pages, printed with whatever Chinese font there is, as a PDF without text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "C:/Windows/Fonts/simsun.ttc",
)
DPI = 150
SIZE = 1240, 1754


def font(size: int) -> ImageFont.FreeTypeFont:
    """A Chinese font of so many pixels; the test is skipped where there is none."""
    for path in FONTS:
        if Path(path).is_file():
            return ImageFont.truetype(path, size)
    pytest.skip("needs ocr: no Chinese font to print a scan with")


def sheet(lines: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Image.Image:
    """A page with lines of text and a ruled table under them."""
    image = Image.new("L", SIZE, 255)
    draw, type_ = ImageDraw.Draw(image), font(32)
    y = 140
    for line in lines:
        draw.text((150, y), line, font=type_, fill=20)
        y += 64
    table(draw, y + 30, rows)
    return image


def table(draw: ImageDraw.ImageDraw, top: int, rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    xs = [150 + 300 * k for k in range(len(rows[0]) + 1)]
    for r in range(len(rows) + 1):
        draw.line((xs[0], top + 56 * r, xs[-1], top + 56 * r), fill=0, width=2)
    for x in xs:
        draw.line((x, top, x, top + 56 * len(rows)), fill=0, width=2)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            draw.text((x + 20, top + 6 + 56 * r), text, font=font(30), fill=20)


def pdf(*pages: Image.Image) -> bytes:
    """The pages as a PDF."""
    buffer = BytesIO()
    first, *rest = pages
    first.save(buffer, "PDF", save_all=True, append_images=rest, resolution=DPI)
    return buffer.getvalue()
