"""A small slice of the fuzzing: a damaged file ends in a document or a typed reason."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from fuzz_targets import TARGETS, Step, outcome
from fuzzing import steps
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from reportlint.document import Document

COUNT = int(os.environ.get("REPORTLINT_MUTATIONS", "60"))
APART = frozenset({"xls"})
"""Read in a process of their own, which takes its time."""


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_whole_is_read(name: str) -> None:
    target = TARGETS[name]
    for sample, _ in enumerate(target.samples):
        assert isinstance(outcome(target.damaged(sample, ()), name), Document)


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_files_end_in_a_document_or_a_reason(name: str) -> None:
    target = TARGETS[name]

    @seed(0)
    @settings(
        max_examples=COUNT // (20 if name in APART else 1) + 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, len(target.samples) - 1), steps(target))
    def read_one(sample: int, path: Sequence[Step]) -> None:
        assert outcome(target.damaged(sample, path), name)

    read_one()


@pytest.mark.parametrize("name", TARGETS)
def test_the_same_steps_make_the_same_damage(name: str) -> None:
    target = TARGETS[name]
    path = [(kind, 7) for kind, _ in enumerate(target.damages)][:3]
    assert target.damaged(0, path) == target.damaged(0, path)
