"""What users read for the roles of the JSON contract."""

from __future__ import annotations

from reportlint.result.model import Text

ROLES = {
    "addend": Text("加数", "addend"),
    "total": Text("合计", "total"),
    "minuend": Text("被减数", "minuend"),
    "subtrahend": Text("减数", "subtrahend"),
    "numerator": Text("分子", "numerator"),
    "denominator": Text("分母", "denominator"),
    "part": Text("部分", "part"),
    "whole": Text("总体", "whole"),
    "current": Text("本期", "current"),
    "previous": Text("基期", "previous"),
    "factor": Text("因数", "factor"),
    "target": Text("目标", "target"),
    "actual": Text("实际", "actual"),
    "item": Text("同一指标", "item"),
}
