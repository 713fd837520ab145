"""`check --watch`: check again whenever a file was saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from time import sleep

from reportlint.cli.failure import CommandError
from reportlint.cli.paths import gather
from reportlint.cli.speech import note
from reportlint.result.model import Text

State = frozenset[tuple[str, int, int]]
INTERVAL = 0.5
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_FAILED = 2
_WAITING = Text(
    "正在等待文件保存；按 Ctrl-C 结束", "waiting for the files to be saved; Ctrl-C ends"
)


def watch(
    paths: Sequence[str], check: Callable[[], int], pause: Callable[[float], None] = sleep
) -> int:
    """Check now and after every change until interrupted; the exit code of the last check."""
    code, checked, before = 0, None, None
    try:
        while True:
            # Programs write a file in several steps: wait until it has come to rest.
            now = _state(paths)
            if now == before and now != checked and (now or checked is None):
                code, checked = _check(check), now
            before = now
            pause(INTERVAL)
    except KeyboardInterrupt:
        return code


def _check(check: Callable[[], int]) -> int:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        code = check()
    except CommandError as error:
        note(error.text)
        code = _FAILED
    note(_WAITING)
    return code


def _state(paths: Sequence[str]) -> State:
    """What tells one state of the files from another; files that are gone do not count."""
    found = set()
    for path in {*paths, *gather(paths).files}:
        try:
            status = os.stat(path)
        except OSError:
            continue
        if not os.path.isdir(path):
            found.add((path, status.st_mtime_ns, status.st_size))
    return frozenset(found)
