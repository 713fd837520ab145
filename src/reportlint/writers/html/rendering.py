"""Templates, styles and scripts, shared by the html writer and the review server."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from reportlint.result.visible import visible

PACKAGE = "reportlint.writers.html"


@cache
def environment(package: str = PACKAGE) -> Environment:
    """The templates of `package`, then the writer's own; everything printed is escaped."""
    loaders = [PackageLoader(name) for name in dict.fromkeys((package, PACKAGE))]
    found = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters["visible"] = visible
    return found


@cache
def asset(name: str, package: str = PACKAGE) -> str:
    """A style sheet or script of ours."""
    return (files(package) / "static" / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """The source expression that allows an inline style or script with this text."""
    found = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{found}'"


def policy(styles: str, script: str) -> str:
    """The Content-Security-Policy of a page that may use nothing but these two."""
    return (
        f"default-src 'none'; img-src data:; style-src {digest(styles)}; "
        f"script-src {digest(script)}; base-uri 'none'; form-action 'none'"
    )
