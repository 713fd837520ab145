"""Files on their way into the store: checked in other processes, written by one thread."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread

from reportlint.config import Config
from reportlint.engine.checking import sha256_of
from reportlint.readers.archive import SEPARATOR, split
from reportlint.result import Result, Text
from reportlint.review.jobs import check_file, check_lost
from reportlint.review.workers import Workers
from reportlint.store import Store, StoreError
from reportlint.store.documents import is_done, save

_AHEAD = 16
"""Files handed to the processes before the first of them is waited for."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch of files has come; `trouble` is why it was given up."""

    done: int = 0
    total: int = 0
    trouble: Text | None = None

    @property
    def running(self) -> bool:
        """Whether more is to come."""
        return self.done < self.total and self.trouble is None


@dataclass(frozen=True, slots=True)
class _Waiting:
    location: str
    shown: str
    future: Future[Result]


class Intake:
    """Checks files and stores the results."""

    def __init__(self, store: Store, config: Config, workers: Workers) -> None:
        self._store = store
        self._config = config
        self._workers = workers
        self._lock = Lock()
        self._progress = Progress()
        self._stopped = Event()

    @property
    def progress(self) -> Progress:
        """How far `take_all` has come."""
        with self._lock:
            return self._progress

    def take(self, location: str, shown: str) -> int:
        """Check one file now; the id of its document. Raises `StoreError`."""
        file = _Waiting(location, shown, self._start(location, shown))
        return save(self._store, location, self._outcome(file), self._config)

    def take_all(self, paths: Iterable[str]) -> Thread:
        """Check files in the background, passing over those done before."""
        files = list(paths)
        with self._lock:
            self._progress = Progress(0, len(files))
        thread = Thread(target=self._work_off, args=[files], daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """Begin no further file."""
        self._stopped.set()

    def _work_off(self, files: Sequence[str]) -> None:
        waiting: deque[_Waiting] = deque()
        try:
            for path in files:
                if self._stopped.is_set():
                    return
                location = location_of(path)
                if is_done(self._store, location, self._digest(path), self._config):
                    self._advance()
                    continue
                waiting.append(_Waiting(location, path, self._start(location, path)))
                if len(waiting) > _AHEAD:
                    self._settle(waiting.popleft())
            while waiting and not self._stopped.is_set():
                self._settle(waiting.popleft())
        except StoreError as error:
            with self._lock:
                self._progress = replace(self._progress, trouble=error.text)

    def _settle(self, file: _Waiting) -> None:
        result = self._outcome(file)
        save(self._store, file.location, result, self._config)
        self._advance()

    def _advance(self) -> None:
        with self._lock:
            self._progress = replace(self._progress, done=self._progress.done + 1)

    def _digest(self, path: str) -> str | None:
        return sha256_of(Path(path), self._config)

    def _start(self, location: str, shown: str) -> Future[Result]:
        return self._workers.start(check_file, location, shown, self._config)

    def _outcome(self, file: _Waiting) -> Result:
        try:
            return file.future.result()
        except TooLong:
            seconds = f"{self._config.limits.file_seconds:g}"
            why = Text(f"检查超过 {seconds} 秒，已停止。", f"Stopped after {seconds} seconds.")
        except Exception as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            why = Text(
                f"检查该文件的进程意外终止（{what}）。",
                f"The process that checked it died ({what}).",
            )
        return check_lost(file.location, file.shown, self._config, why)


def location_of(path: str) -> str:
    """What makes the file at `path` one document: its real path, and the name inside a zip."""
    member = split(path)
    if member is None:
        return os.path.realpath(path)
    return f"{os.path.realpath(member.archive)}{SEPARATOR}{member.name}"
