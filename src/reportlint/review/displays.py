"""Reports as last shown, so that the next page of flags does not read the file again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import TimeoutError as TooLong
from threading import Lock
from typing import Generic, TypeVar

from pebble import ProcessExpired

from reportlint.result import Text
from reportlint.review.jobs import Display, draw, read_display
from reportlint.review.workers import Workers
from reportlint.store.model import Document
from reportlint.writers.html.flowing import flow
from reportlint.writers.html.pane import Pane
from reportlint.writers.html.printed import Page, Picture, boxes_by_page
from reportlint.writers.html.spans import Mark

_KEPT_DISPLAYS, _KEPT_PICTURES = 8, 120

V = TypeVar("V")


class Displays:
    """Panes and pictures of reports, read in other processes."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._displays: _Recent[Display] = _Recent(_KEPT_DISPLAYS)
        self._pictures: _Recent[Picture | None] = _Recent(_KEPT_PICTURES)

    def pane(self, document: Document, marks: Sequence[Mark], pictures: str) -> Pane:
        """The left side with `marks`; `pictures` + number is the address of a page's picture."""
        display = self._displays.get(
            (document.location, document.sha256), lambda: self._read(document)
        )
        if display.document is not None:
            return Pane(blocks=flow(display.document, marks))
        if display.trouble is not None:
            return Pane(trouble=display.trouble)
        boxes = boxes_by_page(marks)
        shown = (
            Page(n, round(w, 2), round(h, 2), f"{pictures}{n}", tuple(boxes.get(n, ())))
            for n, (w, h) in enumerate(display.sizes, 1)
        )
        return Pane(pages=list(shown))

    def picture(self, document: Document, number: int) -> Picture | None:
        """A page as a picture, None where there is no such page."""
        key = (document.location, document.sha256, number)
        return self._pictures.get(key, lambda: self._draw(document, number))

    def _read(self, document: Document) -> Display:
        try:
            return self._workers.call(read_display, document.location, document.sha256)
        except (TooLong, ProcessExpired):
            return Display(trouble=_LOST)

    def _draw(self, document: Document, number: int) -> Picture | None:
        try:
            return self._workers.call(draw, document.location, document.sha256, number)
        except (TooLong, ProcessExpired):
            return None


_LOST = Text("显示原文的进程意外终止。", "The process that reads the report died.")


class _Recent(Generic[V]):
    """The last values used, by key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._values: OrderedDict[Hashable, V] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
