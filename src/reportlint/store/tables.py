"""The tables as they are now; `migrations` leads every older store here.

Times are text, ISO 8601 in UTC, so that they sort and read the same in every database. `location`
(an absolute path or URL) is what makes a document one; `path` is how it is shown.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", String, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("root", Text, nullable=False),
    Column("version", String, nullable=False),
    Column("config", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id")),
    Column("location", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("sha256", String),
    Column("version", String, nullable=False),
    Column("config", String, nullable=False),
    Column("status", String, nullable=False),
    Column("profile", String),
    Column("organization", Text),
    Column("year", Integer),
    Column("figures", Integer, nullable=False),
    Column("checked", Integer, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("infos", Integer, nullable=False),
    Column("open_flags", Integer, nullable=False),
    Column("open_weight", Integer, nullable=False),
    Column("details", JSON, nullable=False),
    Column("checked_at", String, nullable=False),
    Index("documents_by_weight", "open_weight", "id"),
)

flags = Table(
    "flags",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("code", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("section", Text, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("answer", Text),
    Column("data", JSON, nullable=False),
    Column("english", JSON, nullable=False),
    UniqueConstraint("document", "number"),
    UniqueConstraint("document", "fingerprint", "occurrence"),
    Index("flags_by_code", "code"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.id"), nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("code", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Column("action", String, nullable=False),
    Column("undoes", String),
    Index("decisions_by_flag", "document", "fingerprint", "occurrence", "id"),
    Index("decisions_by_action", "action"),
)

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("password", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", String, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", String, primary_key=True),
    Column("user", Integer, ForeignKey("users.id"), nullable=False),
    Column("csrf", String, nullable=False),
    Column("expires_at", String, nullable=False),
)
