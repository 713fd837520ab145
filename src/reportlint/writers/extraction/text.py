"""Figures and claims as two tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Line

from reportlint.result.contract import Json
from reportlint.result.roles import ROLES
from reportlint.result.visible import visible
from reportlint.result.words import KINDS
from reportlint.writers import View
from reportlint.writers.extraction.contract import Extraction
from reportlint.writers.extraction.words import RELATIONS, SOURCES, STYLES, VERDICTS
from reportlint.writers.page import page, title

EXTENSION = ".txt"
_WHERE = 28
_WIDTH = 120


def render(items: Sequence[Extraction], view: View) -> str:
    """Every report with its figures and claims."""
    parts = [part for item in items for part in _report(item, view)]
    return page([*title(view), *parts], _wide(view)) if parts else ""


def index(files: Sequence[tuple[str, Extraction]], view: View) -> str:
    """One line per report: its file and how much was found."""
    entries = [_entry(name, item.document, view.lang) for name, item in files]
    return page([*title(view), *entries], _wide(view))


def _wide(view: View) -> View:
    """Tables of so many columns need room."""
    return replace(view, width=max(view.width, _WIDTH))


def _entry(name: str, document: Json, lang: str) -> Line:
    found = _counted(document, lang)
    return Line(f"{visible(name)}  {visible(document['path'])}  {found}")


def _counted(document: Json, lang: str) -> str:
    figures, claims = len(document["figures"]), len(document["claims"])
    if lang == "en":
        return f"{figures} figures, {claims} claims"
    return f"{figures} 个数字，{claims} 个勾稽关系"


def _report(item: Extraction, view: View) -> list[RenderableType]:
    document, lang = item.document, view.lang
    head = Line(visible(document["path"]), "bold underline")
    if item.trouble.zh:
        return [head, Line(visible(item.trouble.in_(lang)), "red"), Line()]
    quotes = {figure["id"]: figure["quote"] for figure in document["figures"]}
    parts: list[RenderableType] = [head, Line(_counted(document, lang), "dim")]
    if document["figures"]:
        parts.append(_figures(document["figures"], lang))
    if document["claims"]:
        parts.append(_claims(document["claims"], quotes, lang))
    return parts


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _figures(figures: Sequence[Json], lang: str) -> Table:
    zh = ("编号", "原文", "类型", "单位", "指标", "期间", "范围", "位置")
    en = ("id", "words", "kind", "unit", "indicator", "period", "scope", "where")
    table = _table(*(en if lang == "en" else zh))
    table.columns[1].no_wrap = True
    table.columns[-1].no_wrap, table.columns[-1].overflow = True, "ellipsis"
    table.columns[-1].max_width = _WHERE
    for figure in figures:
        where = figure["anchor"]["where"]
        cells = (
            figure["id"],
            figure["quote"],
            KINDS[figure["kind"]].in_(lang),
            figure["unit"],
            figure["indicator"],
            figure["period"],
            figure["scope"],
            where[-1] if where else "",
        )
        table.add_row(*(Line(visible(cell or "")) for cell in cells))
    return table


def _claims(claims: Sequence[Json], quotes: dict[str, str], lang: str) -> Table:
    zh = ("关系", "来源", "结果", "各数", "判定", "算式")
    en = ("relation", "source", "result", "operands", "verdict", "working")
    table = _table(*(en if lang == "en" else zh))
    for claim in claims:
        verdict = claim["verdict"]
        table.add_row(
            RELATIONS[claim["relation"]].in_(lang),
            SOURCES[claim["source"]].in_(lang),
            Line(visible(quotes.get(claim["result"] or "", ""))),
            Line(_operands(claim, quotes, lang)),
            Line(VERDICTS[verdict].in_(lang), STYLES.get(verdict, "")),
            Line(visible(claim["working"])),
        )
    return table


def _operands(claim: Json, quotes: dict[str, str], lang: str) -> str:
    operands = ((o["figure"], ROLES[o["role"]]) for o in claim["operands"])
    pairs = [(visible(quotes.get(figure, figure)), role) for figure, role in operands]
    if lang == "en":
        return "\n".join(f"{quote} ({role.en})" for quote, role in pairs)
    return "\n".join(f"{quote}（{role.zh}）" for quote, role in pairs)
