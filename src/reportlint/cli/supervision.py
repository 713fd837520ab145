"""A run in a child from the very start, so that a crash or hang on a single file is a finding.

Several files have a worker each (`workers`). The only one of a run is checked where the command
itself runs, since a second process that imported everything would take twice as long; so the
command as a whole runs in a child that is made before anything is imported, and what started it
waits. If the child is lost over a file, the command is run again here, with that file as lost.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from time import monotonic

COMMANDS = frozenset({"annotate", "check", "compare", "extract"})
"""What reads files in its own process."""
_LENGTH = 64


class _Child:
    """In a child: where it says what it does. In its parent: why the child was lost."""

    outlet: int | None = None
    lost: str | None = None


def supervised(run: Callable[[], int], command: str) -> int:
    """The exit code of `run`; where there can be no child, it is simply called."""
    if command not in COMMANDS or not hasattr(os, "fork"):
        return run()
    inlet, _Child.outlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inlet)
        return run()
    os.close(_Child.outlet)
    _Child.outlet = None
    with _forwarding(child):
        _Child.lost, status = _watched(child, inlet)
    if _Child.lost is None:
        return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else _FAILED
    return run()


_FAILED = 2


@contextlib.contextmanager
def at_work(seconds: float, memory_bytes: int) -> Iterator[None]:
    """While a file is read and checked in this process: for so long, with so much memory.

    Without a supervisor nothing is bounded: the process may belong to somebody else.
    """
    if _Child.outlet is None or sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    within = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (within, hard))
    _say(f"{seconds}")
    try:
        yield
    finally:
        _say("done")
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def why_lost() -> str | None:
    """In the second run: how the child ended, for the file it was at; asked once."""
    why, _Child.lost = _Child.lost, None
    return why


def _say(what: str) -> None:
    if _Child.outlet is not None:
        with contextlib.suppress(OSError):
            os.write(_Child.outlet, what.ljust(_LENGTH).encode())


def _watched(child: int, inlet: int) -> tuple[str | None, int]:
    """Why the child was lost over a file, if it was, and its status."""
    end: float | None = None
    late = False
    while True:
        wait = None if end is None else max(end - monotonic(), 0)
        ready, _, _ = select.select([inlet], [], [], wait)
        if not ready:
            late = True
            os.kill(child, signal.SIGKILL)
            break
        said = os.read(inlet, _LENGTH).decode().strip()
        if not said:
            break
        end = None if said == "done" else monotonic() + float(said)
    os.close(inlet)
    _, status = os.waitpid(child, 0)
    if late:
        return "late", status
    died = os.WIFSIGNALED(status) and end is not None
    return (signal.Signals(os.WTERMSIG(status)).name if died else None), status


@contextlib.contextmanager
def _forwarding(child: int) -> Iterator[None]:
    """Ctrl-C reaches the child by itself; what is sent to this process alone is handed on."""
    handlers = {signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    for number in (signal.SIGTERM, signal.SIGHUP):
        handlers[number] = signal.signal(number, lambda n, _: os.kill(child, n))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
