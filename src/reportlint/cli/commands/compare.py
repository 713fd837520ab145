"""`reportlint compare`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlint.cli.commands.check import reaches
from reportlint.cli.options import Given
from reportlint.cli.outputs import chosen, parse_outputs, write
from reportlint.cli.paths import Gathered, gather
from reportlint.cli.reporting import tell
from reportlint.cli.settings import known_profiles, settled, verify_profile, verify_rules
from reportlint.cli.suppressing import recorded_in
from reportlint.cli.work import check_file, check_lost
from reportlint.cli.workers import Job, run_all
from reportlint.config import Config
from reportlint.result.comparison import Comparison, compared
from reportlint.result.recorded import Recorded
from reportlint.writers import COMPARISONS

_FLAGGED = 1
_FAILED = 2


def compare_versions(old: str, new: str, output: Sequence[str] | None, given: Given) -> int:
    """Compare, write every output; 1 if a fault is still there or new and reaches `fail_on`."""
    config = settled([new], given).config
    verify_rules((*config.select, *config.ignore))
    verify_profile(config.profile, known_profiles(config))
    outputs = parse_outputs(chosen(output, config.output, COMPARISONS), COMPARISONS, [old, new])
    before, wrong_before = _recorded(old, config, given)
    after, wrong_after = _recorded(new, config, given)
    items = compared(before, after)
    named = {item.new_path or item.old_path or "": item for item in items}
    unwritten = write(outputs, COMPARISONS, named, config.lang)
    problems = [*wrong_before.problems, *wrong_after.problems]
    skipped = wrong_before.skipped + wrong_after.skipped
    own = wrong_before.own + wrong_after.own
    failed = tell(Gathered((), skipped, own, tuple(problems)), unwritten)
    return _FAILED if failed else _FLAGGED * _open(items, config.fail_on)


def _open(items: Iterable[Comparison], fail_on: str) -> bool:
    return any(
        change.counts and reaches(change.shown.severity, fail_on)
        for item in items
        for change in item.changes
    )


def _recorded(path: str, config: Config, given: Given) -> tuple[tuple[Recorded, ...], Gathered]:
    """The reports in a JSON result; those at any other path are checked now."""
    if _is_result(path):
        return recorded_in(Path(path)), Gathered(())
    gathered = gather([path], config.limits)
    job = Job(check_file, check_lost)
    results = run_all(job, gathered.files, config, apart=not given.debug)
    return tuple(Recorded.of(result) for result in results.values()), gathered


def _is_result(path: str) -> bool:
    """Whether a file holds a JSON object: no report does."""
    try:
        with open(path, "rb") as file:
            head = file.read(512)
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
            path.lower().endswith(".json") or b'"schema"' in head
        )
    except OSError:
        return False
