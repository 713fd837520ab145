"""Headers, hosts and sizes: what holds for every request."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
"""Names of this machine."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class TooLargeError(Exception):
    """More was sent than is allowed."""


class Guard:
    """Adds the headers of safety, refuses other host names and bodies that are too large.

    `hosts` are the names under which the server may be called; none means any. A page elsewhere
    cannot reach a server on this machine by a name that it points here.
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str], most: int) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope))
        app = refusal or self._app
        await app(scope, self._counted(receive), _with_headers(send))

    def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        if self._hosts and _host(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("unknown host", 400)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return PlainTextResponse("too large", 413)
        return None

    def _counted(self, receive: Receive) -> Receive:
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._most:
                raise TooLargeError
            return message

        return counted


def _host(value: str) -> str:
    name = value if value.endswith("]") else value.rpartition(":")[0] or value
    return name.lower()


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
