"""Several files at once, one process each: a crash or a hang costs one file, never the run."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

from reportlint.cli.speech import say
from reportlint.cli.supervision import at_work, why_lost
from reportlint.config import Config
from reportlint.result.model import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What to do with a file, and what to put in its place when its worker is lost."""

    work: Callable[[str, Config], T]
    lost: Callable[[str, Config, Text], T]


def run_all(job: Job[T], paths: Sequence[str], config: Config, *, apart: bool) -> dict[str, T]:
    """The outcome for each path, in order. Done here for one file, or unless `apart`."""
    if not apart:
        return {path: job.work(path, config) for path in paths}
    if len(paths) <= 1:
        return {path: _here(job, path, config) for path in paths}
    outcomes = _apart(job, paths, config)
    return dict(zip(paths, _with_progress(outcomes, len(paths)), strict=True))


def _here(job: Job[T], path: str, config: Config) -> T:
    """The outcome of a file, unless this process was started since another was lost over it."""
    if (how := why_lost()) is not None:
        return job.lost(path, config, _too_slow(config) if how == "late" else _died(how))
    with at_work(config.limits.file_seconds, config.limits.memory_bytes):
        return job.work(path, config)


def _apart(job: Job[T], paths: Sequence[str], config: Config) -> Iterator[T]:
    from pebble import ProcessPool

    count = min(config.jobs or _cores(), len(paths))
    seconds = config.limits.file_seconds
    pool = ProcessPool(
        max_workers=count,
        context=_context(),
        initializer=_prepare,
        initargs=[config.limits.memory_bytes],
    )
    try:
        futures = [pool.schedule(job.work, args=[p, config], timeout=seconds) for p in paths]
        for path, future in zip(paths, futures, strict=True):
            yield _outcome(job, path, config, future)
        pool.close()  # type: ignore[no-untyped-call]
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def _cores() -> int:
    """Cores that this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """Workers start from a server that has imported everything once, where there is one."""
    if sys.platform == "win32":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["reportlint.cli.work"])
    return context


def _prepare(memory_bytes: int) -> None:
    """Leave interruptions to the parent, and take no more memory than allowed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))


def _outcome(job: Job[T], path: str, config: Config, future: Future[T]) -> T:
    try:
        return future.result()
    except TimeoutError:
        return job.lost(path, config, _too_slow(config))
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return job.lost(path, config, _died(what))


def _too_slow(config: Config) -> Text:
    seconds = f"{config.limits.file_seconds:g}"
    return Text(f"检查超过 {seconds} 秒，已停止。", f"Stopped after {seconds} seconds.")


def _died(how: str) -> Text:
    return Text(
        f"检查该文件的进程意外终止（{how}）。", f"The process that checked it died ({how})."
    )


def _with_progress(outcomes: Iterator[T], total: int) -> Iterator[T]:
    """Show a bar on stderr while the outcomes come in, if anybody looks at it."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        outcomes,
        total=total,
        description=say("检查中", "checking"),
        console=Console(stderr=True),
        transient=True,
    )
