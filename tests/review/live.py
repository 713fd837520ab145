"""A server as the tests know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
import lxml.html

from reportlint.review import Desk


@dataclass(frozen=True, slots=True)
class Live:
    """A server that is running: its desk, its address, and a browser without script."""

    desk: Desk
    url: str
    client: httpx.Client

    def page(self, path: str) -> lxml.html.HtmlElement:
        answer = self.client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, answer.text
        return lxml.html.document_fromstring(answer.text)

    def token(self, path: str = "/") -> str:
        return str(self.page(path).cssselect("meta[name=csrf]")[0].get("content"))

    def decide(self, document: int, **asked: object) -> httpx.Response:
        headers = {"X-CSRF-Token": self.token()}
        return self.client.post(f"/documents/{document}/decisions", json=asked, headers=headers)

    def undo(self, document: int) -> dict[str, object]:
        headers = {"X-CSRF-Token": self.token()}
        answer = self.client.post(f"/documents/{document}/undo", json={}, headers=headers)
        found: dict[str, object] = answer.json()
        return found


Start = Callable[..., Live]
