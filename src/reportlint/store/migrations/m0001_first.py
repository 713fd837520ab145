"""Runs, documents, flags, decisions, users, sessions; decisions can only be added."""

from __future__ import annotations

from sqlalchemy import Connection, text

_ID = {"sqlite": "INTEGER NOT NULL PRIMARY KEY", "postgresql": "SERIAL PRIMARY KEY"}

_TABLES = (
    "CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, applied_at VARCHAR NOT NULL)",
    """CREATE TABLE runs (
        id {id}, root TEXT NOT NULL, version VARCHAR NOT NULL, config VARCHAR NOT NULL,
        started_at VARCHAR NOT NULL, finished_at VARCHAR)""",
    """CREATE TABLE documents (
        id {id}, run INTEGER REFERENCES runs (id), location TEXT NOT NULL UNIQUE,
        path TEXT NOT NULL, sha256 VARCHAR, version VARCHAR NOT NULL, config VARCHAR NOT NULL,
        status VARCHAR NOT NULL, profile VARCHAR, organization TEXT, year INTEGER,
        figures INTEGER NOT NULL, checked INTEGER NOT NULL, errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL, infos INTEGER NOT NULL, open_flags INTEGER NOT NULL,
        open_weight INTEGER NOT NULL, details JSON NOT NULL, checked_at VARCHAR NOT NULL)""",
    """CREATE TABLE flags (
        id {id}, document INTEGER NOT NULL REFERENCES documents (id), number INTEGER NOT NULL,
        code VARCHAR NOT NULL, severity VARCHAR NOT NULL, section TEXT NOT NULL,
        fingerprint VARCHAR NOT NULL, occurrence INTEGER NOT NULL, answer TEXT,
        data JSON NOT NULL, english JSON NOT NULL,
        UNIQUE (document, number), UNIQUE (document, fingerprint, occurrence))""",
    """CREATE TABLE decisions (
        id {id}, document INTEGER NOT NULL REFERENCES documents (id),
        fingerprint VARCHAR NOT NULL, occurrence INTEGER NOT NULL, code VARCHAR NOT NULL,
        verdict VARCHAR NOT NULL, reason TEXT NOT NULL, who VARCHAR NOT NULL,
        at VARCHAR NOT NULL, action VARCHAR NOT NULL, undoes VARCHAR)""",
    """CREATE TABLE users (
        id {id}, name VARCHAR NOT NULL UNIQUE, role VARCHAR NOT NULL, password TEXT NOT NULL,
        active BOOLEAN NOT NULL, created_at VARCHAR NOT NULL)""",
    """CREATE TABLE sessions (
        token VARCHAR NOT NULL PRIMARY KEY, "user" INTEGER NOT NULL REFERENCES users (id),
        csrf VARCHAR NOT NULL, expires_at VARCHAR NOT NULL)""",
    "CREATE INDEX documents_by_weight ON documents (open_weight, id)",
    "CREATE INDEX flags_by_code ON flags (code)",
    "CREATE INDEX decisions_by_flag ON decisions (document, fingerprint, occurrence, id)",
    "CREATE INDEX decisions_by_action ON decisions (action)",
    """CREATE VIEW current_decisions AS SELECT * FROM decisions WHERE id IN (
        SELECT max(id) FROM decisions GROUP BY document, fingerprint, occurrence)""",
)

_ONLY_ADDED = {
    "sqlite": (
        """CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END""",
        """CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION decisions_only_added() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'decisions are only added'; END $$""",
        """CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
        FOR EACH STATEMENT EXECUTE FUNCTION decisions_only_added()""",
    ),
}


def apply(connection: Connection) -> None:
    """Make everything of the first schema."""
    dialect = connection.dialect.name
    for statement in (*_TABLES, *_ONLY_ADDED[dialect]):
        connection.execute(text(statement.format(id=_ID[dialect])))
