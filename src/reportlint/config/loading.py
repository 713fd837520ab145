"""From defaults, a file and the command line to one configuration, each value with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from reportlint.config.complaints import complaint
from reportlint.config.discovery import nearest_file, settings_of
from reportlint.config.errors import ConfigError, suggestion
from reportlint.config.model import Config
from reportlint.result import Text

COMMAND_LINE = "command line"
DEFAULT = "default"
_WORDS_OF_ONES_OWN = {"lexicon.aliases", "lexicon.units", "lexicon.typos"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """An effective configuration. `origins` says of dotted keys set anywhere where they were."""

    config: Config
    file: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    def origin(self, key: str) -> str:
        """Where the value of a dotted key (`limits.max_pages`) came from."""
        return self.origins.get(key, DEFAULT)


def load(
    start: Path,
    *,
    file: Path | None = None,
    isolated: bool = False,
    options: Mapping[str, Any] | None = None,
) -> Loaded:
    """The configuration for reports in `start`.

    `file` is used instead of the nearest one; `isolated` uses none. `options` from the command
    line win; those that are None were not given. Raises `ConfigError`.
    """
    found = None if isolated else file or nearest_file(start.absolute())
    written = _from_file(found) if found else {}
    given = {key: value for key, value in (options or {}).items() if value is not None}
    origins = {key: str(found) for key in _keys(written)}
    origins |= dict.fromkeys(given, COMMAND_LINE)
    return Loaded(_validated({**written, **given}, origins), found, origins)


def _from_file(file: Path) -> dict[str, Any]:
    settings = _normalised(settings_of(file), Config, file)
    folders = settings.get("profile_folders")
    if isinstance(folders, list):
        settings["profile_folders"] = [file.parent / str(folder) for folder in folders]
    # Reports come from strangers, and so may the file beside them: it must not name files to write.
    outputs = settings.get("output")
    if isinstance(outputs, list) and any("=" in str(output) for output in outputs):
        raise ConfigError(
            Text(
                f"{file}：output：配置文件中只能写格式，路径请用命令行 --output 给出",
                f"{file}: output: formats only; give paths on the command line",
            )
        )
    return settings


def _normalised(
    table: Mapping[str, Any], model: type[BaseModel], file: Path, prefix: str = ""
) -> dict[str, Any]:
    """Keys with underscores, all of them known. `fail-on` and `fail_on` are the same key."""
    settings: dict[str, Any] = {}
    for written, value in table.items():
        key = written.replace("-", "_")
        if key not in model.model_fields:
            raise _unknown_key(f"{prefix}{written}", written, model, file)
        inner = model.model_fields[key].annotation
        if isinstance(value, dict) and isinstance(inner, type) and issubclass(inner, BaseModel):
            value = _normalised(value, inner, file, f"{prefix}{key}.")
        settings[key] = value
    return settings


def _unknown_key(shown: str, word: str, model: type[BaseModel], file: Path) -> ConfigError:
    hint = suggestion(word, [name.replace("_", "-") for name in model.model_fields])
    return ConfigError(
        Text(
            f"{file}：没有 {shown} 这一设置{hint.zh}", f"{file}: {shown}: no such setting{hint.en}"
        )
    )


def _keys(settings: Mapping[str, Any], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for key, value in settings.items():
        dotted = f"{prefix}{key}"
        if isinstance(value, dict) and dotted not in _WORDS_OF_ONES_OWN:
            keys += _keys(value, f"{dotted}.")
        else:
            keys.append(dotted)
    return keys


def _validated(settings: Mapping[str, Any], origins: Mapping[str, str]) -> Config:
    try:
        return Config.model_validate(settings)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        what = _complaint(dict(first))
        raise ConfigError(_located(key, what, origins)) from error


def _located(key: str, what: Text, origins: Mapping[str, str]) -> Text:
    """`what` after the option, or the file and key, that it is about."""
    found = (origin for known, origin in origins.items() if f"{key}.".startswith(f"{known}."))
    origin = next(found, COMMAND_LINE)
    if origin == COMMAND_LINE:
        option = "--" + key.partition(".")[0].replace("_", "-")
        return Text(f"{option}：{what.zh}", f"{option}: {what.en}")
    return Text(f"{origin}：{key}：{what.zh}", f"{origin}: {key}: {what.en}")


def _complaint(error: Mapping[str, Any]) -> Text:
    value, context = error["input"], error.get("ctx", {})
    if error["type"] == "literal_error":
        wanted = str(context["expected"]).replace("'", "")
        choices = wanted.replace(" or ", ", ").split(", ")
        hint = suggestion(str(value), choices)
        return Text(
            f"{value!r} 不可用，可选 {'、'.join(choices)}{hint.zh}",
            f"{value!r} is not one of {', '.join(choices)}{hint.en}",
        )
    what = complaint(error["type"], context, error["msg"])
    return Text(f"{value!r} 不合要求（{what.zh}）", f"{value!r}: {what.en}")
