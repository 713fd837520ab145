"""What is wrong with a value, in the user's language: pydantic says it in English only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reportlint.result import Text

_KINDS = (
    ("int", "应是整数"),
    ("decimal", "应是数字"),
    ("float", "应是数字"),
    ("finite_number", "应是有限的数字"),
    ("bool", "应是 true 或 false"),
    ("string", "应是文字（加引号）"),
    ("path", "应是路径（加引号）"),
    ("tuple", "应是列表（加方括号）"),
    ("list", "应是列表（加方括号）"),
    ("dict", "应是一张表"),
    ("model", "应是一张表"),
)
_BOUNDS = {
    "greater_than": ("应大于 {gt}", "gt"),
    "greater_than_equal": ("不能小于 {ge}", "ge"),
    "less_than": ("应小于 {lt}", "lt"),
    "less_than_equal": ("不能大于 {le}", "le"),
}
_LIMIT = re.compile(r"(greater|less) than or equal to (\S+)")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$|\(at end of document\)$")


def complaint(kind: str, context: Mapping[str, Any], english: str) -> Text:
    """What pydantic's error of this kind means."""
    if kind in _BOUNDS:
        words, key = _BOUNDS[kind]
        return Text(words.format(**{key: context.get(key)}), english)
    found = next((words for prefix, words in _KINDS if kind.startswith(prefix)), None)
    return Text(found or english, english)


def toml_complaint(english: str) -> Text:
    """What the TOML parser says: where, in the user's language, is what helps."""
    found = _PLACE.search(english)
    if found is None:
        return Text(english, english)
    where = f"第 {found[1]} 行第 {found[2]} 列" if found[1] else "文件末尾"
    return Text(f"{where}有误", english)


def type_complaint(english: str) -> str:
    """What an option parser says of a value of the wrong type, in Chinese where it is known."""
    kinds = {"integer": "应是整数", "number": "应是数字", "float": "应是数字"}
    if found := _LIMIT.search(english):
        return f"不能{'小' if found[1] == 'greater' else '大'}于 {found[2]}"
    return next((words for kind, words in kinds.items() if f"valid {kind}" in english), english)
