"""How severities look on a terminal."""

from __future__ import annotations

from reportlint.result import Severity

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}
