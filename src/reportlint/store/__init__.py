"""What was checked and what was decided, kept in SQLite or PostgreSQL."""

from reportlint.store.errors import StoreError, StoreLockedError
from reportlint.store.opening import DEFAULT, Store, open_store

__all__ = ["DEFAULT", "Store", "StoreError", "StoreLockedError", "open_store"]
