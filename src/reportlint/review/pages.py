"""Templates filled in for a visitor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportlint.review.access import Visitor
from reportlint.review.desk import Desk
from reportlint.writers.html.rendering import environment
from reportlint.writers.html.wording import LANGUAGES, Words, words

PACKAGE = "reportlint.review"
LANGUAGE_COOKIE = "reportlint-lang"


def language(request: Request, desk: Desk) -> str:
    """zh or en: what the visitor chose, else what the server was started with."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else desk.config.lang


def spoken(request: Request, desk: Desk) -> Words:
    """The words of the visitor's language."""
    return words(language(request, desk), PACKAGE)


def page(
    request: Request,
    desk: Desk,
    template: str,
    visitor: Visitor | None,
    status: int = 200,
    **context: Any,  # noqa: ANN401 - whatever the template takes
) -> HTMLResponse:
    """A page as HTML."""
    text = (
        _environment()
        .get_template(template)
        .render(
            w=spoken(request, desk),
            visitor=visitor,
            auth=desk.auth,
            csrf=visitor.csrf if visitor else "",
            path=request.url.path,
            **context,
        )
    )
    return HTMLResponse(text, status)


def moment(text: str) -> str:
    """A stored moment in the server's own time, to the minute."""
    return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")


def _environment() -> Environment:
    found = environment(PACKAGE)
    found.filters["moment"] = moment
    return found
