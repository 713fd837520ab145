"""Numbered steps from an empty database to the present schema.

A step is a module `mNNNN_<name>` with `apply(connection)`. It describes the schema in words of its
own and never changes once released: `tables` may move on, an old store must still be led along.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection, inspect, select

from reportlint.result import Text
from reportlint.store.errors import StoreError, about
from reportlint.store.moments import now
from reportlint.store.tables import migrations


def steps() -> dict[int, str]:
    """Module names by number, in order."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name.startswith("m"))
    return {int(name[1:5]): f"{__name__}.{name}" for name in names}


def applied(connection: Connection, name: str) -> int:
    """The number of the last step taken, 0 for an empty database.

    Raises `StoreError` for a database with tables of somebody else's.
    """
    present = set(inspect(connection).get_table_names())
    if "migrations" in present:
        taken = connection.execute(select(migrations.c.number)).scalars().all()
        return max(taken, default=0)
    if present:
        raise StoreError(about(name, Text("不是 reportlint 的数据库", "is no store of reportlint")))
    return 0


def migrate(connection: Connection, name: str) -> None:
    """Take the steps that are missing. Raises `StoreError` for a store of a newer reportlint."""
    last, known = applied(connection, name), steps()
    if last > max(known):
        raise StoreError(
            about(
                name,
                Text(
                    f"由更新版本的 reportlint 建立（结构 {last}，本版本认到 {max(known)}），请升级",
                    f"was made by a newer reportlint (schema {last}, this one knows {max(known)}): "
                    "upgrade",
                ),
            )
        )
    for number, module in known.items():
        if number > last:
            import_module(module).apply(connection)
            connection.execute(migrations.insert().values(number=number, applied_at=now()))
