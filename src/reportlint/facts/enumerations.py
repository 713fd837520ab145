"""A count and the names listed after it: 下属单位4个，分别为……."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, FigureKind, Span

FEWEST, MOST = 2, 40
LONGEST_NAME = 24

_UNITS = (
    r"(?:科室|处室|股室|室|部门|单位|机构|县|区|镇|乡|街道|社区|村|学校|医院|中心|公司|企业|站所?|所|院|局|科"
    r"|委|办|项目|标段|工程|课题|园区|基地|平台|系统|小区|市|馆|组|大队|支队|协会)"
)
_CUE = regex.compile(
    r"\p{Han}{0,14}?(?:[，,（(：:]\s*)?(?:即|分别为|分别是|具体为|具体是|依次为|依次是)[：:]?"
    rf"|\p{{Han}}{{0,12}}{_UNITS}[：:]|\p{{Han}}{{0,12}}{_UNITS}——"
)
_STOP = regex.compile(r"[。；;！!？?\n]")
_BRACKET = regex.compile(r"[（(][^（）()]*[）)]|《[^《》]*》|“[^“”]*”")
_OPEN = regex.compile(
    r"等(?=$|[，,。；）\d一二三四五六七八九十余多若各其]|[^级]{0,4}(?:个|家|项))|…|\.{3}|之一"
)
_NUMBERED = regex.compile(
    r"\d+(?:\.\d+)?\s*(?:个|家|项|人|名|万|元|%|％|分|户|处|条|座|次|公里|平方|亩)|一是|[①②]|[（(]\d[）)]"
)
_AND = regex.compile(r"以及|和|及|与")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A count with the list behind it, and how many names that list may hold."""

    count: Figure
    names: Span
    fewest: int
    most: int

    @property
    def fits(self) -> bool:
        """Whether the count is one that the list allows."""
        value = self.count.value
        return value is not None and self.fewest <= value <= self.most


def enumerations(facts: Facts) -> Iterator[Enumeration]:
    """Every closed list of names that says how many there are, in document order."""
    for figure in facts.figures.values():
        if figure.numeral.kind is FigureKind.COUNT and _is_plain(figure):
            text = block_text(facts.document.blocks[figure.block], figure.cell)
            if found := _list_after(text, figure):
                yield found


def _is_plain(figure: Figure) -> bool:
    value = figure.value
    whole = value is not None and value.denominator == 1 and FEWEST <= value <= MOST
    return whole and figure.numeral.hedge is None


def _list_after(text: str, figure: Figure) -> Enumeration | None:
    cue = _CUE.match(text, figure.end)
    if cue is None:
        return None
    rest = text[cue.end() :]
    stop = _STOP.search(rest)
    listed = rest[: stop.start()] if stop else rest
    opened = cue.group().count("（") + cue.group().count("(")
    if opened:
        listed = regex.split(r"[）)]", listed)[0]
    names = _names(listed)
    if names is None:
        return None
    fewest = len(names)
    most = sum(len([n for n in _AND.split(name) if n]) for name in names)
    span = Span(figure.block, cue.end(), cue.end() + len(listed), figure.cell)
    return Enumeration(figure, span, fewest, max(fewest, most))


def _names(listed: str) -> list[str] | None:
    """The names of a list; None where it is open, numbered, or not surely a list of names."""
    plain = _BRACKET.sub(_hidden, listed)
    if "、" not in plain or any(c in plain for c in "（）()《》“”：:"):
        return None
    head, _, tail = plain.partition("，")
    if "、" not in head or "、" in tail or _OPEN.search(plain) or _NUMBERED.search(plain):
        return None
    names = [name.strip() for name in head.split("、")]
    return names if all(0 < len(n) <= LONGEST_NAME for n in names) else None


def _hidden(match: regex.Match[str]) -> str:
    """A bracket counts for nothing, a title or quotation for one name."""
    return "" if match.group()[0] in "（(" else "名" * min(len(match.group()), 4)
