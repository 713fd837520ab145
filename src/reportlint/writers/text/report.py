"""One report: what it is, its flags, and what was checked in it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from reportlint.result import Result, Status
from reportlint.result.description import figures_words, rules_words
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text.flags import flag_block, flag_line


def report(result: Result, view: View) -> Iterator[RenderableType]:
    """Heading, flags in document order, ledger."""
    yield from _heading(result, view.lang)
    for flag in result.flags:
        if not flag.suppressed:
            yield from flag_block(flag, view)
            yield Line()
    yield from _set_aside(result, view)
    if result.status is not Status.UNREADABLE:
        yield Padding(_closing(result, view.lang), (0, 0, 0, 2))
        yield Line()


def _heading(result: Result, lang: str) -> Iterator[RenderableType]:
    yield Line(visible(result.path), "bold underline")
    about = _about(result, lang)
    if about:
        yield Padding(Line(about, "dim"), (0, 0, 0, 2))
    yield Line()


def _about(result: Result, lang: str) -> str:
    english = lang == "en"
    year = "" if result.year is None else str(result.year) if english else f"{result.year}年"
    return " · ".join(filter(None, (visible(result.organization or ""), year, _kind(result, lang))))


def _kind(result: Result, lang: str) -> str:
    if result.profile is None:
        return ""
    reason = visible(result.profile_reason.in_(lang))
    if not reason:
        return result.profile
    return f"{result.profile} ({reason})" if lang == "en" else f"{result.profile}（{reason}）"


def _set_aside(result: Result, view: View) -> Iterator[RenderableType]:
    """Suppressed flags, one line each: nothing is hidden without a trace."""
    suppressed = [flag for flag in result.flags if flag.suppressed]
    if not suppressed:
        return
    head = "Suppressed:" if view.lang == "en" else "已忽略："
    yield Padding(Line(head, "dim"), (0, 0, 0, 2))
    for flag in suppressed:
        reason = visible(flag.suppressed or "")
        tail = f" ({reason})" if view.lang == "en" else f"（{reason}）"
        yield Padding(flag_line(flag, view).append(tail, "dim"), (0, 0, 0, 4))
    yield Line()


def _closing(result: Result, lang: str) -> Line:
    line = Line()
    if not result.flags:
        line.append("No faults found. " if lang == "en" else "未发现问题。", "green")
    elif all(flag.suppressed for flag in result.flags):
        line.append("No other faults found. " if lang == "en" else "未发现其他问题。", "green")
    if result.status is Status.PARTIAL:
        line.append("Checked in part. " if lang == "en" else "只检查了一部分。", "yellow")
    if line:
        line.append("\n")
    line.append(figures_words(result.ledger, lang), "dim")
    return line.append("\n").append(rules_words(result.ledger, lang), "dim")
