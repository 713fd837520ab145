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
    Watch,
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
    watch: Watch = False,
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
    if watch:
        from reportlint.cli.watching import watch as watched

        return watched(paths, lambda: check_paths(paths, output, options, baseline))
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
    help=say(
        "把问题写成批注：Word 批注或 PDF 高亮，写在副本里",
        "write the flags into a copy: Word comments or PDF highlights",
    )
)
def annotate(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=say("docx 或 pdf 报告", "a docx or pdf report"))
    ],
    copy: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="COPY",
            help=say("副本；默认在原文件旁边", "the copy; beside the file if not given"),
        ),
    ] = None,
    remove: Annotated[
        bool,
        typer.Option("--remove", help=say("去掉本程序写的批注", "take this program's notes away")),
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    baseline: Baseline = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> None:
    """Exit code 0, or 2 where the file could not be read or the copy not written."""
    from reportlint.cli.commands.annotate import annotate_file, clean_file

    options = given(config, isolated, debug, lang, select=select, ignore=ignore, profile=profile)
    if remove:
        clean_file(file, copy, options)
    else:
        annotate_file(file, copy, options, baseline)


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


@app.command(help=say("打开审核台（浏览器页面）", "serve the reviewer's page"))
def review(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIR]",
            help=say("要审核的报告或文件夹", "reports or a folder to review"),
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help=say(
                "库文件或 postgresql+psycopg:// 地址（默认 reportlint.sqlite）",
                "store: a file or postgresql+psycopg:// (reportlint.sqlite)",
            ),
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help=say("监听地址", "address to listen on"))
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help=say("端口", "port"))] = 8765,
    auth: Annotated[
        bool, typer.Option("--auth", help=say("要求登录", "users must sign in"))
    ] = False,
    jobs: Jobs = None,
    lang: Lang = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> int:
    """Exit code 0 when it is ended, 2 where it cannot begin."""
    from reportlint.cli.commands.review import review as serve

    options = given(config, isolated, debug, lang, jobs=jobs)
    return serve(paths or [], store, host, port, auth, options)


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
        int | None, typer.Option(metavar="N", min=1, help=say("报告份数", "number of reports"))
    ] = None,
    lang: Lang = None,
) -> None:
    """Exit code 0, or 2 where the folder is no corpus."""
    from reportlint.cli.commands.evaluation import evaluate_corpus

    changes = {"seed": seed, "documents": documents}
    evaluate_corpus(corpus, {k: v for k, v in changes.items() if v is not None}, misses, lang)
