"""Fixtures of all tests, and the rule that what is required must not be skipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REQUIRED = frozenset(filter(None, os.environ.get("REPORTLINT_REQUIRE", "").split(",")))

# Test files of one name may stand in several folders (import mode importlib), and find the modules
# beside them all the same.
_BESIDE = (p for p in Path(__file__).parent.rglob("*.py") if not p.name.startswith("test_"))
sys.path[:0] = sorted({str(path.parent) for path in _BESIDE if path.name != "conftest.py"})


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reports and suites beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("needs shared: no such folder beside the repository")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skip for the want of a thing named in REPORTLINT_REQUIRE is a failure.

    Such skips give their reason as `needs <name>: …`.
    """
    report = yield
    if report.skipped and any(f"needs {name}:" in str(report.longrepr) for name in REQUIRED):
        report.outcome = "failed"
    return report
