"""What users read for the values of the contract, in both languages."""

from __future__ import annotations

from reportlint.result.model import BasisStatus, Confidence, Outcome, Severity, Status, Text
from reportlint.result.roles import ROLES as RELATION_ROLES

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}

CONFIDENCES = {
    Confidence.HIGH: Text("", ""),
    Confidence.MEDIUM: Text("把握中等", "medium confidence"),
    Confidence.LOW: Text("把握较低", "low confidence"),
}

STATUSES = {
    Status.CHECKED: Text("已检查", "checked"),
    Status.PARTIAL: Text("只检查了一部分", "checked in part"),
    Status.UNREADABLE: Text("无法读取", "not readable"),
}

OUTCOMES = {
    Outcome.FLAGGED: Text("报出", "flagged"),
    Outcome.CLEAN: Text("无误", "clean"),
    Outcome.NOT_APPLICABLE: Text("不适用", "not applicable"),
    Outcome.FAILED: Text("运行失败", "failed"),
}

BASES = {
    BasisStatus.VERIFIED: Text("已核实", "verified"),
    BasisStatus.UNVERIFIED: Text("依据待核", "not verified"),
    BasisStatus.ARITHMETIC: Text("算术", "arithmetic"),
    BasisStatus.OWN_WORDS: Text("报告自身表述", "the report's own words"),
}

FAMILIES = {
    "DOC": Text("文件", "file"),
    "STR": Text("结构", "outline"),
    "PRB": Text("问题与措施", "problems and measures"),
    "NUM": Text("数字复核", "recomputation"),
    "CON": Text("前后一致", "consistency"),
    "SCO": Text("得分与等级", "scores and grades"),
    "TXT": Text("文字", "wording"),
    "SET": Text("报告之间", "across reports"),
}
"""By the first three letters of a code."""

FATES = {
    "checked": Text("已核算", "recomputed"),
    "not-assessable": Text("条件不足无法核算", "not assessable"),
    "unrelated": Text("与其他数字无关联", "unrelated"),
}
"""What became of a figure."""

KINDS = {
    "amount": Text("金额", "amount"),
    "percent": Text("百分比", "percent"),
    "points": Text("百分点", "points"),
    "permille": Text("千分比", "permille"),
    "multiple": Text("倍数", "multiple"),
    "ratio": Text("比值", "ratio"),
    "count": Text("数量", "count"),
    "score": Text("得分", "score"),
    "grade": Text("等级", "grade"),
    "date": Text("日期", "date"),
    "period": Text("期间", "period"),
    "area": Text("面积", "area"),
    "length": Text("长度", "length"),
    "other": Text("其他", "other"),
}
"""Kinds of figures."""

WORKING = Text("算式", "working")
EXPECTED = Text("应为", "expected")
EVIDENCE = Text("相关", "evidence")
CANDIDATES = Text("可能有误", "candidates")
ADVICE = Text("建议", "advice")
BASIS = Text("依据", "basis")
ALSO = Text("同时违反", "also")
WHERE = Text("位置", "where")
ANSWER = Text("报送单位说明", "author's answer")
SUPPRESSED = Text("已忽略", "suppressed")

ROLES = RELATION_ROLES | {
    "item": Text("", ""),
    "result": Text("结果", "result"),
    "score": Text("得分", "score"),
    "unspent": Text("未支出", "unspent"),
}
