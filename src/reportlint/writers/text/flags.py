"""One flag as people read it."""

from __future__ import annotations

from collections.abc import Iterator

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
    place = place_of(flag.anchor, lang)
    for remark in (doubt, place):
        if remark:
            line.append(f" · {remark}", "dim")
    return line


def place_of(anchor: Anchor, lang: str) -> str:
    """Where the words stand: page or line, then headings and table labels."""
    parts = [visible(step) for step in anchor.where if step]
    where = " › ".join(parts)
    page, part = anchor.place.page, anchor.place.part or {}
    if page is not None:
        number = f"p. {page}" if lang == "en" else f"第{page}页"
    elif "line" in part:
        number = f"line {part['line']}" if lang == "en" else f"第{part['line']}行"
    else:
        number = ""
    return " · ".join(filter(None, (number, where)))


def _details(flag: Flag, lang: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _rows(flag, lang):
        grid.add_row(label.in_(lang), Line(visible(value)))
    return grid


def _rows(flag: Flag, lang: str) -> Iterator[tuple[Text, str]]:
    rows = (
        (words.WORKING, flag.working),
        (words.EXPECTED, flag.expected or ""),
        (words.EVIDENCE, _evidence(flag.evidence, lang)),
        (words.CANDIDATES, "、".join(anchor.quote for anchor in flag.candidates)),
        (words.ADVICE, flag.advice.in_(lang)),
        (words.ALSO, ", ".join(flag.also)),
        (words.BASIS, _basis(flag, lang)),
        (words.SUPPRESSED, flag.suppressed or ""),
    )
    return ((label, value) for label, value in rows if value)


def _evidence(evidence: tuple[Evidence, ...], lang: str) -> str:
    shown = [_role(e, lang) for e in evidence[:_SHOWN_EVIDENCE]]
    more = len(evidence) - len(shown)
    rest = [f"+{more}" if lang == "en" else f"另 {more} 处"] if more else []
    return ("; " if lang == "en" else "；").join(shown + rest)


def _role(evidence: Evidence, lang: str) -> str:
    role = words.ROLES.get(evidence.role)
    label = role.in_(lang) if role else evidence.role
    quote = evidence.anchor.quote or "—"
    if not label:
        return quote
    return f"{quote} ({label})" if lang == "en" else f"{quote}（{label}）"


def _basis(flag: Flag, lang: str) -> str:
    basis = flag.basis
    if basis is None or basis.status in {BasisStatus.ARITHMETIC, BasisStatus.OWN_WORDS}:
        return ""
    doubtful = basis.status is BasisStatus.UNVERIFIED
    remark = words.UNVERIFIED.in_(lang)
    tail = "" if not doubtful else f" ({remark})" if lang == "en" else f"（{remark}）"
    return f"{basis.document} {basis.clause}".strip() + tail
