"""Whose figures follow: the project that a paragraph has just named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportlint.facts.claims.layout import Layout
from reportlint.facts.model import Indicator
from reportlint.lexicon.cues import any_of

_NUMBER = r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．\s]*|[一二三四五六七八九十]是[：:]?)"
_OF_THE_UNIT = ("level:year", "level:total")


@dataclass(frozen=True, slots=True)
class _Named:
    """A project's name, from where to where its figures may follow."""

    start: int
    end: int
    name: str
    project: bool = True


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(rf"[“\"「](?P<name>[^”\"」，。；]{{2,40}})[”\"」]{any_of('project_nouns')}")


@cache
def _opening() -> re.Pattern[str]:
    noun = any_of("project_nouns")
    return re.compile(
        rf"(?:(?P<number>{_NUMBER})|^)\s*(?P<name>[^，。；：:、\s（(]{{2,40}}?){noun}"
        rf"(?P<mark>[：:。]|\s|$|绩效)"
    )


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"{any_of('project_generic')}")


class Projects:
    """The projects of a paragraph and where each of them holds."""

    def __init__(self, layout: Layout, where: Sequence[str]) -> None:
        self._named = sorted(_find(layout), key=lambda n: n.start)
        self._starts = [n.start for n in self._named]
        self._above = _heading(where)

    def at(self, position: int, indicator: Indicator) -> str:
        """The project whose quantity a figure there is; "" for the unit's own."""
        for named in reversed(self._named[: bisect_right(self._starts, position)]):
            if position < named.end and not (named.project and _of_the_unit(indicator)):
                return named.name
        return "" if _of_the_unit(indicator) else self._above


def _of_the_unit(indicator: Indicator) -> bool:
    return any(level in indicator.facets for level in _OF_THE_UNIT)


def _find(layout: Layout) -> Iterator[_Named]:
    text = layout.text
    yield from _of_units(layout)
    for match in _quoted().finditer(text):
        yield _Named(match.start(), _end(layout, match.start()), match["name"])
    for start in layout.sentences:
        found = _opening().match(text, start)
        marked = found and (found["number"] or found["mark"] in "：:")
        if found and marked and not _generic().search(found["name"]):
            yield _Named(start, len(text), found["name"])


@cache
def _units() -> re.Pattern[str]:
    return re.compile(
        rf"(?:其中[，：:]?)?(?P<name>[^，。；：:\d（(]{{0,12}}?{any_of('unit_nouns')})"
        rf"(?:的|20\d\d年度?)?(?={any_of('unit_figures')})"
    )


def _of_units(layout: Layout) -> Iterator[_Named]:
    """局机关本级收入总计…；甲单位基本支出…: a unit's figures, to the end of the part."""
    for number, start in enumerate(layout.parts):
        found = _units().match(layout.text, start)
        if found and not _whole_unit().search(found["name"]):
            after = layout.parts[number + 1 :]
            yield _Named(start, after[0] if after else len(layout.text), found["name"], False)


@cache
def _whole_unit() -> re.Pattern[str]:
    return re.compile(rf"{any_of('unit_generic')}")


def _end(layout: Layout, start: int) -> int:
    """A project named in a list (其中“甲”项目…) holds to the next ；, any other to the end."""
    sentence = layout.sentences[layout.sentence(start)]
    part = layout.part(start)
    listed = re.search(any_of("opens"), layout.text[sentence:start])
    after = layout.parts[part + 1] if part + 1 < len(layout.parts) else len(layout.text)
    return after if listed else len(layout.text)


def _heading(where: Sequence[str]) -> str:
    if len(where) < 2:
        return ""
    found = _opening().match(where[-1].strip())
    if found is None or found.end() < len(where[-1].strip()):
        return ""
    return "" if _generic().search(found["name"]) else found["name"]
