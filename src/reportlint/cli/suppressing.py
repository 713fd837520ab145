"""What does not count in this run: `reportlint.ignore.toml` and `--baseline`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.paths import start_folder
from reportlint.config.discovery import nearest
from reportlint.result import Result, Text
from reportlint.result.baseline import baselined
from reportlint.result.ignoring import BadEntry, Entry, entries_of, ignored
from reportlint.result.recorded import NotAResult, Recorded, read_recorded
from reportlint.result.visible import shown_path

IGNORE_FILE = "reportlint.ignore.toml"


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What was found before anything is checked, so that mistakes show at once."""

    file: Path | None = None
    entries: tuple[Entry, ...] = ()
    baseline: tuple[Recorded, ...] = ()

    def applied(self, results: Mapping[str, Result]) -> tuple[dict[str, Result], list[Text]]:
        """The results with suppressed flags marked, and what is to be said on stderr."""
        found = ignored(list(results.values()), self.entries)
        kept = baselined(found.results, self.baseline) if self.baseline else found.results
        notes = [_about(result, note) for result in kept for note in result.notes]
        notes += [self._unused(entry) for entry in found.unused]
        return dict(zip(results, kept, strict=True)), notes

    def _unused(self, entry: Entry) -> Text:
        name = shown_path(self.file or IGNORE_FILE)
        codes = ", ".join(sorted(entry.codes))
        quote = f" “{entry.quote}”" if entry.quote else ""
        return Text(
            f"{name}：第 {entry.number} 条（{codes}{quote}）没有用到，请删去",
            f"{name}: entry {entry.number} ({codes}{quote}) meets no flag: delete it",
        )


def suppressions(paths: Sequence[str], baseline: Path | None, given: Given) -> Suppressions:
    """Those in force for these paths. Raises `CommandError`; `--isolated` leaves out the file."""
    file = None if given.isolated else nearest(start_folder(paths).absolute(), IGNORE_FILE)
    return Suppressions(
        file,
        _entries(file) if file else (),
        recorded_in(baseline) if baseline else (),
    )


def recorded_in(path: Path) -> tuple[Recorded, ...]:
    """The reports in a JSON result. Raises `CommandError`."""
    try:
        return read_recorded(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, NotAResult) as error:
        why = _reason(error)
        raise CommandError(
            Text(
                f"{shown_path(path)}：不是 reportlint 的 JSON 结果（{why}）",
                f"{shown_path(path)}: no JSON result of reportlint ({why})",
            )
        ) from error


def _entries(file: Path) -> tuple[Entry, ...]:
    from reportlint.rules import find_rule

    def code_of(handle: str) -> str | None:
        rule = find_rule(handle)
        return rule.code if rule else None

    try:
        return entries_of(file.read_text("utf-8-sig"), code_of)
    except BadEntry as error:
        what = error.text
    except (OSError, UnicodeDecodeError) as error:
        what = Text(f"无法读取（{_reason(error)}）", f"cannot be read ({_reason(error)})")
    raise CommandError(Text(f"{shown_path(file)}：{what.zh}", f"{shown_path(file)}: {what.en}"))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or " ".join(str(error).split())


def _about(result: Result, note: Text) -> Text:
    return Text(f"{result.path}：{note.zh}", f"{result.path}: {note.en}")
