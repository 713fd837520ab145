"""Run LibreOffice on one file: apart, in a folder of its own, for a limited time."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from reportlint.config import Limits
from reportlint.readers.failure import Reason, UnreadableFile, over_limit, unreadable
from reportlint.readers.legacy.losses import not_converted, not_installed, protected
from reportlint.readers.legacy.profile import write_profile
from reportlint.result import Text

PROGRAMS = ("soffice", "libreoffice")
FILTER = "docx:MS Word 2007 XML"
SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
SUFFIXES = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml"}
HEADER, FLAGS, ENCRYPTED = b"\xec\xa5", 11, 0x1
"""Of the document's first bytes (MS-DOC 2.5.2): the mark, where the flag is, and the flag."""
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""Variables that the program needs; of all others it learns nothing."""


def as_docx(data: bytes, kind: str, limits: Limits) -> bytes:
    """The docx that LibreOffice makes of `data`, a document of `kind` (a key of `SUFFIXES`).

    Raises `UnreadableFile`: no LibreOffice on PATH, a password, out of time, cannot be converted.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if kind == "doc" and _is_locked(data):
        raise protected()
    if program is None:
        raise not_installed(kind)
    with tempfile.TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True) as folder:
        return _converted(program, Path(folder), data, SUFFIXES[kind], limits)


def _converted(program: str, folder: Path, data: bytes, suffix: str, limits: Limits) -> bytes:
    source, target = folder / f"report{suffix}", folder / "out" / "report.docx"
    source.write_bytes(data)
    profile = write_profile(folder / "profile")
    command = [program, f"-env:UserInstallation={profile}", *SWITCHES]
    command += ["--convert-to", FILTER, "--outdir", str(target.parent), str(source)]
    if not _run(command, folder, limits.seconds):
        raise _too_slow(limits)
    if not target.is_file():
        raise not_converted()
    if target.stat().st_size > limits.max_bytes:
        what = Text("文件字节数", "File size in bytes")
        raise over_limit(what, limits.max_bytes, "max_bytes")
    return target.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether the program came to an end by itself. It is killed with all its children if not."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**kept, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started: the launcher is not the one that works."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _is_locked(data: bytes) -> bool:
    """Whether the header of a Word 97 document says that it is encrypted."""
    for sector in range(0, min(len(data), 1 << 24), 512):
        if data.startswith(HEADER, sector) and len(data) > sector + FLAGS:
            return bool(data[sector + FLAGS] & ENCRYPTED)
    return False


def _too_slow(limits: Limits) -> UnreadableFile:
    return unreadable(
        Text(
            f"转换该文件超过 {limits.seconds:g} 秒，已停止。",
            f"Converting the file took more than {limits.seconds:g} seconds; stopped.",
        ),
        Text(
            "请用 Word 或 WPS 另存为 .docx 再检查，或在配置中提高 limits.seconds。",
            "Save it as .docx and check that, or raise limits.seconds in the configuration.",
        ),
        reason=Reason.OVER_LIMIT,
    )
