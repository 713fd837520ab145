"""Opening a store by path or URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from reportlint.result import Text
from reportlint.store.errors import StoreError, about, guarded
from reportlint.store.migrations import migrate

DEFAULT = "reportlint.sqlite"
"""The store without `--store`: a file in the current folder."""

_WAIT_SECONDS = 5
_ADVISORY_LOCK = 0x7265706F


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `name` is how users know it (never with a password)."""

    engine: Engine
    name: str

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: everything in it is kept, or nothing. Raises `StoreError`."""
        writer = self.engine.execution_options(writes=True)
        with guarded(self.name), writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with. Raises `StoreError`."""
        with guarded(self.name), self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def open_store(where: str = DEFAULT, *, create: bool = True, wait: float = _WAIT_SECONDS) -> Store:
    """The store at `where`: a path, `sqlite:///…`, or `postgresql+psycopg://…`.

    An older store is brought up to date first. With `create` false a store that is not there is an
    error. `wait` is how long (seconds) another writer is waited for. Raises `StoreError`.
    """
    url = _url(where)
    name = _name(url)
    if url.get_backend_name() == "sqlite" and not create and not Path(url.database or "").exists():
        raise StoreError(about(name, Text("没有这个库文件", "there is no such store")))
    store = Store(_engine(url, name, wait), name)
    try:
        with store.writing() as connection:
            _one_at_a_time(connection)
            migrate(connection, name)
    except BaseException:
        store.close()
        raise
    return store


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite+pysqlite", database=where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            about("--store", Text("地址格式不对", "the URL cannot be understood"))
        ) from error
    backend = url.get_backend_name()
    if backend not in ("sqlite", "postgresql"):
        raise StoreError(
            about(
                "--store",
                Text(
                    f"不支持 {backend}，可用 SQLite 文件或 postgresql+psycopg://",
                    f"{backend} is not supported; use an SQLite file or postgresql+psycopg://",
                ),
            )
        )
    driver = "sqlite+pysqlite" if backend == "sqlite" else "postgresql+psycopg"
    return url.set(drivername=driver)


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def _engine(url: URL, name: str, wait: float) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    arguments: dict[str, Any] = {"timeout": wait} if sqlite else {"connect_timeout": 10}
    try:
        engine = create_engine(url, connect_args=arguments, pool_pre_ping=not sqlite)
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError(
            about(
                name,
                Text(
                    "缺少 PostgreSQL 驱动，请安装 reportlint[postgres]",
                    "the PostgreSQL driver is missing: install reportlint[postgres]",
                ),
            )
        ) from error
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(
            engine,
            "begin",
            lambda c: c.execute(text(f"SET LOCAL lock_timeout = '{int(wait * 1000)}ms'")),
        )
    return engine


def _prepare_sqlite(connection: SqliteConnection, _: object) -> None:
    """Readers and one writer at a time; what was committed survives a crash of program or power."""
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))


def _one_at_a_time(connection: Connection) -> None:
    """Two programs that open a new store at once must not both make its tables."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
