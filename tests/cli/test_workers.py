from __future__ import annotations

import sys

import pytest
from worker_cases import lost, work

from reportlint.cli.workers import Job, run_all
from reportlint.config import Config, Limits
from reportlint.result import Text

JOB = Job(work, lost)


def test_a_crash_costs_one_file() -> None:
    outcomes = run_all(JOB, ["a", "crash", "b", "raise", "c"], Config(jobs=2), apart=True)
    assert list(outcomes) == ["a", "crash", "b", "raise", "c"]
    assert [outcomes[path] for path in "abc"] == ["A", "B", "C"]
    assert outcomes["crash"].startswith("crash: The process that checked it died")
    assert "no good" in outcomes["raise"]


def test_a_hang_costs_one_file() -> None:
    config = Config(jobs=2, limits=Limits(file_seconds=1))
    outcomes = run_all(JOB, ["hang", "a", "b"], config, apart=True)
    assert outcomes == {"hang": "hang: Stopped after 1 seconds.", "a": "A", "b": "B"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs linux: limits on memory")
def test_memory_is_limited() -> None:
    config = Config(jobs=1, limits=Limits(memory_bytes=800_000_000))
    outcomes = run_all(JOB, ["eat", "a"], config, apart=True)
    assert "MemoryError" in outcomes["eat"]
    assert outcomes["a"] == "A"


def test_a_single_file_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("no process is needed")

    monkeypatch.setattr("reportlint.cli.workers._apart", fail)
    assert run_all(JOB, ["a"], Config(), apart=True) == {"a": "A"}
    assert run_all(JOB, ["a", "b"], Config(), apart=False) == {"a": "A", "b": "B"}
    assert run_all(JOB, [], Config(), apart=True) == {}


def test_what_stands_for_a_lost_file() -> None:
    from reportlint.cli.work import check_lost, extract_lost

    why = Text("进程终止", "died")
    result = check_lost("甲.pdf", Config(), why)
    assert [(f.code, f.message) for f in result.flags] == [("DOC001", why)]
    assert extract_lost("甲.pdf", Config(), why).trouble == why
