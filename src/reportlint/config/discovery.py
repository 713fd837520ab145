"""Which configuration file governs a report."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from reportlint.config.complaints import toml_complaint
from reportlint.config.errors import ConfigError
from reportlint.result import Text

OWN_FILE = "reportlint.toml"
SHARED_FILE = "pyproject.toml"


def nearest_file(start: Path) -> Path | None:
    """The configuration file in `start` or the nearest folder above it.

    `reportlint.toml` goes before a `pyproject.toml` with a `[tool.reportlint]` table.
    Raises `ConfigError` for a file on the way that cannot be read.
    """
    for folder in (start, *start.parents):
        if _is_file(folder / OWN_FILE):
            return folder / OWN_FILE
        if _mentions_us(folder / SHARED_FILE):
            return folder / SHARED_FILE
    return None


def nearest(start: Path, name: str) -> Path | None:
    """The file of that name in `start` or the nearest folder above it."""
    return next((f / name for f in (start, *start.parents) if _is_file(f / name)), None)


def _is_file(path: Path) -> bool:
    """Whether it is there; in a folder that may not be looked into, there is none for us."""
    try:
        return path.is_file()
    except OSError:
        return False


def settings_of(file: Path) -> dict[str, Any]:
    """The settings that `file` holds, as written. Raises `ConfigError`."""
    data = read_toml(file)
    return data if file.name != SHARED_FILE else _table(_table(data, "tool"), "reportlint")


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def _mentions_us(shared: Path) -> bool:
    """Whether a pyproject.toml, sound or not, has a table of ours; others' faults are not ours."""
    try:
        return "[tool.reportlint" in shared.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False


def read_toml(file: Path) -> dict[str, Any]:
    """The whole of a TOML file. Raises `ConfigError`."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigError(
            Text(f"{file}：无法读取配置文件（{why}）", f"{file}: cannot read it ({why})")
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        what = toml_complaint(str(error))
        raise ConfigError(
            Text(f"{file}：不是合法的 TOML（{what.zh}）", f"{file}: not valid TOML ({what.en})")
        ) from error
