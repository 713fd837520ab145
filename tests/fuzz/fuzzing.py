"""One batch of damaged files in a process of its own, which a hang or a crash may end."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from confined import limit_memory
from fuzz_targets import Step, Target, outcome
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from reportlint.document import Document

SECONDS = 20
"""Longest that one file may take."""
BATCH = 1_000
MOST_STEPS = 4
VARIANTS = 10
"""Files made of each path that hypothesis draws, with the dice falling differently each time."""


@dataclass
class Tally:
    """What became of the files of some batches."""

    files: int = 0
    distinct: set[str] = field(default_factory=set)
    outcomes: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    slowest: float = 0.0
    peak: int = 0
    """Largest process, in bytes."""

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.files += other.files
        self.distinct |= other.distinct
        self.outcomes += other.outcomes
        self.findings += other.findings
        self.slowest = max(self.slowest, other.slowest)
        self.peak = max(self.peak, other.peak)


def steps(target: Target) -> st.SearchStrategy[list[Step]]:
    """One to four kinds of damage, each with its dice."""
    kinds = st.integers(0, len(target.damages) - 1)
    return st.lists(st.tuples(kinds, st.integers(0, 2**32)), min_size=1, max_size=MOST_STEPS)


def run_batch(target: Target, number: int, count: int, folder: Path) -> Tally:
    """Read `count` damaged files; whatever is found is kept in `folder`."""
    report, current = folder / f"{target.name}.json", folder / f"{target.name}.current"
    report.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        _work(target, number, count, report, current)
    _, status, usage = os.wait4(child, 0)
    tally = _received(report) if report.exists() else Tally()
    tally.peak = usage.ru_maxrss * 1024
    if os.WIFSIGNALED(status):
        tally.findings.append(_kept(current, folder, f"ended by signal {os.WTERMSIG(status)}"))
    elif status:
        raise RuntimeError(f"the making of damaged files for {target.name} failed")
    return tally


def _work(target: Target, number: int, count: int, report: Path, current: Path) -> None:
    """The child: read, say what came of it, end without ado."""
    status = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        limit_memory()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        tally = Tally()
        try:
            _generate(target, number, count, tally, current)
        finally:
            report.write_text(json.dumps(_plain(tally)))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _generate(target: Target, number: int, count: int, tally: Tally, current: Path) -> None:
    @seed(number)
    @settings(
        max_examples=-(-count // VARIANTS),
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, len(target.samples) - 1), steps(target))
    def read_one(sample: int, path: Sequence[Step]) -> None:
        for variant in range(VARIANTS):
            data = target.damaged(sample, [(kind, dice + variant) for kind, dice in path])
            _read(target, data, tally, current)

    read_one()


def _read(target: Target, data: bytes, tally: Tally, current: Path) -> None:
    digest = hashlib.blake2b(data, digest_size=8).hexdigest()
    if digest in tally.distinct:
        return
    tally.distinct.add(digest)
    current.write_bytes(data)
    started = time.monotonic()
    signal.alarm(SECONDS)
    try:
        found = outcome(data, target.name)
        what = "document" if isinstance(found, Document) else found.value
    except Exception as error:
        what = "finding"
        origin = error.__cause__ or error
        place = traceback.extract_tb(origin.__traceback__)[-1]
        reason = f"{type(origin).__name__} in {Path(place.filename).name}:{place.lineno}"
        tally.findings.append(_kept(current, current.parent, reason))
    signal.alarm(0)
    tally.slowest = max(tally.slowest, time.monotonic() - started)
    tally.outcomes[what] += 1
    tally.files += 1


def _kept(current: Path, folder: Path, reason: str) -> str:
    """What was found, with the file that shows it; one file for each kind of finding is enough."""
    name = "".join(c if c.isalnum() else "-" for c in f"{current.stem}-{reason}")
    kept = folder / name
    if current.exists() and not kept.exists():
        kept.write_bytes(current.read_bytes())
    return f"{reason}: {kept.name}"


def _plain(tally: Tally) -> dict[str, object]:
    return {**vars(tally), "distinct": sorted(tally.distinct), "outcomes": dict(tally.outcomes)}


def _received(report: Path) -> Tally:
    plain = json.loads(report.read_text())
    distinct, outcomes = set(plain.pop("distinct")), Counter(plain.pop("outcomes"))
    return Tally(**plain, distinct=distinct, outcomes=outcomes)
