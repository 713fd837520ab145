"""Bulk calls into pdfium: one C-level loop per property instead of Python code per character.

pypdfium2's bindings convert every argument; addresses passed as plain integers do not need that,
which makes reading all boxes of a page several times faster. pdfium is not thread-safe, and
neither is anything here.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, Protocol

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_HANDLE = ctypes.c_void_p
_INT = ctypes.c_int
_CORNERS = 4
"""A rectangle is four floats (left, top, right, bottom)."""
_MATRIX = 6


def _function(name: str, result: type, *arguments: type) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    found: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(address or 0)
    return found


_char_unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
_char_box = _function("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _HANDLE)
_char_origin = _function("FPDFText_GetCharOrigin", _INT, _HANDLE, _INT, _HANDLE, _HANDLE)
_char_size = _function("FPDFText_GetFontSize", ctypes.c_double, _HANDLE, _INT)
_char_matrix = _function("FPDFText_GetMatrix", _INT, _HANDLE, _INT, _HANDLE)
_char_unmapped = _function("FPDFText_HasUnicodeMapError", _INT, _HANDLE, _INT)

_page_object = _function("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
_form_object = _function("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
_object_type = _function("FPDFPageObj_GetType", _INT, _HANDLE)
_object_bounds = _function(
    "FPDFPageObj_GetBounds", _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE
)
_object_matrix = _function("FPDFPageObj_GetMatrix", _INT, _HANDLE, _HANDLE)
_colour_arguments = (_HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_fill_colour = _function("FPDFPageObj_GetFillColor", _INT, *_colour_arguments)
_stroke_colour = _function("FPDFPageObj_GetStrokeColor", _INT, *_colour_arguments)
_draw_mode = _function("FPDFPath_GetDrawMode", _INT, _HANDLE, _HANDLE, _HANDLE)


class Wrapper(Protocol):
    """What pypdfium2 wraps: `raw` is the pointer."""

    @property
    def raw(self) -> object:
        """A ctypes pointer."""


def handle(wrapper: Wrapper) -> int:
    """The address behind one of pypdfium2's wrappers."""
    return ctypes.cast(wrapper.raw, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _addresses(buffer: array[Any], step: int, count: int) -> range:
    base = buffer.buffer_info()[0]
    width = step * buffer.itemsize
    return range(base, base + width * count, width) if count else range(0)


def unicodes(text_page: int, count: int) -> list[int]:
    """Code point of each character, 0 where there is none."""
    return list(map(_char_unicode, repeat(text_page), range(count)))


def unmapped(text_page: int, count: int) -> list[int]:
    """1 for each character whose font gives no meaning to its code."""
    return list(map(_char_unmapped, repeat(text_page), range(count)))


def loose_boxes(text_page: int, count: int) -> list[float]:
    """Left, top, right, bottom of each character by its advance width, y upwards."""
    buffer = array("f", bytes(16 * count))
    list(map(_char_box, repeat(text_page), range(count), _addresses(buffer, _CORNERS, count)))
    return buffer.tolist()


def origins(text_page: int, count: int) -> tuple[list[float], list[float]]:
    """Where each character stands on its baseline, x and y."""
    xs, ys = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    at = (_addresses(xs, 1, count), _addresses(ys, 1, count))
    list(map(_char_origin, repeat(text_page), range(count), *at))
    return xs.tolist(), ys.tolist()


def font_sizes(text_page: int, count: int) -> list[float]:
    """Font size of each character before its matrix."""
    return list(map(_char_size, repeat(text_page), range(count)))


def matrices(text_page: int, count: int) -> list[float]:
    """Six numbers a b c d e f for each character."""
    buffer = array("f", bytes(24 * count))
    list(map(_char_matrix, repeat(text_page), range(count), _addresses(buffer, _MATRIX, count)))
    return buffer.tolist()


def page_objects(page: pdfium.PdfPage) -> list[int]:
    """The objects of a page, in drawing order."""
    count = raw.FPDFPage_CountObjects(page)
    return [o for o in map(_page_object, repeat(handle(page)), range(max(count, 0))) if o]


def form_objects(form: int) -> list[int]:
    """The objects inside a form, in drawing order."""
    pointer = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
    count = raw.FPDFFormObj_CountObjects(pointer)
    return [o for o in map(_form_object, repeat(form), range(max(count, 0))) if o]


def object_types(objects: Sequence[int]) -> list[int]:
    """The kind of each object, one of pdfium's `FPDF_PAGEOBJ_*`."""
    return list(map(_object_type, objects))


def object_bounds(objects: Sequence[int]) -> list[float]:
    """Left, bottom, right, top of each object, line width included."""
    buffer = array("f", bytes(16 * len(objects)))
    first = _addresses(buffer, _CORNERS, len(objects))
    at = [range(first.start + k, first.stop + k, 16) for k in (0, 4, 8, 12)]
    list(map(_object_bounds, objects, *at))
    return buffer.tolist()


def object_matrix(obj: int) -> tuple[float, ...]:
    """Six numbers a b c d e f."""
    buffer = array("f", bytes(24))
    _object_matrix(obj, buffer.buffer_info()[0])
    return tuple(buffer)


def draw_modes(paths: Sequence[int]) -> tuple[list[int], list[int]]:
    """Fill mode (0 none) and whether it is stroked, of each path."""
    count = len(paths)
    fill, stroke = array("i", bytes(4 * count)), array("i", bytes(4 * count))
    list(map(_draw_mode, paths, _addresses(fill, 1, count), _addresses(stroke, 1, count)))
    return fill.tolist(), stroke.tolist()


def colours(paths: Sequence[int], stroke: bool) -> list[int]:
    """The darkest of red, green and blue (0–255) with which each path is stroked, or filled."""
    count = len(paths)
    ask = _stroke_colour if stroke else _fill_colour
    buffer = array("I", bytes(16 * count))
    first = _addresses(buffer, 4, count)
    at = [range(first.start + k, first.stop + k, 16) for k in (0, 4, 8, 12)]
    list(map(ask, paths, *at))
    return list(map(min, buffer[0::4], buffer[1::4], buffer[2::4]))


CLOSE = -1
"""Marks the end of a closed outline among `path_points`."""


def path_points(path: int, limit: int) -> list[tuple[int, float, float]]:
    """The segments of a path: pdfium's type (line 0, curve 1, move 2) and where it leads to.

    Empty for a path of more than `limit` segments.
    """
    pointer = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
    x, y = ctypes.c_float(), ctypes.c_float()
    count = raw.FPDFPath_CountSegments(pointer)
    found: list[tuple[int, float, float]] = []
    for index in range(count if count <= limit else 0):
        segment = raw.FPDFPath_GetPathSegment(pointer, index)
        if segment and raw.FPDFPathSegment_GetPoint(segment, x, y):
            found.append((raw.FPDFPathSegment_GetType(segment), x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                found.append((CLOSE, x.value, y.value))
    return found
