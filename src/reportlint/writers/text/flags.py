"""One flag as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from reportlint.result import Anchor, BasisStatus, Evidence, Flag, Severity, Text
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text import words
from reportlint.writers.text.excerpt import excerpt

_INDENT = 4
_SHOWN_EVIDENCE = 8


def flag_block(flag: Flag, view: View) -> Iterator[RenderableType]:
    """Code, message, the marked words, and what a reviewer needs to redo the check."""
    yield _indented(_title(flag, view.lang), 2)
    yield _indented(Line(visible(flag.message.in_(view.lang))))
    for text, carets in excerpt(flag.anchor, view.width - _INDENT - 4):
        yield _indented(Line("│ ", "dim").append(text, "default"))
        if carets:
            style = words.STYLES[flag.severity or Severity.INFO]
            yield _indented(Line("│ ", "dim").append(carets, style))
    yield _indented(_details(flag, view.lang))


def _indented(part: RenderableType, by: int = _INDENT) -> Padding:
    return Padding(part, (0, 0, 0, by))


def _title(flag: Flag, lang: str) -> Line:
    severity = flag.severity or Severity.INFO
    line = Line(words.SEVERITIES[severity].in_(lang), words.STYLES[severity])
    line.append(f" {flag.code}", "bold").append(f" {flag.name}", "default")
    doubt = words.CONFIDENCES[flag.confidence].in_(lang)
    for remark in (doubt, _position(flag.anchor, lang)):
        if remark:
            line.append(f" · {remark}", "dim")
    return line


def _position(anchor: Anchor, lang: str) -> str:
    """Page or line, where the format has them."""
    page, part = anchor.place.page, anchor.place.part or {}
    if page is not None:
        return f"p. {page}" if lang == "en" else f"第{page}页"
    if "line" in part:
        return f"line {part['line']}" if lang == "en" else f"第{part['line']}行"
    return ""


def _details(flag: Flag, lang: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _rows(flag, lang):
        grid.add_row(label.in_(lang), Line(visible(value)))
    return grid


def _rows(flag: Flag, lang: str) -> Iterator[tuple[Text, str]]:
    rows = (
        (words.WORKING, flag.working_in(lang)),
        (words.EXPECTED, flag.expected or ""),
        (words.EVIDENCE, _evidence(flag.evidence, lang)),
        (words.CANDIDATES, "、".join(anchor.quote for anchor in flag.candidates)),
        (words.ADVICE, flag.advice.in_(lang)),
        (words.ALSO, ", ".join(flag.also)),
        (words.WHERE, " › ".join(filter(None, flag.anchor.where))),
        (words.BASIS, _basis(flag, lang)),
        (words.SUPPRESSED, flag.suppressed or ""),
    )
    return ((label, value) for label, value in rows if value)


def _evidence(evidence: tuple[Evidence, ...], lang: str) -> str:
    shown = groupby(evidence[:_SHOWN_EVIDENCE], key=lambda e: e.role)
    groups = [_of_one_role(role, list(found), lang) for role, found in shown]
    more = len(evidence) - _SHOWN_EVIDENCE
    if more > 0:
        groups.append(f"+{more}" if lang == "en" else f"另 {more} 处")
    return ("; " if lang == "en" else "；").join(groups)


def _of_one_role(role: str, evidence: Sequence[Evidence], lang: str) -> str:
    known = words.ROLES.get(role)
    label = known.in_(lang) if known else role
    quotes = (", " if lang == "en" else "、").join(e.anchor.quote or "—" for e in evidence)
    if not label:
        return quotes
    return f"{quotes} ({label})" if lang == "en" else f"{quotes}（{label}）"


def _basis(flag: Flag, lang: str) -> str:
    basis = flag.basis
    if basis is None or basis.status in {BasisStatus.ARITHMETIC, BasisStatus.OWN_WORDS}:
        return ""
    doubtful = basis.status is BasisStatus.UNVERIFIED
    remark = words.UNVERIFIED.in_(lang)
    tail = "" if not doubtful else f" ({remark})" if lang == "en" else f"（{remark}）"
    return f"{basis.document} {basis.clause}".strip() + tail
