"""Automatic numbering: the label that Word prints before a paragraph and never stores."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlint.readers.docx.names import Element, W, number, switched_on, value
from reportlint.readers.docx.ordinals import render
from reportlint.readers.docx.styles import Styles, numbered_by

LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")
CLOSED = tuple("、）)．，,:：；;】〕》")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the level (1-based) that restarts it, 0 never, None any."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A numbered list: the counter it shares (`abstract`), its levels, its own starts."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class _State:
    """How far each counter has come."""

    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[int, int]] = field(default_factory=set)


class Numbering:
    """The lists of a document. Asking for a label moves its counter on."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[int, Element] = {}
        for element in [] if root is None else root:
            if element.tag == W + "abstractNum":
                self._abstracts[element.get(W + "abstractNumId", "")] = element
            elif element.tag == W + "num" and (key := element.get(W + "numId", "")).isdecimal():
                self._nums[int(key)] = element
        self._lists: dict[int, List | None] = {}
        self._state = _State()

    def label(self, properties: Element | None, style: str | None) -> str:
        """The label of the next paragraph with these properties, with the blank behind it."""
        num_id, level = self._reference(properties, style)
        found = self._list(num_id) if num_id else None
        if num_id is None or found is None or level not in found.levels:
            return ""
        counts = self._advance(num_id, level, found)
        return _printed(found, level, counts)

    def _reference(self, properties: Element | None, style: str | None) -> tuple[int | None, int]:
        """The list and level of a paragraph: its own, else those of its style."""
        own = numbered_by(properties)
        inherited, by = self._styles.numbered(style)
        if own is not None and own.num_id is not None:
            return own.num_id, own.level or 0
        level = own.level if own is not None and own.level is not None else inherited.level
        if inherited.num_id is None:
            return None, 0
        if level is None:
            level = self._level_of_style(inherited.num_id, by)
        return inherited.num_id, level

    def _level_of_style(self, num_id: int, style: str | None) -> int:
        found = self._list(num_id)
        levels = found.levels if found else {}
        return next((n for n, level in levels.items() if style and level.style == style), 0)

    def _list(self, num_id: int) -> List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._build(num_id)
        return self._lists[num_id]

    def _build(self, num_id: int) -> List | None:
        num = self._nums.get(num_id)
        key = value(num, W + "abstractNumId")
        abstract = self._followed(key)
        if num is None or key is None or abstract is None:
            return None
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in num.findall(W + "lvlOverride"):
            levels |= _levels(override)
            at, start = _index(override), number(override, W + "startOverride")
            if start is not None:
                starts[at] = start
        return List(abstract.get(W + "abstractNumId", key), levels, starts)

    def _followed(self, key: str | None) -> Element | None:
        """The abstract list, through a link to a list style where there is one."""
        abstract = self._abstracts.get(key or "")
        link = value(abstract, W + "numStyleLink")
        if link is None:
            return abstract
        for other in self._abstracts.values():
            if value(other, W + "styleLink") == link:
                return other
        return abstract

    def _advance(self, num_id: int, level: int, found: List) -> list[int | None]:
        counts = self._state.counts.setdefault(found.abstract, [None] * LEVELS)
        current = counts[level]
        if level in found.starts and (num_id, level) not in self._state.begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = found.levels[level].start if current is None else current + 1
        self._state.begun.add((num_id, level))
        for deeper in range(level + 1, LEVELS):
            if _restarts(found.levels.get(deeper), level):
                counts[deeper] = None
        return counts


def _levels(parent: Element) -> dict[int, Level]:
    return {_index(element): _level(element) for element in parent.findall(W + "lvl")}


def _index(element: Element) -> int:
    text = element.get(W + "ilvl", "0")
    return min(int(text), LEVELS - 1) if text.isdecimal() else 0


def _level(element: Element) -> Level:
    start = number(element, W + "start")
    return Level(
        start=1 if start is None else start,
        format=value(element, W + "numFmt") or "decimal",
        text=value(element, W + "lvlText") or "",
        restart=number(element, W + "lvlRestart"),
        legal=switched_on(element, W + "isLgl"),
        suffix=value(element, W + "suff") or "tab",
        style=value(element, W + "pStyle"),
    )


def _restarts(level: Level | None, by: int) -> bool:
    """Whether a paragraph of level `by` (0-based, higher up) makes `level` start again."""
    if level is None or level.restart is None:
        return True
    return by < level.restart


def _printed(found: List, level: int, counts: list[int | None]) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return ""

    def part(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        of = found.levels.get(index, Level())
        count = counts[index]
        legal = own.legal and of.format != "none"
        return render("decimal" if legal else of.format, of.start if count is None else count)

    text = PLACEHOLDER.sub(part, own.text).strip()
    if not text or own.suffix == "nothing" or text.endswith(CLOSED):
        return text
    return text + " "
