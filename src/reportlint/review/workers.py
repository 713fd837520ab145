"""Files are opened in processes of their own: one that kills or stalls its process costs itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessPool

from reportlint.config import Config

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """A pool of processes, started when first needed."""

    def __init__(self, config: Config) -> None:
        self._seconds = config.limits.file_seconds
        context = get_context("spawn" if sys.platform == "win32" else "forkserver")
        if sys.platform != "win32":
            context.set_forkserver_preload(["reportlint.review.jobs"])
        self._pool = ProcessPool(
            max_workers=config.jobs or _cores(),
            context=context,
            initializer=_prepare,
            initargs=[config.limits.memory_bytes],
        )

    def start(self, function: Callable[P, T], *args: P.args, **_: P.kwargs) -> Future[T]:
        """Call `function` in a process; the future raises `TimeoutError` or `ProcessExpired`."""
        arguments: list[Any] = list(args)
        return self._pool.schedule(function, args=arguments, timeout=self._seconds)

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `function` in a process and wait for what it returns or raises."""
        return self.start(function, *args, **kwargs).result()

    def stop(self) -> None:
        """End all processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _prepare(memory_bytes: int) -> None:
    """Leave interruptions to the server, and take no more memory than allowed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))
