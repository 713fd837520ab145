"""Fixtures of all tests, and the rule that what is required must not be skipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REQUIRED = frozenset(filter(None, os.environ.get("REPORTLINT_REQUIRE", "").split(",")))

# Test files of one name may stand in several folders (import mode importlib), and find the modules
# beside them all the same.
_BESIDE = (p for p in Path(__file__).parent.rglob("*.py") if not p.name.startswith("test_"))
sys.path[:0] = sorted({str(path.parent) for path in _BESIDE if path.name != "conftest.py"})

from chromium import browser, tab  # noqa: E402

__all__ = ["browser", "tab"]


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


@pytest.fixture(autouse=True)
def _no_recogniser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures stay pictures, installed or not, except in tests that ask for `recogniser`."""
    if "recogniser" not in request.fixturenames:
        monkeypatch.setattr("reportlint.readers.pdf.scans._NEEDED", ("no_such_module",))


@pytest.fixture(scope="session")
def recogniser() -> None:
    """What `reportlint[ocr]` installs."""
    for name in ("rapidocr", "onnxruntime"):
        if find_spec(name) is None:
            pytest.skip(f"needs ocr: {name} is not installed")
