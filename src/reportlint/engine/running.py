"""Run the rules over the facts of one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.config import Config
from reportlint.engine.notices import described
from reportlint.engine.selection import selected
from reportlint.facts.model import Facts
from reportlint.result import Flag, Outcome, RuleOutcome
from reportlint.rules import Rule, rules


@dataclass(frozen=True, slots=True)
class Run:
    """What one rule did. `trouble` says in one line why it failed."""

    code: str
    outcome: Outcome
    flags: tuple[Flag, ...] = ()
    trouble: str = ""


def run_all(facts: Facts) -> tuple[Run, ...]:
    """Every rule, selected or not: a hidden rule's flag may explain those of a shown one."""
    return tuple(_run(rule, facts) for rule in rules().values())


def _run(rule: Rule, facts: Facts) -> Run:
    try:
        if not rule.applies(facts):
            return Run(rule.code, Outcome.NOT_APPLICABLE)
        flags = tuple(rule.flags(facts))
    except Exception as error:
        return Run(rule.code, Outcome.FAILED, trouble=described(error))
    return Run(rule.code, Outcome.FLAGGED if flags else Outcome.CLEAN, flags)


def outcomes(runs: Sequence[Run], shown: Sequence[Flag], config: Config) -> tuple[RuleOutcome, ...]:
    """The ledger's lines: the rules that were asked for, and every one that failed."""
    flagged = {code for flag in shown for code in flag.codes}
    return tuple(
        RuleOutcome(run.code, Outcome.FLAGGED if run.code in flagged else _without_flag(run))
        for run in runs
        if run.outcome is Outcome.FAILED or selected(run.code, config)
    )


def _without_flag(run: Run) -> Outcome:
    return Outcome.CLEAN if run.outcome is Outcome.FLAGGED else run.outcome
