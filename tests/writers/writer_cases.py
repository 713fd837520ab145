"""Results as an engine would make them, with words that are hard to print."""

from __future__ import annotations

from reportlint.result import (
    Anchor,
    Basis,
    BasisStatus,
    Confidence,
    Evidence,
    Flag,
    Ledger,
    Outcome,
    PartSummary,
    Place,
    Result,
    RuleOutcome,
    Severity,
    Status,
    Text,
)


def anchor(quote: str, before: str = "", after: str = "", **more: object) -> Anchor:
    values = {"where": ("二、预算执行情况",), "block": 3, "cell": None, "place": Place()} | more
    start = len(before)
    return Anchor(quote, before, after, start=start, end=start + len(quote), **values)  # type: ignore[arg-type]


RATE = Flag(
    anchor("99.53%", "全年预算执行率为", "，完成较好。", place=Place(4, ((1, 2, 3.5, 4),))),
    Text("预算执行率应为99.35%，写作99.53%。", "The execution rate should be 99.35%."),
    Text("请更正为99.35%。", "Write 99.35%."),
    working="1416914.19 ÷ 1426240.16 = 99.346%",
    expected="99.35%",
    evidence=(Evidence("numerator", anchor("1416914.19万元")), Evidence("own", anchor("甲"))),
    also=("CON201",),
    basis=Basis("算术", "", BasisStatus.ARITHMETIC),
    code="NUM103",
    name="rate-mismatch",
    severity=Severity.ERROR,
)

CELL = Flag(
    anchor(
        "无",
        cell=(2, 1),
        where=("附件", "自评表", "偏差原因"),
        place=Place(part={"line": 7, "column": 2}),
    ),
    Text("未说明偏差原因。", "No reason is given."),
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    basis=Basis("某办法", "第八条", BasisStatus.UNVERIFIED),
    candidates=(anchor("1"), anchor("2")),
    code="PRB007",
    name="deviation-without-reason",
    suppressed="已与单位核对",
)

HOSTILE = Flag(
    anchor("\x1b[31m红\x1b[0m\u202e甲", "[bold]前\n", "\x07后"),
    Text("正文含 \x1b]0;x\x07 控制符 [red]", "controls \x1b[2J"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    code="TXT402",
    name="template-residue",
)

RULES = (RuleOutcome("NUM103", Outcome.FLAGGED), RuleOutcome("STR001", Outcome.FAILED))
LEDGER = Ledger(58, 34, 6, 18, RULES, "half-up")


def result(*flags: Flag, path: str = "甲/报告.docx", lang: str = "zh", **more: object) -> Result:
    values: dict[str, object] = {
        "sha256": "0" * 64,
        "status": Status.CHECKED,
        "ledger": LEDGER,
        "profile": "beijing-department-overall",
        "profile_reason": Text("题名相符", "by its title"),
        "organization": "某区水务局",
        "year": 2024,
        "parts": (PartSummary("beijing-department-overall", "报告", 0, 9),),
    }
    return Result(path, flags=flags, lang=lang, **(values | more))  # type: ignore[arg-type]


UNREADABLE = Result(
    "坏.pdf",
    None,
    Status.UNREADABLE,
    (
        Flag(
            Anchor("", "", "", (), None, None, 0, 0),
            Text("文件已损坏。", "The file is damaged."),
            severity=Severity.ERROR,
            code="DOC001",
            name="unreadable",
        ),
    ),
)
