"""Every test of the store runs on SQLite and on a PostgreSQL server of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from reportlint.store import Store, open_store

SYSTEM = Path("/usr/lib/postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server: the one REPORTLINT_POSTGRES names, else one started here."""
    if given := os.environ.get("REPORTLINT_POSTGRES"):
        yield given
        return
    pytest.importorskip("psycopg", reason="needs postgres: no psycopg")
    programs = max(SYSTEM.glob("*/bin"), default=None)
    found = programs / "pg_ctl" if programs else shutil.which("pg_ctl")
    if not found or not Path(found).exists():
        pytest.skip("needs postgres: no server on this machine")
    yield from _server(Path(found).parent)


def _server(programs: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="reportlint-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # A server refuses to run as root: it gets the system's own user and a folder of its own.
        user = "postgres" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)

        def run(*command: str | Path) -> None:
            subprocess.run(
                command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=60
            )

        data = folder / "data"
        run(programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses='' -k {folder} -c fsync=off"
        run(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        try:
            yield f"postgresql+psycopg://tester@/postgres?host={folder}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "reportlint.sqlite")
    from sqlalchemy import create_engine, text

    server = str(request.getfixturevalue("postgres"))
    name = f"t{uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    found = open_store(address)
    yield found
    found.close()
