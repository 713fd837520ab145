"""All reports in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.text import Text as Line

from reportlint.result import Result, Severity, Status
from reportlint.writers import View
from reportlint.writers.text.words import SEVERITIES, STYLES


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


def counted(results: Sequence[Result], lang: str) -> Line:
    """Flags by severity; suppressed ones do not count."""
    flags = (flag for result in results for flag in result.flags if not flag.suppressed)
    counts = Counter(flag.severity for flag in flags)
    line = Line()
    for severity in Severity:
        if line:
            line.append(", " if lang == "en" else "，")
        line.append(_count(counts[severity], severity, lang), _style(counts[severity], severity))
    return line


def _count(number: int, severity: Severity, lang: str) -> str:
    word = SEVERITIES[severity].in_(lang)
    if lang != "en":
        return f"{number} 个{word}"
    return f"{number} {word}" + ("" if number == 1 or severity is Severity.INFO else "s")


def _style(number: int, severity: Severity) -> str:
    return STYLES[severity] if number else "dim"
