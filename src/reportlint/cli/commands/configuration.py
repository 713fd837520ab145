"""`reportlint config`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from reportlint.cli.commands.purposes import PURPOSES
from reportlint.cli.options import Given
from reportlint.cli.settings import settled
from reportlint.cli.speech import say
from reportlint.config import Loaded
from reportlint.config.documentation import purposes
from reportlint.result.visible import visible


def print_config(path: str | None, given: Given) -> None:
    """The effective configuration as TOML; comments say where each value came from."""
    loaded = settled([path] if path else [], given)
    where = visible(str(loaded.file)) if loaded.file else say("无", "none")
    print(f"# {say('配置文件', 'configuration file')}{say('：', ': ')}{where}")
    for line in _lines(loaded, loaded.config, ""):
        print(line)


def _lines(loaded: Loaded, group: BaseModel, prefix: str) -> Iterator[str]:
    values = {name: getattr(group, name) for name in type(group).model_fields}
    for name, value in values.items():
        if not isinstance(value, BaseModel | dict):
            # TOML has no null: what is not set stands as a comment.
            setting = name.replace("_", "-") + f" = {_toml(value)}"
            shown = f"# {name} =" if value is None else setting
            yield f"{shown}  # {_remark(loaded, group, prefix, name)}"
    for name, value in values.items():
        if isinstance(value, BaseModel):
            yield from ("", f"[{prefix}{name}]")
            yield from _lines(loaded, value, f"{prefix}{name}.")
        elif isinstance(value, dict):
            yield from ("", f"[{prefix}{name}]  # {_remark(loaded, group, prefix, name)}")
            yield from (f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items())


def _remark(loaded: Loaded, group: BaseModel, prefix: str, name: str) -> str:
    """What a setting is for, and where its value came from."""
    key = prefix + name
    english = purposes(type(group))[name]
    purpose = say(PURPOSES[key], english.removesuffix("."))
    return f"{purpose}{say('（', ' (')}{_origin(loaded.origin(key))}{say('）', ')')}"


def _origin(origin: str) -> str:
    known = {"default": say("默认值", "default"), "command line": say("命令行", "command line")}
    return known.get(origin, visible(origin))


def _toml(value: object) -> str:
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str | Path):
        return json.dumps(str(value), ensure_ascii=False)
    return str(value) if isinstance(value, int | float | Decimal) else json.dumps(str(value))
