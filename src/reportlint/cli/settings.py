"""The configuration of a command, checked against what exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.paths import start_folder
from reportlint.cli.speech import speak
from reportlint.config import Config, ConfigError, Loaded, load, suggestion
from reportlint.profiles import Profile, ProfileError, load_profiles
from reportlint.result import Text


def settled(paths: Sequence[str], given: Given) -> Loaded:
    """The configuration for these paths. Raises `CommandError`; sets the language."""
    start = start_folder(paths)
    try:
        loaded = load(start, file=given.file, isolated=given.isolated, options=given.values)
    except ConfigError as error:
        raise CommandError(error.text) from error
    speak(loaded.config.lang)
    return loaded


def known_profiles(config: Config) -> Mapping[str, Profile]:
    """Every profile by name. Raises `CommandError` for a broken profile file."""
    for folder in config.profile_folders:
        if not folder.is_dir():
            raise CommandError(Text(f"{folder}：没有这个文件夹", f"{folder}: no such folder"))
    try:
        return load_profiles(config.profile_folders)
    except ProfileError as error:
        raise CommandError(Text(f"报告类型文件有误：{error}", f"profile: {error}")) from error


def verify_profile(name: str | None, known: Mapping[str, Profile]) -> None:
    """Raise `CommandError` unless the profile exists (or none is named)."""
    if name is not None and name not in known:
        hint = suggestion(name, known)
        raise CommandError(Text(f"没有报告类型 {name}{hint.zh}", f"no profile {name}{hint.en}"))


def verify_rules(selectors: Iterable[str]) -> None:
    """Raise `CommandError` for a selector that covers no rule."""
    from reportlint.rules import matches, rules

    for selector in selectors:
        if not selector or not any(matches(selector, code) for code in rules()):
            raise CommandError(no_rule(selector))


def no_rule(handle: str) -> Text:
    """That there is no such rule, and the nearest that there is."""
    from reportlint.rules import rules

    handles = [handle for rule in rules().values() for handle in (rule.code, rule.name)]
    hint = suggestion(handle, handles)
    return Text(f"没有规则 {handle}{hint.zh}", f"no rule {handle}{hint.en}")
