"""Arguments and options that commands share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from reportlint.cli.speech import say

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=say("报告文件、文件夹或通配符", "report files, folders or globs"),
        show_default=False,
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT[=PATH]",
        help=say(
            "输出格式，可重复；路径以 / 结尾则每份报告一个文件",
            "output format, repeatable; a PATH ending in / gets one file per report",
        ),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help=say("只报这些规则（编号、前缀或名称）", "only these rules"),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help=say("不报这些规则", "not these rules")),
]
Profile = Annotated[
    str | None,
    typer.Option(metavar="NAME", help=say("报告类型；默认自动判断", "kind of report")),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="error|warning|info|never",
        help=say("达到该级别时退出码为 1（默认 error）", "severity for exit code 1"),
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", help=say("同时检查的文件数", "files checked at once")),
]
Lang = Annotated[
    str | None, typer.Option(metavar="zh|en", help=say("信息语言（默认 zh）", "language (zh)"))
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help=say("使用该配置文件", "use this configuration")),
]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help=say("不读取任何配置文件", "read no configuration file")),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=say("该 JSON 结果中已有的问题不计", "flags in this JSON result do not count"),
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch", help=say("文件一保存就重新检查", "check again whenever a file is saved")
    ),
]
Debug = Annotated[
    bool,
    typer.Option("--debug", help=say("内部错误时显示详情", "show details of internal errors")),
]


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line; None where nothing was."""

    file: Path | None = None
    isolated: bool = False
    debug: bool = False
    values: Mapping[str, object] | None = None


def given(
    config: Path | None, isolated: bool, debug: bool, lang: str | None, **values: object
) -> Given:
    """The options of a command, lists split at commas as well."""
    split = {k: _split(v) if isinstance(v, list) else v for k, v in values.items()}
    return Given(config, isolated, debug, {"lang": lang, **split})


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
