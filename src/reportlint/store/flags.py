"""The flags of a document, with the reviewers' last word on each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, func, select

from reportlint.store.decisions import as_decision
from reportlint.store.model import Filter, Key, RuleRecord, StoredFlag, Verdict
from reportlint.store.opening import Store
from reportlint.store.tables import decisions, flags

EVERYTHING = Filter()


def flags_of(
    store: Store,
    document: int,
    wanted: Filter = EVERYTHING,
    *,
    lang: str = "zh",
    offset: int = 0,
    limit: int | None = None,
) -> list[StoredFlag]:
    """Flags in document order, their texts in `lang`."""
    query = _joined(*flags.c, *_DECIDED).where(*_conditions(document, wanted))
    query = query.order_by(flags.c.number).offset(offset).limit(limit)
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [_stored(row, lang) for row in rows]


def count_flags(store: Store, document: int, wanted: Filter = EVERYTHING) -> int:
    """How many flags fit."""
    query = _joined(func.count()).where(*_conditions(document, wanted))
    with store.reading() as connection:
        return int(connection.execute(query).scalar_one())


def choices(store: Store, document: int) -> tuple[list[str], list[str]]:
    """Families and sections that have flags: the values by which a `Filter` can choose."""
    query = select(flags.c.code, flags.c.section).where(flags.c.document == document)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(flags.c.number)).all()
    families = sorted({code[:3] for code, _ in rows})
    return families, list(dict.fromkeys(section for _, section in rows))


def tally(store: Store, document: int) -> dict[str, int]:
    """Flags of a document by severity, and by verdict."""
    verdict = func.coalesce(decisions.c.verdict, Verdict.OPEN.value)
    query = _joined(flags.c.severity, verdict, func.count()).where(flags.c.document == document)
    found: dict[str, int] = {}
    with store.reading() as connection:
        for severity, said, count in connection.execute(query.group_by(flags.c.severity, verdict)):
            found[severity] = found.get(severity, 0) + count
            found[said] = found.get(said, 0) + count
    return found


def numbers_of(store: Store, document: int, keys: Collection[Key]) -> frozenset[int]:
    """The numbers of the flags that `keys` name."""
    wanted = frozenset(keys)
    query = select(flags.c.fingerprint, flags.c.occurrence, flags.c.number)
    with store.reading() as connection:
        rows = connection.execute(query.where(flags.c.document == document))
        return frozenset(number for f, o, number in rows if Key(f, o) in wanted)


def rule_records(store: Store) -> list[RuleRecord]:
    """For each rule that has flags: how many, and how they were judged."""
    counted = [
        func.sum(case((decisions.c.verdict == verdict.value, 1), else_=0))
        for verdict in (Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.EXPLAINED)
    ]
    query = _joined(flags.c.code, func.count(), *counted).group_by(flags.c.code)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(flags.c.code)).all()
    return [RuleRecord(code, *(int(number) for number in numbers)) for code, *numbers in rows]


_DECIDED = [
    decisions.c[name].label(f"decision_{name}")
    for name in ("verdict", "reason", "who", "at", "action")
]


def _joined(*columns: ColumnElement[Any]) -> Select[Any]:
    """Flags with the last decision on each, if there is one."""
    latest = (
        select(func.max(decisions.c.id))
        .where(
            decisions.c.document == flags.c.document,
            decisions.c.fingerprint == flags.c.fingerprint,
            decisions.c.occurrence == flags.c.occurrence,
        )
        .correlate(flags)
        .scalar_subquery()
    )
    return select(*columns).select_from(flags.outerjoin(decisions, decisions.c.id == latest))


def _conditions(document: int, wanted: Filter) -> Sequence[ColumnElement[bool]]:
    found = [flags.c.document == document]
    if wanted.severities:
        found.append(flags.c.severity.in_(wanted.severities))
    if wanted.family:
        found.append(flags.c.code.startswith(wanted.family, autoescape=True))
    if wanted.section is not None:
        found.append(flags.c.section == wanted.section)
    if wanted.numbers is not None:
        found.append(flags.c.number.in_(wanted.numbers))
    if wanted.verdict is not None:
        said = func.coalesce(decisions.c.verdict, Verdict.OPEN.value)
        found.append(said == wanted.verdict.value)
    return [and_(*found)]


def _stored(row: RowMapping, lang: str) -> StoredFlag:
    decided = row["decision_verdict"] is not None
    named = {key: row[f"decision_{key}"] for key in ("verdict", "reason", "who", "at", "action")}
    return StoredFlag(
        number=row["number"],
        key=Key(row["fingerprint"], row["occurrence"]),
        code=row["code"],
        severity=row["severity"],
        data=row["data"] | (row["english"] if lang == "en" else {}),
        answer=row["answer"] or "",
        decision=as_decision(named) if decided else None,
    )
