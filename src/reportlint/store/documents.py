"""Results into the store, and documents out of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from reportlint.config import Config
from reportlint.result import Amount, Flag, Money, Result, Severity
from reportlint.result.contract import Json, document
from reportlint.result.contract import flag as flag_json
from reportlint.store.model import Document, Key
from reportlint.store.moments import now
from reportlint.store.opening import Store
from reportlint.store.tables import decisions, documents, flags, runs

WEIGHTS = {"error": 100, "warning": 10, "info": 1}
"""What an open flag weighs in the queue."""

_SILENT = {"jobs", "lang", "output", "fail_on"}
_TRANSLATED = ("message", "advice", "working")


def config_digest(config: Config) -> str:
    """Names the settings on which results depend, whatever their order."""
    text = config.model_dump_json(exclude=_SILENT)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def start_run(store: Store, root: str, config: Config) -> int:
    """A new run over `root`; its id."""
    row = {
        "root": root,
        "version": version("reportlint"),
        "config": config_digest(config),
        "started_at": now(),
    }
    with store.writing() as connection:
        return _new_id(connection, runs, row)


def finish_run(store: Store, run: int) -> None:
    """Note that a run came to its end."""
    with store.writing() as connection:
        connection.execute(update(runs).where(runs.c.id == run).values(finished_at=now()))


def is_done(store: Store, location: str, sha256: str | None, config: Config) -> bool:
    """Whether this content was checked there by this version with these settings."""
    wanted = (version("reportlint"), config_digest(config), sha256)
    known = (documents.c.version, documents.c.config, documents.c.sha256)
    with store.reading() as connection:
        row = connection.execute(select(*known).where(documents.c.location == location)).first()
    return row is not None and tuple(row) == wanted


def done_before(store: Store, config: Config) -> dict[str, str | None]:
    """The SHA-256 of everything that this version checked with these settings, by location."""
    c = documents.c
    same = (c.version == version("reportlint"), c.config == config_digest(config))
    with store.reading() as connection:
        rows = connection.execute(select(c.location, c.sha256).where(*same))
        return {row.location: row.sha256 for row in rows}


def save(
    store: Store, location: str, result: Result, config: Config, run: int | None = None
) -> int:
    """Put the result for the file at `location` in the place of an older one; returns its id.

    Decisions stay: those on flags that are found again hold for them.
    """
    values = _document_values(result, config) | {"location": location, "run": run}
    with store.writing() as connection:
        id = _upserted(connection, location, values)
        connection.execute(delete(flags).where(flags.c.document == id))
        if rows := list(_flag_rows(id, result)):
            connection.execute(insert(flags), rows)
        _weigh(connection, id)
    return id


def document_of(store: Store, id: int) -> Document | None:
    """The document with this id."""
    with store.reading() as connection:
        row = connection.execute(select(*_COLUMNS).where(documents.c.id == id)).first()
    return _document(row) if row else None


def count_documents(store: Store, words: str = "") -> int:
    """How many documents have `words` in their path or organisation."""
    query = select(func.count()).select_from(documents).where(_has(words))
    with store.reading() as connection:
        return connection.execute(query).scalar_one()


def queue(store: Store, words: str = "", offset: int = 0, limit: int = 50) -> list[Document]:
    """Documents by the weight of their open flags, the heaviest first."""
    order = (documents.c.open_weight.desc(), documents.c.id)
    query = select(*_COLUMNS).where(_has(words)).order_by(*order).offset(offset).limit(limit)
    with store.reading() as connection:
        return [_document(row) for row in connection.execute(query)]


def after_in_queue(store: Store, id: int) -> int | None:
    """The heaviest document with open flags other than `id`."""
    query = (
        select(documents.c.id)
        .where(documents.c.id != id, documents.c.open_flags > 0)
        .order_by(documents.c.open_weight.desc(), documents.c.id)
        .limit(1)
    )
    with store.reading() as connection:
        return connection.execute(query).scalar()


def money_json(money: Money | None) -> Json | None:
    """The picture's amounts, exact, as plain data."""
    if money is None:
        return None
    both = {
        "bars": [_amount(amount) for amount in money.bars],
        "parts": [_amount(amount) for amount in money.parts],
    }
    return both | {"whole": _amount(money.whole) if money.whole else None}


_COLUMNS = [column for column in documents.c if column.name != "run"]


def _amount(amount: Amount) -> Json:
    return {"label": amount.label, "quote": amount.quote, "yuan": str(amount.yuan)}


def _document(row: Row[Any]) -> Document:
    return Document(**row._mapping)


def _has(words: str) -> ColumnElement[bool]:
    if not words:
        return true()
    pattern = "%" + words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    columns = (documents.c.path, documents.c.organization)
    return or_(*(column.ilike(pattern, escape="\\") for column in columns))


def _document_values(result: Result, config: Config) -> dict[str, Any]:
    found = document(result)
    counts = Counter(flag.severity for flag in result.flags)
    reason = result.profile_reason
    details = {key: found[key] for key in ("ledger", "parts")}
    details |= {"money": money_json(result.money), "profile_reason": [reason.zh, reason.en]}
    return {
        "path": result.path,
        "sha256": result.sha256,
        "version": version("reportlint"),
        "config": config_digest(config),
        "status": result.status.value,
        "profile": result.profile,
        "organization": result.organization,
        "year": result.year,
        "figures": result.ledger.figures,
        "checked": result.ledger.checked,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "open_flags": 0,
        "open_weight": 0,
        "details": details,
        "checked_at": now(),
    }


def _upserted(connection: Connection, location: str, values: dict[str, Any]) -> int:
    known = select(documents.c.id).where(documents.c.location == location).with_for_update()
    id: int | None = connection.execute(known).scalar()
    if id is None:
        return _new_id(connection, documents, values)
    connection.execute(update(documents).where(documents.c.id == id).values(values))
    return id


def _new_id(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _flag_rows(document: int, result: Result) -> Iterator[dict[str, Any]]:
    for number, (key, flag) in enumerate(keyed(result.flags), 1):
        said = flag_json(flag, "en")
        where = [part for part in flag.anchor.where if part]
        yield {
            "document": document,
            "number": number,
            "code": flag.code,
            "severity": (flag.severity or Severity.INFO).value,
            "section": where[0] if where else "",
            "fingerprint": key.fingerprint,
            "occurrence": key.occurrence,
            "answer": flag.answer or flag.suppressed,
            "data": flag_json(replace(flag, suppressed=None), "zh"),
            "english": {name: said[name] for name in _TRANSLATED},
        }


def keyed(found: Iterable[Flag]) -> Iterator[tuple[Key, Flag]]:
    """Flags with what names them; the second of two equal fingerprints has occurrence 1."""
    seen: Counter[str] = Counter()
    for flag in found:
        yield Key(flag.fingerprint, seen[flag.fingerprint]), flag
        seen[flag.fingerprint] += 1


def _weigh(connection: Connection, id: int) -> None:
    """Count the flags of a document that have no verdict."""
    last = (
        select(func.max(decisions.c.id))
        .where(decisions.c.document == id)
        .group_by(decisions.c.fingerprint, decisions.c.occurrence)
    )
    settled = select(decisions.c.fingerprint, decisions.c.occurrence).where(
        decisions.c.id.in_(last), decisions.c.verdict != "open"
    )
    done = {tuple(row) for row in connection.execute(settled)}
    query = select(flags.c.fingerprint, flags.c.occurrence, flags.c.severity)
    rows = connection.execute(query.where(flags.c.document == id))
    weights = [WEIGHTS[severity] for *key, severity in rows if tuple(key) not in done]
    values = {"open_flags": len(weights), "open_weight": sum(weights)}
    connection.execute(update(documents).where(documents.c.id == id).values(values))
