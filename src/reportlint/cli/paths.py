"""Which files the PATH arguments mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.cli.own import is_own_output
from reportlint.config import Limits
from reportlint.readers.archive import SEPARATOR, Member, has, is_report_name, listing, split
from reportlint.result.model import Text
from reportlint.result.visible import shown_path


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files to read as they are to be shown, how many were passed over, and what is wrong.

    `own` counts outputs of this program, which are not among those `skipped`.
    """

    files: tuple[str, ...]
    skipped: int = 0
    own: int = 0
    problems: tuple[Text, ...] = ()


def gather(paths: Sequence[str], limits: Limits | None = None) -> Gathered:
    """Expand files, folders, globs and archives, in the order given; each file once."""
    collector = _Collector(limits or Limits())
    for path in paths:
        collector.add(path)
    return Gathered(
        tuple(collector.files.values()),
        collector.passed_over(),
        len(collector.own),
        tuple(collector.problems),
    )


def start_folder(paths: Sequence[str]) -> Path:
    """The folder from which the configuration is looked for: that of the first PATH."""
    first = Path(paths[0]) if paths else Path()
    if first.is_dir():
        return first
    if (member := split(first)) is not None:
        first = member.archive
    return first.parent if first.parent.is_dir() else Path()


class _Collector:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.files: dict[str, str] = {}
        self._skipped: set[str] = set()
        self.own: set[str] = set()
        self._passed: dict[str, int] = {}
        self.problems: list[Text] = []

    def add(self, path: str) -> None:
        if os.path.isdir(path):
            self._some(path, self._folder(path), _EMPTY_FOLDER)
        elif os.path.exists(path):
            self._take(path)
        elif (member := split(path)) is not None and has(member):
            self.files.setdefault(_identity_in(member), _shown(path))
        elif glob.has_magic(path):
            self._some(path, self._matches(path), _EMPTY_GLOB)
        else:
            self.problems.append(_MISSING.about(path))

    def _some(self, path: str, found: Iterable[str], otherwise: _Problem) -> None:
        """Take what was `found`; nothing at all is a problem, unless the walk told a better one."""
        before = len(self.problems)
        files = list(found)
        for file in files:
            self._take(file)
        if not files and len(self.problems) == before:
            self.problems.append(otherwise.about(path))

    def _take(self, file: str) -> None:
        """A file, or the reports in it where it is an archive of any."""
        found = listing(file, self._limits)
        if found is None or not found.names:
            self.files.setdefault(_identity(file), _shown(file))
            return
        self._passed[_identity(file)] = found.skipped
        for name in found.names:
            identity = _identity_in(Member(Path(file), name))
            self.files.setdefault(identity, f"{_shown(file)}{SEPARATOR}{name}")

    def passed_over(self) -> int:
        """How many files in folders and archives were not taken."""
        return len(self._skipped) + sum(self._passed.values())

    def _matches(self, pattern: str) -> Iterator[str]:
        for match in sorted(glob.glob(pattern, recursive=True)):
            if os.path.isdir(match):
                # With ** the folders inside are matches themselves, and hold the same files.
                yield from self._folder(match)
            elif self._wanted(match):
                yield match

    def _folder(self, folder: str) -> Iterator[str]:
        found: list[str] = []
        for here, folders, names in os.walk(folder, onerror=self._unlistable):
            folders[:] = [name for name in folders if not name.startswith(".")]
            paths = (os.path.join(here, name) for name in names)
            found += filter(self._wanted, paths)
        yield from sorted(found, key=lambda path: path.split(os.sep))

    def _wanted(self, path: str) -> bool:
        name = os.path.basename(path)
        if is_report_name(name) and os.path.isfile(path):
            if not is_own_output(path):
                return True
            self.own.add(_identity(path))
            return False
        self._skipped.add(_identity(path))
        return False

    def _unlistable(self, error: OSError) -> None:
        self.problems.append(_UNLISTABLE.about(str(error.filename)))


def _identity(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _identity_in(member: Member) -> str:
    return f"{_identity(str(member.archive))}{SEPARATOR}{member.name}"


def _shown(path: str) -> str:
    return path.replace(os.sep, "/")


@dataclass(frozen=True, slots=True)
class _Problem:
    zh: str
    en: str

    def about(self, path: str) -> Text:
        shown = shown_path(path)
        return Text(f"{shown}：{self.zh}", f"{shown}: {self.en}")


_MISSING = _Problem("找不到该文件或文件夹", "no such file or folder")
_EMPTY_FOLDER = _Problem("文件夹中没有可检查的报告", "no reports in this folder")
_EMPTY_GLOB = _Problem("没有匹配的报告", "no report matches")
_UNLISTABLE = _Problem("无法打开该文件夹（权限不足？）", "cannot open this folder (permission?)")
