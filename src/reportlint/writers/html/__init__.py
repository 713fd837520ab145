"""One self-contained page: the report on the left, its flags on the right, no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version

from reportlint.result import Result
from reportlint.result.contract import document
from reportlint.writers import View
from reportlint.writers.html.diagram import diagram
from reportlint.writers.html.pane import pane
from reportlint.writers.html.rendering import asset, environment, policy
from reportlint.writers.html.rule_pages import rule_pages
from reportlint.writers.html.spans import marks
from reportlint.writers.html.views import ReportView, numbered, report_view
from reportlint.writers.html.wording import Words, words

EXTENSION = ".html"


def render(items: Sequence[Result], view: View) -> str:
    """All reports on one page, each with its pages or text, chosen from a list."""
    spoken = words(view.lang)
    views = [_view(f"r{i}", result, spoken) for i, result in enumerate(items, 1)]
    codes = (card.code for shown in views for card in shown.cards)
    return _page("report.html", spoken, views=views, rules=rule_pages(codes, view.lang))


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """A table of the reports, each with a link to its file and its flags by severity."""
    spoken = words(view.lang)
    documents = [(name, document(result)) for name, result in files]
    return _page("index.html", spoken, documents=[_entry(*entry) for entry in documents])


def _view(key: str, result: Result, spoken: Words) -> ReportView:
    found = document(result)
    flags = numbered(found["flags"])
    shown = pane(result.path, result.sha256, marks(flags))
    drawn = diagram(result.money) if result.money else None
    return report_view(key, found, flags, shown, spoken, drawn)


def _entry(name: str, found: dict[str, object]) -> dict[str, object]:
    flags = found["flags"]
    assert isinstance(flags, Iterable)
    kept = [flag["severity"] for flag in flags if not flag["suppressed"]]
    counts = {severity: kept.count(severity) for severity in ("error", "warning", "info")}
    return {"file": name, "counts": counts, **found}


def _page(template: str, spoken: Words, **context: object) -> str:
    styles, script = asset("viewer.css"), asset("viewer.js")
    return (
        environment()
        .get_template(template)
        .render(
            w=spoken,
            version=version("reportlint"),
            styles=styles,
            script=script,
            policy=policy(styles, script),
            **context,
        )
    )
