"""`reportlint rules` and `reportlint rule`."""

from __future__ import annotations

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.paper import Row, print_rows
from reportlint.cli.settings import no_rule, settled
from reportlint.cli.speech import language, say
from reportlint.result import Basis, BasisStatus
from reportlint.result.words import BASES, SEVERITIES
from reportlint.rules import Rule, find_rule
from reportlint.rules import rules as all_rules


def print_rules(lang: str | None) -> None:
    """One line per rule, in the order of the catalogue."""
    _settle(lang)
    print_rows([_row(rule) for rule in all_rules().values()])


def print_rule(handle: str, lang: str | None) -> None:
    """The page of one rule. Raises `CommandError` if there is none of that code or name."""
    _settle(lang)
    rule = find_rule(handle)
    if rule is None:
        raise CommandError(no_rule(handle))
    severity = SEVERITIES[rule.severity].in_(language())
    print(f"{rule.code} {rule.name}（{severity}）" if say("1", "") else _english_head(rule))
    print(f"\n{rule.page}")
    if tail := _tail(rule):
        print(f"\n{tail}")


def _tail(rule: Rule) -> str:
    """The basis where the page does not tell it, else only how well it is known."""
    if say("1", "") and "依据：" in rule.page:
        plain = rule.basis.status in {BasisStatus.ARITHMETIC, BasisStatus.OWN_WORDS}
        return "" if plain else f"依据状态：{BASES[rule.basis.status].zh}"
    return f"{say('依据', 'Basis')}{say('：', ': ')}{_basis(rule.basis)}"


def _settle(lang: str | None) -> None:
    settled([], Given(isolated=True, values={"lang": lang}))


def _english_head(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({rule.severity.value}): {rule.title_en}"


def _row(rule: Rule) -> Row:
    severity = SEVERITIES[rule.severity].in_(language())
    return (rule.code, rule.name, severity, say(rule.title, rule.title_en))


def _basis(basis: Basis) -> str:
    status = BASES[basis.status].in_(language())
    words = f"{basis.document} {basis.clause}".strip()
    return status if words in ("", status) else f"{words}{say('（', ' (')}{status}{say('）', ')')}"
