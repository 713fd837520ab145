"""`python keeper.py FOLDER COMMAND…`: runs COMMAND until standard input ends, then clears up.

Whoever starts it holds the other end of its input, which closes however that process ends, so
that neither a program nor a folder is left behind. Needs nothing but the standard library, and is
started by its path: reportlint itself is not imported.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys


def main(folder: str, command: list[str]) -> None:
    """Run `command`; end it with all its children, and remove `folder`, when the input ends."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(KeyboardInterrupt):
        sys.stdin.read()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
