"""Who is asking, and whether they may."""

from __future__ import annotations

import hmac
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request

from reportlint.review.desk import Desk
from reportlint.store.users import Role, Session, session_of

COOKIE = "reportlint"
TOKEN_HEADER = "x-csrf-token"

_MOST_FAILURES, _FAILURE_SECONDS = 8, 300.0


class SignInNeeded(Exception):  # noqa: N818 - an answer to the browser, not a fault
    """Nobody is signed in."""


class Refused(Exception):  # noqa: N818 - an answer to the browser, not a fault
    """Somebody asks for what is not theirs."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is asking. `csrf` must come with every request that changes something."""

    name: str
    role: Role
    csrf: str

    @property
    def is_admin(self) -> bool:
        """Whether users are theirs to look after."""
        return self.role is Role.ADMIN


def visitor(request: Request, desk: Desk) -> Visitor:
    """Who sends this request. Raises `SignInNeeded`."""
    if not desk.auth:
        return Visitor(desk.nobody, Role.ADMIN, desk.csrf)
    session = _session(request, desk)
    if session is None:
        raise SignInNeeded
    return Visitor(session.user.name, session.user.role, session.csrf)


def authorised(request: Request, desk: Desk, token: str) -> Visitor:
    """Who sends this request, which changes something and so must bring `token`.

    Raises `SignInNeeded` and `Refused`.
    """
    found = visitor(request, desk)
    if not same_site(request) or not hmac.compare_digest(token.encode(), found.csrf.encode()):
        raise Refused
    return found


def same_site(request: Request) -> bool:
    """Whether a browser says that the request comes from one of our own pages."""
    return request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}


class Attempts:
    """Failed attempts to sign in: after too many of one name it must wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._failed: defaultdict[str, deque[float]] = defaultdict(deque)

    def too_many(self, name: str) -> bool:
        """Whether this name has failed too often of late."""
        with self._lock:
            failed = self._failed[name]
            while failed and failed[0] < time.monotonic() - _FAILURE_SECONDS:
                failed.popleft()
            return len(failed) >= _MOST_FAILURES

    def fail(self, name: str) -> None:
        """One more."""
        with self._lock:
            self._failed[name].append(time.monotonic())

    def succeed(self, name: str) -> None:
        """Forget them."""
        with self._lock:
            self._failed.pop(name, None)


def _session(request: Request, desk: Desk) -> Session | None:
    token = request.cookies.get(COOKIE, "")
    return session_of(desk.store, token) if token else None
