"""The words of the text output, in both languages."""

from __future__ import annotations

from reportlint.result import Confidence, Severity, Text
from reportlint.result.roles import ROLES as RELATION_ROLES

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}

CONFIDENCES = {
    Confidence.HIGH: Text("", ""),
    Confidence.MEDIUM: Text("把握中等", "medium confidence"),
    Confidence.LOW: Text("把握较低", "low confidence"),
}

WORKING = Text("算式", "working")
EXPECTED = Text("应为", "expected")
EVIDENCE = Text("相关", "evidence")
CANDIDATES = Text("可能有误", "candidates")
ADVICE = Text("建议", "advice")
BASIS = Text("依据", "basis")
ALSO = Text("同时违反", "also")
WHERE = Text("位置", "where")
SUPPRESSED = Text("已忽略", "suppressed")

UNVERIFIED = Text("依据待核", "not verified")

ROLES = RELATION_ROLES | {
    "item": Text("", ""),
    "result": Text("结果", "result"),
    "score": Text("得分", "score"),
    "unspent": Text("未支出", "unspent"),
}
