"""How a rule is declared, found and run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from reportlint.facts.legibility import as_legible
from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Severity

Check = Callable[[Facts], Iterator[Flag]]
Applies = Callable[[Facts], bool]


def _always(_: Facts) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. `page` is its documentation: the docstring of its function."""

    code: str
    name: str
    severity: Severity
    basis: Basis
    title_en: str
    check: Check
    applies: Applies = _always

    @property
    def page(self) -> str:
        """The rule's page: 查什么 / 为什么 / 例 / 不查什么 / 依据."""
        return inspect.getdoc(self.check) or ""

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]

    def flags(self, facts: Facts) -> list[Flag]:
        """Run the rule and stamp what it yields. Raises whatever the rule raises."""
        return [self._stamp(as_legible(facts.document, flag)) for flag in self.check(facts)]

    def _stamp(self, flag: Flag) -> Flag:
        severity = flag.severity or self.severity
        if flag.confidence is Confidence.LOW and severity is Severity.ERROR:
            severity = Severity.WARNING
        return replace(
            flag, code=self.code, name=self.name, severity=severity, basis=flag.basis or self.basis
        )


ARITHMETIC = Basis("算术", "", BasisStatus.ARITHMETIC)
OWN_WORDS = Basis("报告自身表述", "", BasisStatus.OWN_WORDS)

_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    *,
    severity: str,
    title_en: str,
    basis: Basis = ARITHMETIC,
    applies: Applies = _always,
) -> Callable[[Check], Check]:
    """Declare the decorated generator over `Facts` as the rule `code`.

    `severity` is the default one (`error`, `warning`, `info`), `title_en` the English for the
    docstring's first line, `basis` what it rests on; `applies` tells whether the rule has anything
    to look at in a report (else its outcome is not-applicable). Raises `ValueError` if the code or
    the name is taken.
    """

    def register(check: Check) -> Check:
        for known in _RULES.values():
            if known.check.__module__ != check.__module__ and (
                known.code == code or known.name == name
            ):
                raise ValueError(f"{code} {name}: already declared in {known.check.__module__}")
        _RULES[code] = Rule(code, name, Severity(severity), basis, title_en, check, applies)
        return check

    return register


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by code, in the order of the catalogue."""
    package = import_module("reportlint.rules")
    for module in walk_packages(package.__path__, "reportlint.rules."):
        import_module(module.name)
    return {code: _RULES[code] for code in sorted(_RULES, key=_catalogue_order)}


_FAMILIES = ("DOC", "STR", "PRB", "NUM", "CON", "SCO", "TXT", "SET")


def _catalogue_order(code: str) -> tuple[int, str]:
    family = code[:3]
    return (_FAMILIES.index(family) if family in _FAMILIES else len(_FAMILIES), code)


def find_rule(handle: str) -> Rule | None:
    """The rule with this code or name (letters of either case), or None."""
    wanted = handle.lower()
    for found in rules().values():
        if wanted in (found.code.lower(), found.name):
            return found
    return None


def matches(selector: str, code: str) -> bool:
    """Whether `selector` (a code, a prefix of codes, a name) covers `code`."""
    found = rules().get(code)
    return code.startswith(selector.upper()) or (found is not None and selector == found.name)
