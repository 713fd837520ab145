"""Failures that end a command with one line and exit code 2."""

from __future__ import annotations

import re

from reportlint.result.model import Text


class CommandError(Exception):
    """A usage or configuration error; `text` is the line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def parsing_failure(error: Exception) -> Text:
    """What the option parser complains of, in one line of the user's language.

    Told by the names of classes and attributes, which the parser's versions share.
    """
    original = getattr(error, "format_message", lambda: str(error))()
    english = " ".join(str(original).split())
    kind, possible = type(error).__name__, getattr(error, "possibilities", None) or ()
    hint = f"，是否指 {possible[0]}？" if possible else ""
    if kind == "NoSuchOption":
        return Text(f"没有选项 {getattr(error, 'option_name', '')}{hint}", english)
    if kind == "MissingParameter":
        return Text(f"缺少参数：{_parameter(error)}", english)
    if english.startswith("No such command"):
        return Text(_TRANSLATED.sub(lambda m: _WORDS[m.group()], english), english)
    if kind == "BadParameter":
        from reportlint.config.complaints import type_complaint

        message = type_complaint(getattr(error, "message", ""))
        return Text(f"参数 {_parameter(error)} 的值不合要求（{message}）", english)
    return Text(f"命令行有误（{english}）", english)


_WORDS = {"No such command": "没有命令", ". Did you mean": "，是否指"}
_TRANSLATED = re.compile("|".join(map(re.escape, _WORDS)))


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    names = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    return names[0] if names else str(getattr(parameter, "metavar", ""))
