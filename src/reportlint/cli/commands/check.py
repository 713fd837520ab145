"""`reportlint check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint.cli.options import Given
from reportlint.cli.outputs import parse_outputs, write
from reportlint.cli.paths import gather
from reportlint.cli.reporting import tell
from reportlint.cli.settings import known_profiles, settled, verify_profile, verify_rules
from reportlint.cli.work import check_file, check_lost
from reportlint.cli.workers import Job, run_all
from reportlint.result import Result, Severity
from reportlint.writers import CHECKS

_FLAGGED = 1
_FAILED = 2
_SEVERITIES = [severity.value for severity in Severity]


def check_paths(paths: Sequence[str], output: Sequence[str] | None, given: Given) -> int:
    """Check everything, write every output, then say what went wrong; returns the exit code."""
    config = settled(paths, given).config
    verify_rules((*config.select, *config.ignore))
    verify_profile(config.profile, known_profiles(config))
    gathered = gather(paths, config.limits)
    outputs = parse_outputs(output or config.output, CHECKS, gathered.files)
    job = Job(check_file, check_lost)
    results = run_all(job, gathered.files, config, apart=not given.debug)
    unwritten = write(outputs, CHECKS, results, config.lang)
    failed = tell(gathered, unwritten)
    return _FAILED if failed else _FLAGGED * counts(results.values(), config.fail_on)


def counts(results: Iterable[Result], fail_on: str) -> bool:
    """Whether a flag that is not suppressed reaches the severity `fail_on`."""
    if fail_on == "never":
        return False
    serious = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
    flags = (flag for result in results for flag in result.flags if not flag.suppressed)
    return any(flag.severity in serious for flag in flags)
