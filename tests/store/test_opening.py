from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from store_cases import flag, saved

from reportlint.store import Store, StoreError, StoreLockedError, open_store
from reportlint.store.documents import count_documents
from reportlint.store.migrations import steps
from reportlint.store.tables import metadata


def test_migrations_lead_to_the_tables_as_they_are(store: Store) -> None:
    with store.reading() as connection:
        found = inspect(connection)
        for table in metadata.tables.values():
            columns = {c["name"]: c["nullable"] for c in found.get_columns(table.name)}
            assert columns == {c.name: c.nullable for c in table.columns}, table.name
            indexes = {index["name"] for index in found.get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= indexes


def test_opening_again_changes_nothing(address: str) -> None:
    first = open_store(address)
    saved(first, [flag("1%")])
    first.close()
    second = open_store(address, create=False)
    assert count_documents(second) == 1
    with second.reading() as connection:
        taken = connection.execute(text("SELECT number FROM migrations")).scalars().all()
    assert list(taken) == list(steps())
    second.close()


def test_a_newer_store_is_left_alone(address: str) -> None:
    store = open_store(address)
    with store.writing() as connection:
        connection.execute(text("INSERT INTO migrations VALUES (9999, 'x')"))
    store.close()
    with pytest.raises(StoreError) as error:
        open_store(address)
    assert "升级" in error.value.text.zh


def test_a_database_of_somebody_else_is_left_alone(address: str) -> None:
    store = open_store(address)
    with store.writing() as connection:
        connection.execute(text("DROP VIEW current_decisions"))
        connection.execute(text("DROP TABLE migrations"))
    store.close()
    with pytest.raises(StoreError, match="no store of reportlint"):
        open_store(address)


def test_a_store_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such store"):
        open_store(str(tmp_path / "x.sqlite"), create=False)
    assert not (tmp_path / "x.sqlite").exists()


def test_a_folder_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no folder or no permission"):
        open_store(str(tmp_path / "no" / "x.sqlite"))


@pytest.mark.parametrize("content", [b"<html>not a database at all</html>" * 99, b"SQLite"])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged or no database"):
        open_store(str(path))
    assert path.read_bytes() == content


def test_a_damaged_store_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    store = open_store(str(path))
    saved(store, [flag(f"{n}%") for n in range(300)])
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(StoreError):
        count_documents(open_store(str(path)))


def test_a_locked_store_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    store = open_store(str(path), wait=0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLockedError) as error:
        saved(store, [flag("1%")])
    assert "另一程序" in error.value.text.zh
    holder.execute("ROLLBACK")
    holder.close()
    saved(store, [flag("1%")])
    assert count_documents(store) == 1
    store.close()


def test_a_locked_server_is_said_to_be(postgres: str) -> None:
    store = open_store(postgres, wait=0.2)
    id = saved(store, [flag("1%")], "锁.docx")
    with store.writing() as holder:
        holder.execute(text(f"SELECT 1 FROM documents WHERE id = {id} FOR UPDATE"))
        with pytest.raises(StoreLockedError):
            saved(store, [flag("2%")], "锁.docx")
    store.close()


def test_a_server_that_is_away_is_said_to_be() -> None:
    pytest.importorskip("psycopg", reason="needs postgres: no psycopg")
    with pytest.raises(StoreError) as error:
        open_store("postgresql://u:secret@127.0.0.1:1/x")
    assert "无法连接" in error.value.text.zh
    assert "secret" not in error.value.text.en


@pytest.mark.parametrize("address", ["mysql://x/y", "://", "http://example.org"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(StoreError):
        open_store(address).close()
