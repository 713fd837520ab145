"""The commands: what is parsed, and what is called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportlint.cli.options import (
    Baseline,
    ConfigFile,
    Debug,
    FailOn,
    Ignore,
    Isolated,
    Jobs,
    Lang,
    Output,
    Paths,
    Profile,
    Select,
    given,
)
from reportlint.cli.speech import say

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "检查预算绩效报告：复核数字、勾稽关系、结构与表述。",
        "Checks Chinese budget-performance reports: figures, relations, outline and wording.",
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"reportlint {version('reportlint')}")
        raise typer.Exit()


@app.callback()
def _reportlint(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=say("显示版本", "show the version")
        ),
    ] = False,
) -> None:
    """Options of the program as a whole."""


@app.command(help=say("检查报告，列出问题", "check reports and list their faults"))
def check(
    paths: Paths,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    jobs: Jobs = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> int:
    """Exit code 0, 1 (flags at or above `--fail-on`) or 2."""
    from reportlint.cli.commands.check import check_paths

    rules = {"select": select, "ignore": ignore, "profile": profile, "fail_on": fail_on}
    options = given(config, isolated, debug, lang, jobs=jobs, **rules)
    return check_paths(paths, output, options, baseline)


@app.command(help=say("列出数字和勾稽关系", "list figures and the claims made of them"))
def extract(
    paths: Paths,
    output: Output = None,
    profile: Profile = None,
    jobs: Jobs = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> int:
    """Exit code 0, or 2 where a file could not be read."""
    from reportlint.cli.commands.extract import extract_paths

    options = given(config, isolated, debug, lang, profile=profile, jobs=jobs)
    return extract_paths(paths, output, options)


@app.command(
    help=say("比较两个版本：已改、未改、新增", "compare two versions: fixed, still there, new")
)
def compare(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help=say("旧版报告或 JSON 结果", "old report or JSON result")
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar="NEW", help=say("新版报告或 JSON 结果", "new report or JSON result")
        ),
    ],
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    fail_on: FailOn = None,
    jobs: Jobs = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> int:
    """Exit code 0, 1 (faults still there or new, at or above `--fail-on`) or 2."""
    from reportlint.cli.commands.compare import compare_versions

    rules = {"select": select, "ignore": ignore, "profile": profile, "fail_on": fail_on}
    options = given(config, isolated, debug, lang, jobs=jobs, **rules)
    return compare_versions(old, new, output, options)


@app.command(help=say("列出全部规则", "list the rules"))
def rules(lang: Lang = None) -> None:
    """Code, name, severity and title of every rule."""
    from reportlint.cli.commands.catalogue import print_rules

    print_rules(lang)


@app.command(help=say("说明一条规则", "explain a rule"))
def rule(
    handle: Annotated[
        str,
        typer.Argument(metavar="CODE|NAME", help=say("编号或名称", "code or name")),
    ],
    lang: Lang = None,
) -> None:
    """The page of one rule."""
    from reportlint.cli.commands.catalogue import print_rule

    print_rule(handle, lang)


@app.command(help=say("列出报告类型", "list the kinds of report"))
def profiles(lang: Lang = None, config: ConfigFile = None, isolated: Isolated = False) -> None:
    """Name and title of every profile."""
    from reportlint.cli.commands.kinds import print_profiles

    print_profiles(given(config, isolated, False, lang))


@app.command(help=say("说明一种报告类型", "explain a kind of report"))
def profile(
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("名称", "name"))],
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Outline, grade scale and basis of one profile."""
    from reportlint.cli.commands.kinds import print_profile

    print_profile(name, given(config, isolated, False, lang))


@app.command("config", help=say("显示生效的配置及其来源", "show the configuration and its origins"))
def show_config(
    path: Annotated[
        str | None,
        typer.Argument(metavar="[PATH]", help=say("报告或文件夹", "a report or folder")),
    ] = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """The effective configuration as TOML, each value with where it came from."""
    from reportlint.cli.commands.configuration import print_config

    print_config(path, given(config, isolated, False, lang))


@app.command("eval", help=say("在语料上给程序评分", "score the program on a corpus"))
def score(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", help=say("语料文件夹", "folder of a corpus")),
    ],
    misses: Annotated[
        bool, typer.Option("--misses", help=say("逐条列出失误", "list everything that went wrong"))
    ] = False,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help=say("另取随机种子", "another seed"))
    ] = None,
    documents: Annotated[
        int | None, typer.Option(metavar="N", help=say("报告份数", "number of reports"))
    ] = None,
    lang: Lang = None,
) -> None:
    """Exit code 0, or 2 where the folder is no corpus."""
    from reportlint.cli.commands.evaluation import evaluate_corpus

    changes = {"seed": seed, "documents": documents}
    evaluate_corpus(corpus, {k: v for k, v in changes.items() if v is not None}, misses, lang)
