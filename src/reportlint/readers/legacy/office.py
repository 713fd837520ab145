"""A LibreOffice that stays: started once per process, asked to convert file after file.

Started anew it takes seconds for each file, asked again a tenth of one. It is kept from ending by
a document of ours that stays open; a second call with the same profile hands its request on to it
and waits until that is done.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from time import monotonic, sleep

from reportlint.readers.legacy.profile import write_profile

SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault")
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""Variables that the program needs; of all others it learns nothing."""
MOST = 200
"""Files after which it is started anew: it never gives all of its memory back."""
_POLL = 0.02
_KEEPER = Path(__file__).with_name("keeper.py")


class Office:
    """One running LibreOffice with a profile and a folder of its own, which no one else may read.

    Not to be used by two threads at once.
    """

    def __init__(self, program: str) -> None:
        self.program = program
        self.process_id = os.getpid()
        self.converted = 0
        self._folder = Path(tempfile.mkdtemp(prefix="reportlint-"))
        profile = write_profile(self._folder / "profile")
        self._switches = (f"-env:UserInstallation={profile}", *SWITCHES)
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        folder = str(self._folder)
        self._environment = {**kept, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
        self._keeper = self._kept_running()

    def _kept_running(self) -> subprocess.Popen[bytes]:
        held = self._folder / "open.txt"
        held.write_bytes(b".")
        command = [self.program, *self._switches, str(held)]
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(_KEEPER), str(self._folder), *command],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def convert(self, source: Path, filter_name: str, seconds: float) -> bool:
        """Write what `filter_name` makes of `source` beside it; whether that ended in time."""
        deadline = monotonic() + seconds
        self.converted += 1
        while not (self._folder / ".~lock.open.txt#").exists():
            if monotonic() > deadline:
                return False
            sleep(_POLL)
        client = subprocess.Popen(
            [self.program, *self._switches, *_request(source, filter_name)],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            client.wait(max(deadline - monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            return False
        finally:
            client.kill()
            client.wait()
        return True

    def serves(self, program: str) -> bool:
        """Whether it is alive, that program, and not yet due to be started anew."""
        alive = self._keeper.poll() is None
        return alive and self.program == program and self.converted < MOST

    def workplace(self) -> tempfile.TemporaryDirectory[str]:
        """A folder for one file, removed when it is done."""
        return tempfile.TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True)

    def close(self) -> None:
        """End it with everything that it started, and remove its folder."""
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._keeper.wait(10)


def _request(source: Path, filter_name: str) -> list[str]:
    return ["--convert-to", filter_name, "--outdir", str(source.parent), str(source)]


_LOCK = Lock()
_RUNNING: list[Office] = []


@contextlib.contextmanager
def office(program: str) -> Iterator[Office]:
    """The LibreOffice of this process, for one file. It is ended if the block raises."""
    with _LOCK:
        running = _current(program)
        try:
            yield running
        except BaseException:
            close_office()
            raise


def _current(program: str) -> Office:
    if _RUNNING and _RUNNING[0].process_id != os.getpid():
        _RUNNING.clear()
    if _RUNNING and not _RUNNING[0].serves(program):
        close_office()
    if not _RUNNING:
        _RUNNING.append(Office(program))
        atexit.unregister(close_office)
        atexit.register(close_office)
    return _RUNNING[0]


def close_office() -> None:
    """End the LibreOffice of this process, if there is one."""
    while _RUNNING:
        _RUNNING.pop().close()
