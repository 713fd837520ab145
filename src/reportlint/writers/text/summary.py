"""All reports in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text as Line

from reportlint.result import Result, Severity, Status
from reportlint.result.description import count_words
from reportlint.result.description import counted as numbers
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text.styles import STYLES


def summary(results: Sequence[Result], view: View) -> Line:
    """How many reports, flags by severity, and files that could not be read."""
    english = view.lang == "en"
    number = len(results)
    plural = "" if number == 1 else "s"
    line = Line(f"{number} report{plural}: " if english else f"共 {number} 份报告：", "bold")
    line.append(counted(results, view.lang))
    unread = sum(result.status is Status.UNREADABLE for result in results)
    if unread:
        line.append(f"; {unread} not readable" if english else f"；{unread} 份无法读取", "bold red")
    return line.append("." if english else "。")


def contents(files: Sequence[tuple[str, Result]], view: View) -> Iterator[Line]:
    """One line per report with its file and its flags, then all in one line."""
    for name, result in files:
        line = Line(f"{visible(name)}  {visible(result.path)}  ")
        yield line.append(counted([result], view.lang))
    yield Line()
    yield summary([result for _, result in files], view)


def counted(results: Sequence[Result], lang: str) -> Line:
    """Flags by severity; suppressed ones do not count."""
    counts = numbers(flag for result in results for flag in result.flags)
    line = Line()
    for severity in Severity:
        if line:
            line.append(", " if lang == "en" else "，")
        style = STYLES[severity] if counts[severity] else "dim"
        line.append(count_words(counts[severity], severity, lang), style)
    return line
