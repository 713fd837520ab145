"""The items of a text that lists them: 一是…二是…, （一）…（二）…, 1.…2.…"""

from __future__ import annotations

from dataclasses import dataclass

import regex

_HAN = "[一二三四五六七八九十]{1,3}"
_MARKS = tuple(
    regex.compile(rf"(?:^|(?<=[。；;：:\n，,]))[ \t\u3000]*(?:{mark})")
    for mark in (
        rf"{_HAN}是(?!否)",
        rf"第{_HAN}(?:[，、,]|是)",
        rf"[（(]{_HAN}[）)]",
        r"\d{1,2}[.、．](?!\d)",
        r"[（(]\d{1,2}[）)]",
        r"[①-⑳]",
        rf"{_HAN}、",
    )
)
LIST = 2
"""A list has at least so many items."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: where its words stand, without the mark before them."""

    start: int
    end: int
    text: str


def items(text: str) -> tuple[Item, ...]:
    """The items under the outermost marks of a text; none if it lists nothing."""
    found = [list(mark.finditer(text)) for mark in _MARKS]
    lists = [matches for matches in found if len(matches) >= LIST]
    if not lists:
        return ()
    outer = min(lists, key=lambda matches: matches[0].start())
    ends = [*(m.start() for m in outer[1:]), len(text)]
    return tuple(_item(text, m.end(), end) for m, end in zip(outer, ends, strict=True))


def _item(text: str, start: int, end: int) -> Item:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Item(start + lead, start + len(words.rstrip()), words.strip())
