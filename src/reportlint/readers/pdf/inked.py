"""The picture of a page: how crooked it is, and the ruling lines drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees
from statistics import median
from typing import Any

import cv2
import numpy as np

from reportlint.readers.pdf.recognised import Word

_LONG = 6
"""A word this many times as long as high tells how crooked the page is."""
_DARK = 160
"""Grey value below which a pixel is ink."""
_SHORTEST = 0.02
"""Of the longer side: no stroke of a character is as long as the shortest ruling line."""
_THICKEST = 9
"""Pixels."""
_BROKEN = 7
"""Pixels missing in a line that is still one."""

Image = np.ndarray[Any, np.dtype[Any]]
"""Rows of pixels, each a byte or three (red, green, blue)."""
Line = tuple[float, float, float]


def tilt(words: Sequence[Word]) -> float:
    """By how many radians the lines of text run downwards to the right; 0 where none is long."""
    angles = [
        atan2(w.corners[1][1] - w.corners[0][1], w.corners[1][0] - w.corners[0][0])
        for w in words
        if w.width > _LONG * w.height
    ]
    return median(angles) if angles else 0.0


def straightened(image: Image, angle: float) -> Image:
    """The picture turned back by `angle` about its middle, on white."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(angle), 1.0)
    turned: Image = cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))
    return turned


def ruling(image: Image, words: Sequence[Word]) -> tuple[list[Line], list[Line]]:
    """The vertical lines (x, top, bottom) and the horizontal ones (y, left, right), in pixels."""
    ink = (image.min(axis=2) < _DARK).astype(np.uint8)
    shortest = round(_SHORTEST * max(image.shape))
    down = _boxes(ink, (1, _BROKEN), (1, shortest))
    across = _boxes(ink, (_BROKEN, 1), (shortest, 1))
    vertical = [(x + w / 2, y, y + h) for x, y, w, h in down if w <= _THICKEST]
    horizontal = [(y + h / 2, x, x + w) for x, y, w, h in across if h <= _THICKEST]
    return (
        [line for line in vertical if not any(_stroke(line, word) for word in words)],
        [line for line in horizontal if not any(_bar(line, word) for word in words)],
    )


def _boxes(
    ink: Image, gap: tuple[int, int], least: tuple[int, int]
) -> list[tuple[float, float, float, float]]:
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap[::-1], np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(least[::-1], np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h, _ in stats[1:]]


def _stroke(line: Line, word: Word) -> bool:
    """Whether a vertical line is part of a character: it does not leave the word."""
    x, top, bottom = line
    half = word.height / 2
    inside = min(p[0] for p in word.corners) < x < max(p[0] for p in word.corners)
    return inside and top > word.middle - half and bottom < word.middle + half


def _bar(line: Line, word: Word) -> bool:
    """Whether a horizontal line is a stroke of a character: inside the word, and short."""
    y, left, right = line
    inside = min(p[0] for p in word.corners) <= left and right <= max(p[0] for p in word.corners)
    return inside and abs(y - word.middle) < word.height / 2 and right - left < 2 * word.height
