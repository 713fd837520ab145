"""Which flags are shown, and under which of their codes."""

from __future__ import annotations

from dataclasses import replace

from reportlint.config import Config
from reportlint.result import Flag, Severity
from reportlint.rules import matches, rules

UNREADABLE = "DOC001"


def selected(code: str, config: Config) -> bool:
    """Whether flags of the rule `code` are to be shown."""
    if any(matches(selector, code) for selector in config.ignore):
        return False
    return not config.select or any(matches(selector, code) for selector in config.select)


def shown(flag: Flag, config: Config) -> Flag | None:
    """The flag under the first of its codes that is to be shown, or None.

    That a file was not read is never hidden by a selection: silence would look like a clean report.
    """
    codes = [code for code in flag.codes if selected(code, config)]
    if not codes and flag.code == UNREADABLE:
        ignored = any(matches(selector, UNREADABLE) for selector in config.ignore)
        return None if ignored else flag
    if not codes:
        return None
    first, *rest = codes
    if first == flag.code:
        return replace(flag, also=tuple(rest))
    return replace(stamped(flag, first), also=tuple(rest), severity=flag.severity)


def stamped(flag: Flag, code: str) -> Flag:
    """The flag with the code, name, basis and (where it has none) severity of the rule `code`."""
    rule = rules().get(code)
    if rule is None:
        return replace(flag, code=code, name=code.lower(), severity=flag.severity or Severity.ERROR)
    severity = flag.severity or rule.severity
    return replace(flag, code=code, name=rule.name, basis=rule.basis, severity=severity)
