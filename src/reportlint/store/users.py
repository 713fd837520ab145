"""Users with hashed passwords, and their sessions."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from reportlint.result import Text
from reportlint.store.errors import StoreError
from reportlint.store.moments import later, now
from reportlint.store.opening import Store
from reportlint.store.tables import sessions, users

SHORTEST_PASSWORD = 8
SESSION_HOURS = 12.0
_N, _R, _P = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024


class Role(StrEnum):
    """审核人 uploads, decides and exports; 管理员 also looks after users."""

    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in."""

    id: int
    name: str
    role: Role
    active: bool


@dataclass(frozen=True, slots=True)
class Session:
    """A user who is signed in; `csrf` must come with everything that changes something."""

    user: User
    csrf: str


def add_user(store: Store, name: str, password: str, role: Role) -> None:
    """A new user; one of that name gets the new password and role instead.

    Raises `StoreError` for a password of fewer than 8 characters or a name that is empty.
    """
    if not name.strip() or len(password) < SHORTEST_PASSWORD:
        raise StoreError(
            Text(
                f"用户名不能为空，密码至少 {SHORTEST_PASSWORD} 个字符",
                f"a name is needed, and a password of at least {SHORTEST_PASSWORD} characters",
            )
        )
    values = {"role": role.value, "password": hashed(password), "active": True}
    with store.writing() as connection:
        known = connection.execute(select(users.c.id).where(users.c.name == name)).scalar()
        if known is None:
            row = values | {"name": name, "created_at": now()}
            connection.execute(insert(users).values(row))
            return
        connection.execute(update(users).where(users.c.id == known).values(values))
        connection.execute(delete(sessions).where(sessions.c.user == known))


def set_active(store: Store, name: str, active: bool) -> None:
    """Let a user in again, or out at once."""
    with store.writing() as connection:
        connection.execute(update(users).where(users.c.name == name).values(active=active))
        if not active:
            whose = select(users.c.id).where(users.c.name == name).scalar_subquery()
            connection.execute(delete(sessions).where(sessions.c.user == whose))


def all_users(store: Store) -> list[User]:
    """Every user by name."""
    with store.reading() as connection:
        rows = connection.execute(select(users).order_by(users.c.name)).mappings().all()
    return [User(row["id"], row["name"], Role(row["role"]), row["active"]) for row in rows]


def sign_in(store: Store, name: str, password: str) -> str | None:
    """A new session's token if name and password are right, else None (after the same time)."""
    with store.reading() as connection:
        row = connection.execute(select(users).where(users.c.name == name)).mappings().first()
    fits = matches(password, row["password"] if row else _NOBODY)
    if row is None or not fits or not row["active"]:
        return None
    token = secrets.token_urlsafe(32)
    session = {
        "token": _digest(token),
        "user": row["id"],
        "csrf": secrets.token_urlsafe(24),
        "expires_at": later(SESSION_HOURS),
    }
    with store.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.expires_at < now()))
        connection.execute(insert(sessions).values(session))
    return token


def session_of(store: Store, token: str) -> Session | None:
    """Who holds the token, unless it is unknown or has run out."""
    query = select(users, sessions.c.csrf).join(sessions, sessions.c.user == users.c.id)
    query = query.where(
        sessions.c.token == _digest(token), sessions.c.expires_at > now(), users.c.active.is_(True)
    )
    with store.reading() as connection:
        row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return Session(User(row["id"], row["name"], Role(row["role"]), True), row["csrf"])


def sign_out(store: Store, token: str) -> None:
    """End a session."""
    with store.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.token == _digest(token)))


def hashed(password: str) -> str:
    """A password as it is stored: salted scrypt."""
    salt = secrets.token_bytes(16)
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_scrypt(password, salt, _N, _R, _P).hex()}"


def matches(password: str, stored: str) -> bool:
    """Whether this is the password that was stored."""
    _, n, r, p, salt, digest = stored.split("$")
    found = _scrypt(password, bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, bytes.fromhex(digest))


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)


def _digest(token: str) -> str:
    """Tokens are stored so that the store's reader cannot use them."""
    return hashlib.sha256(token.encode()).hexdigest()


_NOBODY = f"scrypt${_N}${_R}${_P}${'00' * 16}${'00' * 32}"
"""Compared with where there is no such user, so that it takes as long."""
