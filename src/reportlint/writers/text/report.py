"""One report: what it is, its flags, and what was checked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from reportlint.result import Ledger, Outcome, Result, Status
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text.flags import flag_block


def report(result: Result, view: View) -> Iterator[RenderableType]:
    """Heading, flags in document order, ledger."""
    yield Line(visible(result.path), "bold underline")
    about = _about(result, view.lang)
    if about:
        yield Padding(Line(about, "dim"), (0, 0, 0, 2))
    yield Line()
    for flag in result.flags:
        yield from flag_block(flag, view)
        yield Line()
    if result.status is not Status.UNREADABLE:
        yield Padding(_closing(result, view.lang), (0, 0, 0, 2))
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


def _closing(result: Result, lang: str) -> Line:
    line = Line()
    if not result.flags:
        line.append("No faults found. " if lang == "en" else "未发现问题。", "green")
    if result.status is Status.PARTIAL:
        line.append("Checked in part. " if lang == "en" else "只检查了一部分。", "yellow")
    if line:
        line.append("\n")
    line.append(figures_line(result.ledger, lang), "dim")
    return line.append("\n").append(rules_line(result.ledger, lang), "dim")


def figures_line(ledger: Ledger, lang: str) -> str:
    """What became of the figures."""
    if lang == "en":
        return (
            f"{ledger.figures} figures: {ledger.checked} recomputed, {ledger.not_assessable} "
            f"not assessable, {ledger.unrelated} unrelated."
        )
    return (
        f"{ledger.figures} 个数字：{ledger.checked} 个已核算，"
        f"{ledger.not_assessable} 个条件不足无法核算，{ledger.unrelated} 个与其他数字无关联。"
    )


def rules_line(ledger: Ledger, lang: str) -> str:
    """What became of the rules."""
    outcomes = Counter(rule.outcome for rule in ledger.rules)
    flagged, clean = outcomes[Outcome.FLAGGED], outcomes[Outcome.CLEAN]
    idle, failed = outcomes[Outcome.NOT_APPLICABLE], outcomes[Outcome.FAILED]
    if lang == "en":
        tail = f", {failed} failed" if failed else ""
        counted = f"{flagged} flagged, {clean} clean, {idle} not applicable{tail}"
        return f"{len(ledger.rules)} rules: {counted}."
    tail = f"，{failed} 条运行失败" if failed else ""
    counted = f"{flagged} 条报出，{clean} 条无误，{idle} 条不适用{tail}"
    return f"{len(ledger.rules)} 条规则：{counted}。"
