"""What was checked: one row for each report, and one for each rule on each report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.result import Result, Severity, Text
from reportlint.result.description import counted
from reportlint.result.words import OUTCOMES, STATUSES
from reportlint.rules import rules
from reportlint.writers.xlsx.book import Column, Row, Sheet

_REPORTS = (
    Column(Text("报告", "report"), 40),
    Column(Text("状态", "status"), 14),
    Column(Text("单位", "organization"), 24),
    Column(Text("年度", "year"), 7),
    Column(Text("报告类型", "profile"), 28),
    Column(Text("错误", "errors"), 7),
    Column(Text("警告", "warnings"), 7),
    Column(Text("提示", "info"), 7),
    Column(Text("已忽略", "suppressed"), 8),
    Column(Text("数字", "figures"), 8),
    Column(Text("已核算", "recomputed"), 8),
    Column(Text("条件不足", "not assessable"), 9),
    Column(Text("无关联", "unrelated"), 8),
    Column(Text("文件指纹 SHA-256", "SHA-256"), 66),
    Column(Text("清单文件", "file of its flags"), 30),
)
_RULES = (
    Column(Text("报告", "report"), 40),
    Column(Text("编号", "code"), 9),
    Column(Text("名称", "name"), 28),
    Column(Text("规则", "rule"), 50),
    Column(Text("结果", "outcome"), 12),
)


def report_sheet(files: Sequence[tuple[str, Result]], lang: str) -> Sheet:
    """One row for each report, with the file that holds its flags where there is one."""
    rows = (_report(name, result, lang) for name, result in files)
    return Sheet(Text("账目", "ledger"), _REPORTS, rows, lang)


def _report(file: str, result: Result, lang: str) -> Row:
    counts, ledger = counted(result.flags), result.ledger
    return Row(
        (
            result.path,
            STATUSES[result.status].in_(lang),
            result.organization,
            result.year,
            result.profile,
            *(counts[severity] for severity in Severity),
            sum(flag.suppressed is not None for flag in result.flags),
            ledger.figures,
            ledger.checked,
            ledger.not_assessable,
            ledger.unrelated,
            result.sha256,
            file,
        )
    )


def rule_sheet(items: Sequence[Result], lang: str) -> Sheet:
    """What became of each rule."""
    return Sheet(Text("规则", "rules"), _RULES, _rules(items, lang), lang)


def _rules(items: Sequence[Result], lang: str) -> Iterator[Row]:
    known = rules()
    for result in items:
        for line in result.ledger.rules:
            rule = known.get(line.code)
            title = "" if rule is None else rule.title_en if lang == "en" else rule.title
            name = "" if rule is None else rule.name
            yield Row((result.path, line.code, name, title, OUTCOMES[line.outcome].in_(lang)))
