"""A server on a port of its own, with a store and files of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from chromium import opened
from live import Live, Start

from reportlint.config import Config
from reportlint.review import application
from reportlint.review.desk import open_desk
from reportlint.store import open_store


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server; what `open_desk` takes can be given."""
    running: list[tuple[uvicorn.Server, threading.Thread, httpx.Client]] = []

    def starting(**more: object) -> Live:
        store = open_store(str(tmp_path / "store.sqlite"))
        config = Config(jobs=1)
        desk = open_desk(store, config, tmp_path / "uploads", **{"nobody": "王审核"} | more)  # type: ignore[arg-type]
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        settings = uvicorn.Config(application(desk), log_level="error", ws="none")
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        client = httpx.Client(base_url=url, timeout=60)
        running.append((server, thread, client))
        return Live(desk, url, client)

    yield starting
    for server, thread, client in running:
        client.close()
        server.should_exit = True
        thread.join(20)


@pytest.fixture
def live(start: Start) -> Live:
    """A server without passwords."""
    return start()


@pytest.fixture
def tab(start: Start, browser: Any) -> Iterator[Any]:  # noqa: ANN401 - not there everywhere
    """A page that is closed before the server it shows."""
    yield from opened(browser)
