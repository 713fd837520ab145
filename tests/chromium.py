"""The system's own Chromium for tests of pages, and what every page must satisfy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A browser that shows pages and asks nobody for anything."""

FAULTS = (Path(__file__).parent / "accessibility.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs chromium: no playwright")
    found = os.environ.get("REPORTLINT_CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip("needs chromium: not on this machine")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:  # noqa: ANN401 - playwright is not there everywhere
    """A page of its own, on which nothing may go wrong in silence."""
    yield from opened(browser)


def opened(browser: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Such a page, closed afterwards."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else 0)
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()
    assert not said, said


def faults(page: Any) -> list[str]:  # noqa: ANN401 - as above
    """What keeps people out: names, contrast, labels, doubled ids; empty for a fine page."""
    found: list[str] = page.evaluate(FAULTS)
    return found
