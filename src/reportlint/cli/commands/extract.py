"""`reportlint extract`."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.cli.options import Given
from reportlint.cli.outputs import chosen, parse_outputs, write
from reportlint.cli.paths import gather
from reportlint.cli.reporting import tell
from reportlint.cli.settings import known_profiles, settled, verify_profile
from reportlint.cli.work import extract_file, extract_lost
from reportlint.cli.workers import Job, run_all
from reportlint.result import Text
from reportlint.writers import EXTRACTIONS

_FAILED = 2


def extract_paths(paths: Sequence[str], output: Sequence[str] | None, given: Given) -> int:
    """Extract from everything, write every output; a file that could not be read is a failure."""
    config = settled(paths, given).config
    verify_profile(config.profile, known_profiles(config))
    gathered = gather(paths, config.limits)
    outputs = parse_outputs(chosen(output, config.output, EXTRACTIONS), EXTRACTIONS, gathered.files)
    job = Job(extract_file, extract_lost)
    found = run_all(job, gathered.files, config, apart=not given.debug)
    problems = write(outputs, EXTRACTIONS, found, config.lang)
    for path, item in found.items():
        if item.trouble.zh:
            problems.append(Text(f"{path}：{item.trouble.zh}", f"{path}: {item.trouble.en}"))
    return _FAILED if tell(gathered, problems) else 0
