"""Workflow commands of GitHub Actions: each flag becomes an annotation of its file."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.result import Flag, Result, Severity
from reportlint.result.description import position_words, where_words
from reportlint.result.visible import visible
from reportlint.writers import View

EXTENSION = ".log"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(items: Sequence[Result], view: View) -> str:
    """One command on a line for each flag that counts."""
    found = ((result, flag) for result in items for flag in result.flags if not flag.suppressed)
    return "".join(f"{_command(result, flag, view.lang)}\n" for result, flag in found)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """The commands of all reports."""
    return render([result for _, result in files], view)


def _command(result: Result, flag: Flag, lang: str) -> str:
    part = flag.anchor.place.part or {}
    properties = {"file": result.path, "title": f"{flag.code} {flag.name}"}
    for name, key in (("line", "line"), ("col", "column")):
        if key in part:
            properties[name] = str(part[key])
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[flag.severity or Severity.INFO]} {listed}::{_message(flag, lang)}"


def _message(flag: Flag, lang: str) -> str:
    place = position_words(flag.anchor, lang) or where_words(flag.anchor)
    rows = (flag.message.in_(lang), flag.working_in(lang), flag.advice.in_(lang), place)
    return "%0A".join(_escaped(visible(row)) for row in rows if row)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(visible(text)).replace(":", "%3A").replace(",", "%2C")
