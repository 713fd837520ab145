"""All that the pages of one server share."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from reportlint.config import Config
from reportlint.review.displays import Displays
from reportlint.review.intake import Intake
from reportlint.review.workers import Workers
from reportlint.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the processes that open files, and who may come in.

    Without `auth` whoever reaches the server is `nobody`, an administrator: such a server listens
    on this machine only. `uploads` is the folder for files sent in, at most `upload_bytes` each.
    """

    store: Store
    config: Config
    workers: Workers
    displays: Displays
    intake: Intake
    uploads: Path
    auth: bool = False
    nobody: str = "审核人"
    upload_bytes: int = 100_000_000
    page_size: int = 50
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def close(self) -> None:
        """Let running checks go and give the store back."""
        self.intake.stop()
        self.workers.stop()
        self.store.close()


def open_desk(
    store: Store,
    config: Config,
    uploads: Path,
    *,
    auth: bool = False,
    nobody: str = "审核人",
    upload_bytes: int = 100_000_000,
) -> Desk:
    """A desk over a store."""
    workers = Workers(config)
    return Desk(
        store=store,
        config=config,
        workers=workers,
        displays=Displays(workers),
        intake=Intake(store, config, workers),
        uploads=uploads,
        auth=auth,
        nobody=nobody,
        upload_bytes=min(upload_bytes, config.limits.max_bytes),
    )
