"""Work for worker processes: some of it kills or stops them."""

from __future__ import annotations

import os
import threading

from reportlint.config import Config
from reportlint.result import Text


def work(path: str, config: Config) -> str:
    if path == "crash":
        os.abort()
    if path == "hang":
        threading.Event().wait()
    if path == "eat":
        return str(len(bytearray(10**9)))
    if path == "raise":
        raise ValueError("no good")
    return path.upper()


def lost(path: str, config: Config, why: Text) -> str:
    return f"{path}: {why.en}"
