"""`reportlint check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlint.cli.options import Given
from reportlint.cli.outputs import parse_outputs, write
from reportlint.cli.paths import gather
from reportlint.cli.reporting import tell
from reportlint.cli.settings import known_profiles, settled, verify_profile, verify_rules
from reportlint.cli.speech import note
from reportlint.cli.suppressing import suppressions
from reportlint.cli.work import check_file, check_lost
from reportlint.cli.workers import Job, run_all
from reportlint.result import Flag, Result, Severity
from reportlint.writers import CHECKS

_FLAGGED = 1
_FAILED = 2
_SEVERITIES = [severity.value for severity in Severity]


def check_paths(
    paths: Sequence[str], output: Sequence[str] | None, given: Given, baseline: Path | None = None
) -> int:
    """Check everything, write every output, then say what went wrong; returns the exit code."""
    config = settled(paths, given).config
    verify_rules((*config.select, *config.ignore))
    verify_profile(config.profile, known_profiles(config))
    suppressed = suppressions(paths, baseline, given)
    gathered = gather(paths, config.limits)
    outputs = parse_outputs(output or config.output, CHECKS, gathered.files)
    job = Job(check_file, check_lost)
    found = run_all(job, gathered.files, config, apart=not given.debug)
    results, notes = suppressed.applied(found)
    unwritten = write(outputs, CHECKS, results, config.lang)
    for text in notes:
        note(text)
    failed = tell(gathered, unwritten)
    return _FAILED if failed else _FLAGGED * counts(results.values(), config.fail_on)


def counts(results: Iterable[Result], fail_on: str) -> bool:
    """Whether a flag that is not suppressed reaches the severity `fail_on`."""
    return any(serious(flag, fail_on) for result in results for flag in result.flags)


def serious(flag: Flag, fail_on: str) -> bool:
    """Whether a flag counts for the exit code."""
    return not flag.suppressed and reaches((flag.severity or Severity.INFO).value, fail_on)


def reaches(severity: str, fail_on: str) -> bool:
    """Whether a severity is at or above `fail_on`; nothing is above `never`."""
    return fail_on != "never" and severity in _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
