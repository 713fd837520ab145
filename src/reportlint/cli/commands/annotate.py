"""`reportlint annotate`."""

from __future__ import annotations

import os
from pathlib import Path

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.settings import known_profiles, settled, verify_profile, verify_rules
from reportlint.cli.speech import note
from reportlint.cli.suppressing import suppressions
from reportlint.config import Config
from reportlint.engine import check_document, honoured
from reportlint.readers import UnreadableFile
from reportlint.readers.archive import split
from reportlint.result import Result, Text
from reportlint.result.visible import shown_path
from reportlint.writers.annotation import annotated, cleaned, opened

_SUFFIX = Text("批注", "annotated")


def annotate_file(path: str, copy: Path | None, given: Given, baseline: Path | None) -> None:
    """Check the file and write a copy with the flags in it. Raises `CommandError`."""
    config = settled([path], given).config
    verify_rules((*config.select, *config.ignore))
    verify_profile(config.profile, known_profiles(config))
    suppressed = suppressions([path], baseline, given)
    shown = shown_path(path)
    try:
        source = opened(Path(path), shown, config.limits)
        target = _target(path, copy, source.extension, config)
        checked = honoured(check_document(source.document, config))
        results, notes = suppressed.applied({shown: checked})
        flags = results[shown].flags
        _store(target, annotated(source, flags, config.lang, config.limits))
    except UnreadableFile as error:
        raise _refused(shown, error) from error
    for text in [*notes, _done(target, results[shown])]:
        note(text)


def clean_file(path: str, copy: Path | None, given: Given) -> None:
    """Write a copy without the notes of this program. Raises `CommandError`."""
    config = settled([path], given).config
    target = _target(path, copy, Path(path).suffix, config)
    try:
        _store(target, cleaned(Path(path), config.limits))
    except UnreadableFile as error:
        raise _refused(shown_path(path), error) from error
    where = shown_path(target)
    note(Text(f"{where}：已写入去掉批注的副本", f"{where}: written, without notes"))


def _target(path: str, copy: Path | None, extension: str, config: Config) -> Path:
    """Where the copy goes: beside the file, if nothing else is said; never onto it."""
    member = split(path)
    own = member.archive.with_name(Path(member.name).name) if member else Path(path)
    target = copy or own.with_name(f"{own.stem}-{_SUFFIX.in_(config.lang)}{extension}")
    if copy is not None and copy.is_dir():
        target = copy / f"{own.stem}{extension}"
    if _same(target, member.archive if member else Path(path)):
        where = shown_path(target)
        raise CommandError(
            Text(f"{where}：副本不能覆盖原文件", f"{where}: the copy must not replace the file")
        )
    return target


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _store(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        why, where = error.strerror or type(error).__name__, shown_path(target)
        raise CommandError(
            Text(f"{where}：无法写入（{why}）", f"{where}: cannot be written ({why})")
        ) from error


def _refused(shown: str, error: UnreadableFile) -> CommandError:
    said, advice = error.notice.message, error.notice.advice
    return CommandError(
        Text(f"{shown}：{said.zh}{advice.zh}", f"{shown}: {said.en} {advice.en}".rstrip())
    )


def _done(target: Path, result: Result) -> Text:
    left = sum(1 for flag in result.flags if flag.suppressed)
    number, where = len(result.flags) - left, shown_path(target)
    zh, en = (f"，另有 {left} 条已忽略", f", {left} suppressed") if left else ("", "")
    return Text(f"{where}：写入 {number} 条批注{zh}", f"{where}: {number} notes written{en}")
