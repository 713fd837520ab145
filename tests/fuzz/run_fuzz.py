"""`python tests/fuzz/run_fuzz.py N [READER …]`: N damaged files through each reader, and what came.

Findings are kept in the folder `build/fuzz`. Exit code 1 when there are any.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
READERS = HERE.parent / "readers"
sys.path[:0] = [str(HERE), *(str(READERS / name) for name in ("pdf", "spreadsheet", "ofd"))]

from fuzz_targets import TARGETS, Target, outcome  # noqa: E402
from fuzzing import BATCH, Tally, run_batch  # noqa: E402

FOLDER = HERE.parents[1] / "build" / "fuzz"
SLOW = {"xls": 20}
"""Readers that work in a process of their own get so many times fewer files."""


def fuzzed(target: Target, count: int, first: int) -> Tally:
    """At least `count` different damaged files through a reader."""
    # Read once here, so that no process has to import the reader again.
    for sample, _ in enumerate(target.samples):
        outcome(target.damaged(sample, ()), target.name)
    total, number = Tally(), first
    while len(total.distinct) < count:
        size = min(BATCH, count - len(total.distinct) + 10)
        total.add(run_batch(target, number, size, FOLDER))
        number += 1
        print(f"\r{target.name} {len(total.distinct)}", end="", file=sys.stderr, flush=True)
    print("\r", end="", file=sys.stderr)
    return total


def described(name: str, tally: Tally, seconds: float) -> str:
    """One line of the table."""
    outcomes = ", ".join(f"{what} {count}" for what, count in tally.outcomes.most_common())
    return (
        f"| {name} | {tally.files} | {len(tally.distinct)} | {outcomes} | {len(tally.findings)} "
        f"| {tally.slowest:.2f} | {tally.peak / 1e6:.0f} | {seconds:.0f} |"
    )


def main(arguments: list[str]) -> int:
    """Fuzz all readers, or those named."""
    if not arguments or not arguments[0].isdecimal() or not set(arguments[1:]) <= set(TARGETS):
        print(f"usage: run_fuzz.py N [{' | '.join(TARGETS)}] …", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    first = int(os.environ.get("REPORTLINT_FUZZ_SEED", "0"))
    print("| reader | files | different | outcomes | findings | slowest s | peak MB | all s |")
    print("|---|---:|---:|---|---:|---:|---:|---:|")
    findings: Counter[str] = Counter()
    for name in arguments[1:] or TARGETS:
        started = time.monotonic()
        tally = fuzzed(TARGETS[name], max(int(arguments[0]) // SLOW.get(name, 1), 1), first)
        print(described(name, tally, time.monotonic() - started), flush=True)
        findings.update(tally.findings)
    for what, count in findings.most_common():
        print(f"{count} x {what}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
