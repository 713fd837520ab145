"""What may be wrong with a store, in one line for the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from reportlint.result import Text


class StoreError(Exception):
    """A store that cannot be used; `text` says why and what to do. What was stored stays whole."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class StoreLockedError(StoreError):
    """Somebody else is writing; trying again later may help."""


_CAUSES: tuple[tuple[tuple[str, ...], type[StoreError], Text], ...] = (
    (
        ("database is locked", "lock timeout", "deadlock detected", "database table is locked"),
        StoreLockedError,
        Text(
            "正被另一程序写入，请稍后再试；如没有其他程序在用，请检查所在磁盘",
            "is being written by another program; try again later",
        ),
    ),
    (
        ("not a database", "malformed", "file is encrypted"),
        StoreError,
        Text(
            "已损坏或不是数据库文件；请用备份替换，原文件未作改动",
            "is damaged or no database; put a backup in its place (it was not changed)",
        ),
    ),
    (
        ("readonly database", "read-only", "permission denied"),
        StoreError,
        Text("没有写入权限", "cannot be written (permission)"),
    ),
    (
        ("disk is full", "no space left", "disk i/o error"),
        StoreError,
        Text("磁盘已满或出错，本次改动未保存", "the disk is full or failing; nothing was saved"),
    ),
    (
        ("unable to open database file",),
        StoreError,
        Text("无法打开：文件夹不存在或没有权限", "cannot be opened: no folder or no permission"),
    ),
    (
        ("connection refused", "could not translate host", "connection failed", "timeout expired",
         "server closed the connection", "failed to resolve"),
        StoreError,
        Text("无法连接数据库服务器", "the database server cannot be reached"),
    ),
    (
        ("password authentication failed", "no password supplied", "does not exist"),
        StoreError,
        Text("数据库服务器拒绝登录：请检查用户、密码和库名", "the server refused user or database"),
    ),
)  # fmt: skip


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turn what the database complains of into a `StoreError` about the store called `name`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise explained(name, error) from error


def explained(name: str, error: SQLAlchemyError) -> StoreError:
    """The error that says what happened to the store called `name`."""
    original = error.orig if isinstance(error, DBAPIError) else error
    said = " ".join(str(original).split())
    for signs, kind, text in _CAUSES:
        if any(sign in said.lower() for sign in signs):
            return kind(about(name, text))
    return StoreError(about(name, Text(f"数据库出错（{said[:160]}）", f"failed ({said[:160]})")))


def about(name: str, text: Text) -> Text:
    """`text` with the store's name before it."""
    return Text(f"{name}：{text.zh}", f"{name}: {text.en}")
