"""What a reader raises, and the sentences it says, when a file cannot be read."""

from __future__ import annotations

from enum import StrEnum

from reportlint.document import Notice
from reportlint.result import EMPTY, Text


class Reason(StrEnum):
    """Why a file was not read, in one word."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    FOREIGN = "not that format"
    IMAGE_ONLY = "image only"
    EMPTY = "empty"
    OVER_LIMIT = "over a limit"
    NO_CONVERTER = "no converter"
    NOT_FOUND = "not found"
    UNFORESEEN = "unforeseen"
    """A reader met something nobody thought of: a defect of the program."""


class UnreadableFile(Exception):  # noqa: N818 - the name is part of the contract
    """The only exception that leaves a reader. `notice` becomes the file's DOC flag."""

    def __init__(self, notice: Notice, reason: Reason = Reason.DAMAGED) -> None:
        super().__init__(notice.message.en)
        self.notice = notice
        self.reason = reason


def unreadable(
    message: Text,
    advice: Text = EMPTY,
    code: str = "DOC001",
    reason: Reason = Reason.DAMAGED,
) -> UnreadableFile:
    """An exception that says in one line what is wrong and what to do."""
    return UnreadableFile(Notice(code, message, advice), reason)


def damaged(kind: Text, detail: str = "", reason: Reason = Reason.DAMAGED) -> UnreadableFile:
    """The file is of `kind` but cannot be opened. `detail` is for people who know the format."""
    tail_zh, tail_en = (f"（{detail}）", f" ({detail})") if detail else ("", "")
    return unreadable(
        Text(
            f"{kind.zh}已损坏或不完整，无法打开{tail_zh}。",
            f"The {kind.en} is damaged or incomplete and cannot be opened{tail_en}.",
        ),
        Text(
            "请用原软件打开后另存一份再提交；打不开的请重新获取文件。",
            "Open it in the program it was made with and save a new copy, or get the file again.",
        ),
        reason=reason,
    )


def over_limit(what: Text, limit: float, setting: str) -> UnreadableFile:
    """The file exceeds `limit`, which `setting` of the configuration sets."""
    shown = f"{limit:,}".removesuffix(".0")
    return unreadable(
        Text(
            f"{what.zh}超过上限 {shown}，未读取。",
            f"{what.en} over the limit of {shown}; not read.",
        ),
        Text(
            f"如确需检查，请在配置中提高 limits.{setting}。",
            f"Raise limits.{setting} in the configuration if the file is to be trusted.",
        ),
        reason=Reason.OVER_LIMIT,
    )
