"""One file in, its result out: read, understand, run the rules, account for everything."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlint.config import Config
from reportlint.document import Document, Notice, anchor_at
from reportlint.engine.answers import answered, honoured
from reportlint.engine.ledger import account, entries
from reportlint.engine.money import money
from reportlint.engine.notices import (
    described,
    flag_of,
    is_partial,
    not_understood,
    rule_failed,
)
from reportlint.engine.running import Run, outcomes, run_all
from reportlint.engine.selection import shown, stamped
from reportlint.facts.model import Facts, Part
from reportlint.profiles import ProfileError
from reportlint.readers import UnreadableFile, bytes_of
from reportlint.readers import read as read_file
from reportlint.readers.archive import SEPARATOR, listing
from reportlint.result import (
    Flag,
    Ledger,
    Outcome,
    PartSummary,
    Result,
    RuleOutcome,
    Severity,
    Status,
)
from reportlint.result.visible import shown_path
from reportlint.rules import rules

_SEVERITIES = tuple(Severity)


def read(path: str | Path, config: Config | None = None) -> Document:
    """The document in a file, its format told by content.

    Raises `readers.UnreadableFile`, whose `notice` says what is wrong and what to do.
    """
    limits = (config or Config()).limits
    return read_file(Path(path), shown_as=shown_path(path), limits=limits)


def expand(path: str | Path, config: Config | None = None) -> tuple[str, ...]:
    """What to check one by one for `path`: itself, or the reports in it if it is a zip of files.

    A report in it is called `a.zip!/b.docx`, a path that `check`, `extract` and `read` take.
    """
    found = listing(path, (config or Config()).limits)
    names = found.names if found else ()
    return tuple(f"{shown_path(path)}{SEPARATOR}{name}" for name in names) or (shown_path(path),)


def extract(path: str | Path, config: Config | None = None) -> Facts:
    """The figures of a report and the claims made of them, with verdicts.

    Raises `readers.UnreadableFile` as `read` does.
    """
    return _facts(read(path, config), config or Config())


def check(path: str | Path, config: Config | None = None, *, honour: bool = True) -> Result:
    """Check one file. Never raises for what is in it: what could not be done is in the result.

    Without a `config` the defaults hold; no configuration file is looked for. Flags that the
    author answers in the file (a comment `reportlint: 忽略 CODE reason`) are suppressed, or with
    `honour` false only carry the `answer`. Raises `ProfileError` for a broken profile file in
    `config.profile_folders`.
    """
    config = config or Config()
    try:
        document = read(path, config)
    except UnreadableFile as error:
        return unreadable(path, config, error.notice)
    result = check_document(document, config)
    return honoured(result) if honour else result


def check_document(document: Document, config: Config) -> Result:
    """Check a document that was read before. What its author answers to flags is in the flags.

    Raises `ProfileError` for a broken profile file of the user's, and nothing else.
    """
    try:
        facts = _facts(document, config)
    except ProfileError:
        raise
    except Exception as error:
        return _not_understood(document, config, described(error))
    return _result(facts, config, run_all(facts))


def unreadable(path: str | Path, config: Config, notice: Notice) -> Result:
    """The result for a file of which nothing could be read, for the reason in `notice`."""
    nowhere = anchor_at(Document(shown_path(path), "", "", ()), None)
    flag = stamped(Flag(nowhere, notice.message, notice.advice), notice.code)
    visible = shown(flag, config)
    return Result(
        path=shown_path(path),
        sha256=sha256_of(Path(path), config),
        status=Status.UNREADABLE,
        flags=(visible,) if visible else (),
        lang=config.lang,
    )


def sha256_of(path: Path, config: Config) -> str | None:
    """The digest of a file's bytes (or a member's), or None where they cannot be had."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return _member_digest(path, config)


def _member_digest(path: Path, config: Config) -> str | None:
    try:
        return hashlib.sha256(bytes_of(path, config.limits)).hexdigest()
    except UnreadableFile:
        return None


def _facts(document: Document, config: Config) -> Facts:
    from reportlint.facts import extract as facts_of

    return facts_of(document, config)


def _result(facts: Facts, config: Config, runs: Sequence[Run]) -> Result:
    document = facts.document
    failed = [run for run in runs if run.outcome is Outcome.FAILED]
    notices = [*document.notices, *(rule_failed(run.code, run.trouble) for run in failed)]
    raised = [flag for run in runs for flag in run.flags]
    flags = _visible([*raised, *(flag_of(notice, document) for notice in notices)], config)
    flags, notes = answered(flags, document)
    profile = next((part.profile for part in facts.parts if part.profile), None)
    reasons = (part.reason for part in facts.parts if part.profile)
    result = Result(
        path=document.path,
        sha256=document.sha256,
        status=_status(notices),
        flags=flags,
        ledger=account(facts, outcomes(runs, flags, config)),
        profile=profile.name if profile else None,
        organization=facts.organization,
        year=facts.year,
        parts=tuple(_summary(part) for part in facts.parts),
        lang=config.lang,
        figures=entries(facts),
        money=money(facts),
        notes=tuple(notes),
    )
    return replace(result, profile_reason=next(reasons)) if profile else result


def _not_understood(document: Document, config: Config, trouble: str) -> Result:
    notices = (*document.notices, not_understood(trouble))
    return Result(
        path=document.path,
        sha256=document.sha256,
        status=Status.PARTIAL,
        flags=_visible([flag_of(notice, document) for notice in notices], config),
        ledger=Ledger(rules=tuple(RuleOutcome(code, Outcome.FAILED) for code in rules())),
        lang=config.lang,
    )


def _status(notices: Iterable[Notice]) -> Status:
    return Status.PARTIAL if any(map(is_partial, notices)) else Status.CHECKED


def _visible(flags: Iterable[Flag], config: Config) -> tuple[Flag, ...]:
    found = (shown(flag, config) for flag in flags)
    ordered = sorted((flag for flag in found if flag), key=_position)
    return tuple(_told_apart(ordered))


def _told_apart(flags: Iterable[Flag]) -> Iterator[Flag]:
    """Flags that would have one fingerprint, numbered."""
    seen: Counter[str] = Counter()
    for flag in flags:
        name = flag.fingerprint
        yield replace(flag, occurrence=seen[name]) if seen[name] else flag
        seen[name] += 1


def _position(flag: Flag) -> tuple[int, tuple[int, int], int, int, str]:
    """Document order; what concerns the file as a whole comes first."""
    anchor = flag.anchor
    severity = _SEVERITIES.index(flag.severity or Severity.INFO)
    block = -1 if anchor.block is None else anchor.block
    return (block, anchor.cell or (-1, -1), anchor.start, severity, flag.code)


def _summary(part: Part) -> PartSummary:
    name = part.profile.name if part.profile else None
    return PartSummary(name, part.title, part.start_block, part.end_block)
