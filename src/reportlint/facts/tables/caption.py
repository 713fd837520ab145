"""The title of a table and the unit that holds for its amounts."""

from __future__ import annotations

import re

from reportlint.document import Document, Paragraph
from reportlint.facts.tables.grid import Grid, squeeze
from reportlint.facts.tables.terms import terms

REACH = 4
"""How many blocks above a table may hold its title and unit."""

LONGEST = 60

_UNIT = re.compile(
    r"(?:金额)?(?:计量)?单位[:：]?(?:人民币)?\(?((?:百|千|万|亿|十万|千万)?元)\)?|"
    r"\((?:人民币)?(?:单位[:：]?)?((?:百|千|万|亿)?元)\)|"
    r"单位[:：](?:[^\s、/()]{1,4}[、/])*((?:百|千|万|亿)?元)|"
    r"单位[:：]([个人件项台套亩辆户次名所家份]|人次|公里|平方米)$"
)
_STATED = re.compile(r"单位[:：]")
_FOLIO = re.compile(
    r"(?:公开|财决公开|预算公开|部门公开)?\d{0,2}表\d*|(?:附[件表]|表)[\d一二三四五六七八九十-]*"
)


def caption_and_unit(document: Document, block: int, grid: Grid) -> tuple[str, str]:
    """The table's title and its unit of money, "" where none is given."""
    inside = _inside(grid)
    above = _above(document, block)
    unit = _first_unit(inside) or _first_unit(above)
    titles = [_title(t) for t in (*inside, *above) if _is_title(t)]
    named = [t for t in titles if t.endswith(("表", "续表"))]
    return next(iter(named or titles), ""), unit


def _inside(grid: Grid) -> list[str]:
    """Texts of leading rows over the whole width, before the header."""
    found: list[str] = []
    for row in range(min(grid.height, REACH)):
        cells = grid.distinct(row)
        stated = any(_STATED.search(t) for _, t in cells)
        if len(cells) > 1 and not (stated and len(cells) <= 3):
            break
        found.extend(t for _, t in cells if grid.width > 1)
    return found


def _above(document: Document, block: int) -> list[str]:
    """Paragraphs above the table, nearest first, up to another table or a long paragraph."""
    found: list[str] = []
    for index in range(block - 1, max(-1, block - 1 - REACH), -1):
        candidate = document.blocks[index]
        if not isinstance(candidate, Paragraph):
            break
        text = squeeze(candidate.text)
        if len(text) > LONGEST and not _UNIT.search(text[-20:]):
            break
        if text:
            found.append(text)
    return found


def _first_unit(texts: list[str]) -> str:
    for text in texts:
        if found := _UNIT.search(text):
            return next(str(unit) for unit in found.groups() if unit)
    return ""


def _is_title(text: str) -> bool:
    if terms().has("caption_stop", text) or _FOLIO.fullmatch(text) or len(text) > LONGEST:
        return False
    return bool(_title(text)) and not text.endswith(("。", "；", ";"))


def _title(text: str) -> str:
    bare = re.sub(r"(?:编制|填报)?(?:部门|单位)(?:名称)?[:：][^:：]*$", "", _UNIT.sub("", text))
    return bare.strip(":：").removesuffix("()")
