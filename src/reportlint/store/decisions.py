"""What reviewers decide: rows that are only ever added."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, insert, select, update

from reportlint.store.documents import WEIGHTS
from reportlint.store.model import Decision, Key, Verdict
from reportlint.store.moments import now
from reportlint.store.opening import Store
from reportlint.store.tables import decisions, documents, flags

_FEW = 200
"""So many keys are asked for by name; for more, all of the document is read."""


_Row = RowMapping | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    severity: str


def decide(
    store: Store, document: int, keys: Collection[Key], verdict: Verdict, reason: str, who: str
) -> str:
    """One verdict on some flags of a document; returns the action, by which it can be undone.

    When this returns, the verdict is on disk. Keys that no flag of the document has are passed
    over. Raises `StoreError`.
    """
    wanted, action = frozenset(keys), uuid.uuid4().hex
    with store.writing() as connection:
        _lock(connection, document)
        kinds = _kinds(connection, document, wanted)
        before = current(connection, document, wanted)
        rows = [
            _row(document, key, kind.code, Decision(verdict, reason, who, now(), action))
            for key, kind in kinds.items()
        ]
        _add(connection, document, rows, before, kinds)
    return action


def undo(store: Store, document: int, who: str) -> frozenset[Key]:
    """Take back the last action of `who` on this document that still stands.

    Each flag gets back the verdict it had before. Returns which flags were changed.
    """
    with store.writing() as connection:
        _lock(connection, document)
        standing = _standing(connection, document)
        action = _last_action(standing, who)
        if action is None:
            return frozenset()
        rows = [_reversal(document, key, rows, who) for key, rows in standing.items()
                if rows and rows[-1]["action"] == action]  # fmt: skip
        keys = frozenset(Key(row["fingerprint"], row["occurrence"]) for row in rows)
        undoing = uuid.uuid4().hex
        marked = [row | {"action": undoing, "undoes": action} for row in rows]
        before = current(connection, document, keys)
        _add(connection, document, marked, before, _kinds(connection, document, keys))
        return keys


def current(
    connection: Connection, document: int, keys: Collection[Key] | None = None
) -> dict[Key, Decision]:
    """The last word on the flags of a document, or on those of `keys` (and perhaps others)."""
    last = (
        select(func.max(decisions.c.id))
        .where(decisions.c.document == document, *_among(decisions.c.fingerprint, keys))
        .group_by(decisions.c.fingerprint, decisions.c.occurrence)
    )
    rows = connection.execute(select(decisions).where(decisions.c.id.in_(last))).mappings()
    return {_key(row): as_decision(row) for row in rows}


def history(store: Store, document: int, key: Key) -> list[Decision]:
    """Everything ever decided on a flag, the oldest first."""
    c = decisions.c
    about = and_(
        c.document == document, c.fingerprint == key.fingerprint, c.occurrence == key.occurrence
    )
    with store.reading() as connection:
        rows = connection.execute(select(decisions).where(about).order_by(c.id)).mappings()
        return [as_decision(row) for row in rows]


def as_decision(row: _Row) -> Decision:
    """A decision from a row of its table."""
    return Decision(Verdict(row["verdict"]), row["reason"], row["who"], row["at"], row["action"])


def _key(row: _Row) -> Key:
    return Key(row["fingerprint"], row["occurrence"])


def _among(
    column: ColumnElement[str], keys: Collection[Key] | None
) -> Iterator[ColumnElement[bool]]:
    if keys is not None and len(keys) <= _FEW:
        yield column.in_({key.fingerprint for key in keys})


def _lock(connection: Connection, document: int) -> None:
    """Two reviewers of one document write one after the other."""
    row = select(documents.c.id).where(documents.c.id == document).with_for_update()
    connection.execute(row)


def _kinds(connection: Connection, document: int, keys: frozenset[Key]) -> dict[Key, _Kind]:
    """Code and severity of those flags of the document that `keys` name, in document order."""
    columns = (flags.c.fingerprint, flags.c.occurrence, flags.c.code, flags.c.severity)
    query = select(*columns).where(flags.c.document == document, *_among(flags.c.fingerprint, keys))
    rows = connection.execute(query.order_by(flags.c.number))
    found = ((Key(f, o), _Kind(code, severity)) for f, o, code, severity in rows)
    return {key: kind for key, kind in found if key in keys}


def _standing(connection: Connection, document: int) -> dict[Key, list[_Row]]:
    """The decisions on each flag that were not taken back, the oldest first."""
    query = select(decisions).where(decisions.c.document == document).order_by(decisions.c.id)
    found: dict[Key, list[_Row]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        rows = found[_key(row)]
        if row["undoes"] is None:
            rows.append(row)
        else:
            rows[:] = [r for r in rows if r["action"] != row["undoes"]]
    return found


def _last_action(standing: Mapping[Key, list[_Row]], who: str) -> str | None:
    """The latest action of `who` that nobody overruled, on some flag at least."""
    tops = [rows[-1] for rows in standing.values() if rows and rows[-1]["who"] == who]
    return max(tops, key=lambda row: row["id"])["action"] if tops else None


def _reversal(document: int, key: Key, rows: Sequence[_Row], who: str) -> dict[str, Any]:
    earlier = as_decision(rows[-2]) if len(rows) > 1 else None
    verdict = earlier.verdict if earlier else Verdict.OPEN
    reason = earlier.reason if earlier else ""
    decision = Decision(verdict, reason, who, now(), "")
    return _row(document, key, rows[-1]["code"], decision)


def _row(document: int, key: Key, code: str, decision: Decision) -> dict[str, Any]:
    return {
        "document": document,
        "fingerprint": key.fingerprint,
        "occurrence": key.occurrence,
        "code": code,
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "who": decision.who,
        "at": decision.at,
        "action": decision.action,
        "undoes": None,
    }


def _add(
    connection: Connection,
    document: int,
    rows: Sequence[dict[str, Any]],
    before: Mapping[Key, Decision],
    kinds: Mapping[Key, _Kind],
) -> None:
    """Write the rows, and what they change in the weight of the document's open flags."""
    if not rows:
        return
    connection.execute(insert(decisions), rows)
    steps = [(kinds[_key(row)], _step(row, before)) for row in rows if _key(row) in kinds]
    weight = sum(step * WEIGHTS[kind.severity] for kind, step in steps)
    values = {
        "open_flags": documents.c.open_flags + sum(step for _, step in steps),
        "open_weight": documents.c.open_weight + weight,
    }
    connection.execute(update(documents).where(documents.c.id == document).values(values))


def _step(row: _Row, before: Mapping[Key, Decision]) -> int:
    """1 for a flag that is open again, −1 for one that no longer is, else 0."""
    decision = before.get(_key(row))
    was_open = decision is None or decision.verdict is Verdict.OPEN
    return int(row["verdict"] == Verdict.OPEN.value) - int(was_open)
