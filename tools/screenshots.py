"""Pictures of the pages for the documentation, made from our own fixtures (needs Chromium)."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from reportlint.config import Config
from reportlint.engine import check
from reportlint.review import application
from reportlint.review.desk import open_desk
from reportlint.store import open_store
from reportlint.writers import View, html

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "fixtures" / "reports"
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1360, "height": 850}
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Write every picture."""
    IMAGES.mkdir(exist_ok=True)
    found = shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE)
        written(page, Path(name))
        with served(Path(name)) as url:
            reviewed(page, url)
        browser.close()


def written(page: Page, folder: Path) -> None:
    """The file of the html writer, with flowing text and with printed pages."""
    for name, picture in (
        ("road_cleaning_evaluation_2023.docx", "html-docx.png"),
        ("water_department_2024.pdf", "html-pdf.png"),
    ):
        path = folder / f"{name}.html"
        path.write_text(html.render([check(REPORTS / name)], View()), encoding="utf-8")
        page.goto(path.as_uri())
        page.click(".card:has-text('NUM103') .pick")
        page.mouse.move(5, 5)
        page.screenshot(path=IMAGES / picture)


def reviewed(page: Page, url: str) -> None:
    """The queue, and a report under review."""
    page.goto(url)
    page.screenshot(path=IMAGES / "review-queue.png")
    page.click("a.row >> nth=0")
    page.wait_for_selector(".card[aria-current]")
    for key in ("Enter", "x", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector(".card[data-n='3'] .review-bar[data-verdict=confirmed]")
    page.click(".card:has-text('NUM103') .pick")
    page.wait_for_load_state("networkidle")
    page.mouse.move(5, 5)
    page.screenshot(path=IMAGES / "review-report.png")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A review server over the fixtures."""
    store = open_store(str(folder / "store.sqlite"))
    desk = open_desk(store, Config(), folder / "uploads")
    files = [path for path in sorted(REPORTS.iterdir()) if path.suffix in {".docx", ".pdf"}]
    for path in files:
        desk.intake.take(str(path), f"2024年报送/{path.name}")
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
