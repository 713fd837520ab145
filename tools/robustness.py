"""`python tools/robustness.py FOLDER`: read and check every file below FOLDER, each in a child.

One line per file: what it ended in (text, or the reason why there is none), seconds of reading and
of everything, peak memory of the largest process. A child that takes too long or too much is ended.
Exit code 1 when a file made the program raise, hang or outgrow its memory.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import select
import signal
import sys
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.config import Config, Limits
from reportlint.document import Document, Table
from reportlint.engine import check_document, expand
from reportlint.readers import Reason, UnreadableFile, read
from reportlint.result import Outcome

GRACE = 3.0
"""Seconds that a child gets to end what it started."""
FAULTS = frozenset({"traceback", "hang", "memory", "crash"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a file may take, in seconds, and how large a process may grow, in bytes.

    `recognition`: seconds for the scanned pages of a file. `only_read`: nothing is checked.
    """

    seconds: float
    memory: int
    recognition: float = 0.0
    only_read: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file."""

    status: str
    detail: str
    reading: float
    seconds: float
    peak: int


def files(folder: Path) -> Iterator[str]:
    """Every file below the folder, and the reports in archives, in sorted order."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        yield from expand(path)


def judged(path: str, bounds: Bounds) -> Verdict:
    """What becomes of a file in a child with limits."""
    receiver, sender = os.pipe()
    started = time.monotonic()
    own = _pages("VmRSS")
    child = os.fork()
    if not child:
        os.close(receiver)
        _work(path, sender, bounds)
    os.close(sender)
    late = not _ended(receiver, child, bounds.seconds)
    said = b"" if late else _all_of(receiver)
    os.close(receiver)
    _, status, usage = os.wait4(child, 0)
    peak = max(0, usage.ru_maxrss * 1024 - own)
    seconds = time.monotonic() - started
    if late:
        return Verdict("hang", f"over {bounds.seconds:g} s", seconds, seconds, peak)
    if status or not said:
        return Verdict("crash", f"wait status {status}", seconds, seconds, peak)
    words, detail, reading = json.loads(said)
    if peak > bounds.memory:
        words, detail = "memory", f"over {bounds.memory / 1e6:.0f} MB"
    return Verdict(words, detail, reading, seconds, peak)


def _pages(field: str) -> int:
    """Bytes that this process takes up: what a file costs comes on top of it."""
    status = Path("/proc/self/status").read_text()
    found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def _ended(receiver: int, child: int, seconds: float) -> bool:
    """Whether the child spoke in time; it is ended if not, after it ended what it started."""
    if select.select([receiver], [], [], seconds)[0]:
        return True
    os.kill(child, signal.SIGTERM)
    select.select([receiver], [], [], GRACE)
    os.killpg(child, signal.SIGKILL)
    return False


def _all_of(receiver: int) -> bytes:
    return b"".join(iter(lambda: os.read(receiver, 65536), b""))


def _work(path: str, sender: int, bounds: Bounds) -> None:
    """The child: its answer goes into the pipe, and it ends without ado."""
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = bounds.memory + _pages("VmData")
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        os.write(sender, json.dumps(_answer(path, bounds)).encode())
    finally:
        os._exit(0)


def _answer(path: str, bounds: Bounds) -> tuple[str, str, float]:
    started = time.monotonic()
    config = Config(limits=Limits(ocr_seconds=bounds.recognition))
    try:
        try:
            document = read(Path(path), limits=config.limits)
        except UnreadableFile as error:
            status = "traceback" if error.reason is Reason.UNFORESEEN else error.reason.value
            return status, error.notice.message.en, time.monotonic() - started
        reading = time.monotonic() - started
        flags = None if bounds.only_read else _checked(document, config)
        return *_described(document, flags), reading
    except MemoryError:
        return "memory", "MemoryError", time.monotonic() - started
    except Exception:
        last = traceback.format_exc().strip().splitlines()[-1]
        return "traceback", last[:200], time.monotonic() - started


def _checked(document: Document, config: Config) -> int:
    """The number of flags. Raises when a rule, or all of them, failed."""
    result = check_document(document, config)
    failed = [rule.code for rule in result.ledger.rules if rule.outcome is Outcome.FAILED]
    if failed:
        why = next((f.message.en for f in result.flags if "failed" in f.message.en), "")
        raise RuntimeError(f"{len(failed)} rules failed: {why}")
    return len(result.flags)


def _described(document: Document, flags: int | None) -> tuple[str, str]:
    """The status of a document that was read, and what there is to say of it."""
    characters = sum(
        sum(len(cell.text) for cell in block.cells())
        if isinstance(block, Table)
        else len(block.text)
        for block in document.blocks
    )
    if not characters:
        pictures = any(notice.code == "DOC002" for notice in document.notices)
        return ("image only" if pictures else "empty"), document.format
    said = [document.format, f"{characters} characters"]
    said += [] if flags is None else [f"{flags} flags"]
    return "text", ", ".join([*said, *dict.fromkeys(notice.code for notice in document.notices)])


def _line(path: str, verdict: Verdict) -> str:
    plain = "".join(c if unicodedata.category(c)[0] != "C" else "?" for c in verdict.detail)
    figures = f"{verdict.reading:6.2f} {verdict.seconds:6.2f} {verdict.peak / 1e6:5.0f}"
    return f"{verdict.status:16} {figures}  {path}: {plain}"


def main(arguments: Sequence[str]) -> int:
    """Judge a folder and print it."""
    parser = argparse.ArgumentParser(prog="robustness.py", description="Reads any folder safely.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--recognition", type=float, default=10, help="seconds for scanned pages")
    parser.add_argument("--only-read", action="store_true", help="do not check what was read")
    options = parser.parse_args(arguments)
    memory = options.megabytes * 1_000_000
    bounds = Bounds(options.seconds, memory, options.recognition, options.only_read)
    if not options.folder.is_dir():
        print(f"no such folder: {options.folder}", file=sys.stderr)
        return 2
    print("status           read s  all s    MB  file")
    verdicts: list[Verdict] = []
    for path in files(options.folder):
        verdicts.append(judged(path, bounds))
        print(_line(os.path.relpath(path, options.folder), verdicts[-1]), flush=True)
    return _summed_up(verdicts)


def _summed_up(verdicts: Sequence[Verdict]) -> int:
    counts = Counter(verdict.status for verdict in verdicts)
    listed = ", ".join(f"{status} {count}" for status, count in counts.most_common())
    slowest = max((verdict.seconds for verdict in verdicts), default=0.0)
    largest = max((verdict.peak for verdict in verdicts), default=0)
    print(f"{len(verdicts)} files: {listed}")
    print(f"slowest {slowest:.2f} s, largest {largest / 1e6:.0f} MB")
    return 1 if FAULTS & set(counts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
