"""Read something in a child that may take only so much memory and processor time."""

from __future__ import annotations

import os
import re
import resource
import signal
from dataclasses import dataclass
from pathlib import Path

from reportlint.config import Config, Limits
from reportlint.document import Document
from reportlint.engine import check_document
from reportlint.readers import UnreadableFile, read_bytes
from reportlint.result import Outcome

SECONDS = 20
"""Processor time that a file may take."""
MEMORY = 1_000_000_000
"""Bytes that it may take beyond those of the process that asks."""


@dataclass(frozen=True)
class Ending:
    """How it ended: `document` or the reason why there is none, and all that was said of it."""

    status: str
    said: str = ""

    def says(self, words: str) -> bool:
        """Whether the notices speak of something."""
        return words in self.said


def confined(
    data: bytes, name: str, limits: Limits | None = None, *, check: bool = False
) -> Ending:
    """What became of `data`; a child that is ended by a limit ends in `killed`."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            limit_memory()
            ending = _ending(data, name, limits or Limits(), check)
            os.write(sender, f"{ending.status}\n{ending.said}".encode()[:60_000])
        finally:
            os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Ending("killed", signal.Signals(os.WTERMSIG(status)).name)
    found, _, words = said.partition("\n")
    return Ending(found or "died", words)


def limit_memory() -> None:
    """Let this process take so much more than it has: the tests themselves may be large by now."""
    status = Path("/proc/self/status").read_text()
    found = re.search(r"^VmData:\s+(\d+) kB", status, re.MULTILINE)
    most = MEMORY + (int(found[1]) * 1024 if found else 0)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _ending(data: bytes, name: str, limits: Limits, check: bool) -> Ending:
    try:
        document = read_bytes(data, Path(name), limits)
    except UnreadableFile as error:
        return Ending(error.reason.value, f"{error.notice.message.en} {error.notice.advice.en}")
    except BaseException as error:
        return Ending("traceback", repr(error)[:500])
    notices = " ".join(f"{n.code} {n.message.en} {n.advice.en}" for n in document.notices)
    return Ending("document", f"{_checked(document) if check else ''}{notices}")


def _checked(document: Document) -> str:
    """The rules that failed, and the words that say so."""
    result = check_document(document, Config())
    failed = [rule.code for rule in result.ledger.rules if rule.outcome is Outcome.FAILED]
    figures = result.ledger.figures
    return f"figures {figures}; " + (f"failed {failed} " if failed else "")
