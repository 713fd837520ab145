"""Two versions side by side: what was mended, what is still there, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from reportlint.result import Severity, Text
from reportlint.result.comparison import Change, Comparison, Fate
from reportlint.result.visible import visible
from reportlint.result.words import SEVERITIES
from reportlint.writers import View
from reportlint.writers.page import page, title

EXTENSION = ".txt"
_FATES = {
    Fate.STILL: (Text("未改", "still there"), "bold red"),
    Fate.NEW: (Text("新增", "new"), "bold yellow"),
    Fate.FIXED: (Text("已改", "fixed"), "green"),
    Fate.UNKNOWN: (Text("未能核对", "not looked for"), "dim"),
}


def render(items: Sequence[Comparison], view: View) -> str:
    """Every pair of reports, then the numbers of all."""
    if not items:
        return ""
    parts = [part for item in items for part in _comparison(item, view.lang)]
    return page([*title(view), *parts, _numbers(items, view.lang)], view)


def index(files: Sequence[tuple[str, Comparison]], view: View) -> str:
    """One line for each pair, with its file."""
    lines = [
        Line(f"{visible(name)}  {_paths(item)}  ").append(_numbers([item], view.lang))
        for name, item in files
    ]
    return page([*title(view), *lines], view)


def _comparison(item: Comparison, lang: str) -> Iterator[RenderableType]:
    yield Line(_paths(item), "bold underline")
    yield Line()
    for fate, (label, style) in _FATES.items():
        changes = item.of(fate)
        if changes:
            yield Padding(Line(f"{label.in_(lang)} {len(changes)}", style), (0, 0, 0, 2))
            for change in changes:
                yield Padding(_change(change, lang), (0, 0, 0, 4))
            yield Line()


def _paths(item: Comparison) -> str:
    return f"{visible(item.old_path or '—')} → {visible(item.new_path or '—')}"


def _change(change: Change, lang: str) -> Line:
    shown = change.shown
    severity = SEVERITIES[Severity(shown.severity)].in_(lang)
    line = Line(f"{severity} ").append(f"{shown.code} ", "bold").append(visible(shown.message))
    if change.old and change.new and change.old.quote != change.new.quote:
        before = "was" if lang == "en" else "原为"
        line.append(f" [{before} {visible(change.old.quote)}]", "dim")
    if change.new and change.new.suppressed:
        ignored = "suppressed" if lang == "en" else "已忽略"
        line.append(f" [{ignored}: {visible(change.new.suppressed)}]", "dim")
    return line


def _numbers(items: Sequence[Comparison], lang: str) -> Line:
    line = Line()
    for fate, (label, style) in _FATES.items():
        number = sum(len(item.of(fate)) for item in items)
        if fate is Fate.UNKNOWN and not number:
            continue
        if line:
            line.append(", " if lang == "en" else "，")
        words = f"{number} {label.en}" if lang == "en" else f"{label.zh} {number} 处"
        line.append(words, style if number else "dim")
    return line.append("." if lang == "en" else "。")
