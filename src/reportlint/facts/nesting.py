"""Where the numbers of headings do not tell what belongs to what."""

from __future__ import annotations

import regex

from reportlint.facts.model import Outline, Section

_FIRST = regex.compile(r"第?[（(]?一(?![一二三四五六七八九十百])|[（(]?1(?!\d)|①")


def counts_from_one(section: Section) -> bool:
    """Whether a heading bears the first number of its kind."""
    return bool(_FIRST.match(section.number))


def restarted(outline: Outline, index: int) -> bool:
    """Whether the heading after section `index` counts from one again.

    Then what follows belongs to the section although its numbers are of the same rank.
    """
    following = outline.sections[index + 1 : index + 2]
    return any(
        counts_from_one(s) and not counts_from_one(outline.sections[index]) for s in following
    )
