"""Scoring the adapter's answers against a folder of suites."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from suite_adapter import ADAPTERS, Found, Value, probe, values
from suite_ranges import ranges

Case = dict[str, Any]
_TINY = Fraction(1, 10**9)
FINDERS: dict[str, Callable[[str], list[Found]]] = {**ADAPTERS, "NumberRangeModel": ranges}


@dataclass(slots=True)
class Score:
    """How many cases of one suite came out right, and those that did not."""

    passed: int = 0
    total: int = 0
    failed: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> Fraction:
        """The share of passed cases, 1 where there are none."""
        return Fraction(self.passed, self.total) if self.total else Fraction(1)

    def add(self, case: Case, right: bool, wanted: object, answer: object) -> None:
        """Count one case."""
        self.total += 1
        self.passed += right
        if not right:
            text = case.get("input", case.get("spoken", ""))
            self.failed.append((case["id"], text, str(wanted), str(answer)))


def score_folder(folder: Path) -> dict[str, Score]:
    """The score of every suite below `folder` that the adapter knows, by suite name."""
    scores: dict[str, Score] = {}
    for path in sorted(folder.rglob("*.jsonl")):
        for case in _cases(path):
            for name, right, wanted, answer in _judge(path, case):
                scores.setdefault(name, Score()).add(case, right, wanted, answer)
    return scores


def _cases(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _judge(path: Path, case: Case) -> Iterator[tuple[str, bool, object, object]]:
    if "spoken" in case:
        said, written = values(case["spoken"]), values(case["written"])
        family = case["id"].split("/")[0]
        yield f"spoken = written ({family} {case['kind']})", said == written, written, said
    elif case.get("suite") == "probe":
        yield _probe(case)
    elif path.stem in FINDERS:
        yield path.stem, *_compared(case, FINDERS[path.stem](case["input"]), case.get("whole"))


def _probe(case: Case) -> tuple[str, bool, object, object]:
    found = probe(case["kind"], case["input"])
    if case["kind"] == "date":
        found = [Found(f.start, f.end, None) for f in found]
        case = {**case, "expect": [{**e, "value": None} for e in case["expect"]]}
    if case["kind"] == "count":
        found = found[: len(case["expect"])]
    name = "must not extract" if case["kind"] == "none" else "report forms"
    return name, *_compared(case, found, False)


def _compared(case: Case, found: list[Found], whole: bool | None) -> tuple[bool, object, object]:
    wanted = [_wanted(e) for e in case["expect"]]
    pairs = zip(wanted, found, strict=False)
    right = len(wanted) == len(found) and all(
        (whole or (w[0], w[1]) == (f.start, f.end)) and same(w[2], f.value) for w, f in pairs
    )
    return right, wanted, [(f.start, f.end, _shown(f.value)) for f in found]


def _wanted(expected: Case) -> tuple[int, int, object]:
    return expected["start"], expected["end"], expected.get("value", expected.get("num"))


def _shown(value: Value) -> str:
    return str(float(value)) if isinstance(value, Fraction) else str(value)


def same(wanted: object, found: Value) -> bool:
    """Whether a suite's value and ours are one; a wanted None is met by any value."""
    if wanted is None:
        return True
    if isinstance(wanted, list):
        return isinstance(found, tuple) and all(
            _close(w, f) for w, f in zip(wanted, found, strict=True)
        )
    if isinstance(found, tuple):
        return False
    if isinstance(found, Fraction):
        return _close(wanted, found)
    return found is not None and str(wanted).replace(" ", "") == found.replace(" ", "")


def _close(wanted: object, found: Fraction) -> bool:
    try:
        value = Fraction(str(wanted).replace(",", "").rstrip("%"))
    except ValueError:
        return False
    largest = max(abs(value), abs(found))
    return value == found or abs(value - found) <= max(
        largest * _TINY,
        Fraction(1, 10**4)
        if "." in str(wanted) and largest < 1000 and len(str(wanted)) > 6
        else Fraction(0),
    )
