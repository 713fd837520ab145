"""The words of the extraction tables, in both languages."""

from __future__ import annotations

from reportlint.result import Text

RELATIONS = {
    "sum": Text("合计", "sum"),
    "difference": Text("差额", "difference"),
    "ratio": Text("比率", "ratio"),
    "share": Text("占比", "share"),
    "growth": Text("增长率", "growth"),
    "points-change": Text("百分点变化", "points change"),
    "multiple": Text("倍数", "multiple"),
    "average": Text("平均", "average"),
    "product": Text("乘积", "product"),
    "equal": Text("相等", "equal"),
    "order": Text("大小", "order"),
    "count": Text("计数", "count"),
    "score": Text("评分", "score"),
    "grade": Text("等级", "grade"),
}

SOURCES = {
    "stated": Text("原文", "stated"),
    "table": Text("表格", "table"),
    "restatement": Text("重复表述", "restatement"),
    "identity": Text("恒等式", "identity"),
}

VERDICTS = {
    "consistent": Text("相符", "consistent"),
    "rounding": Text("尾差", "rounding"),
    "improbable": Text("可疑", "improbable"),
    "inconsistent": Text("不符", "inconsistent"),
    "unresolved": Text("口径不明", "unresolved"),
    "not-assessable": Text("无法核算", "not assessable"),
}

STYLES = {
    "consistent": "green",
    "rounding": "cyan",
    "improbable": "yellow",
    "inconsistent": "bold red",
}
