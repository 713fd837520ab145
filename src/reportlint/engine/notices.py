"""Flags about the file itself: what readers and the engine have to say."""

from __future__ import annotations

from dataclasses import replace

from reportlint.document import Document, Notice, anchor_at
from reportlint.engine.selection import stamped
from reportlint.result import Flag, Severity, Text

PARTLY_READ = "DOC005"
PARTIAL = frozenset({"DOC002", PARTLY_READ})
"""Codes that say that not all of a file was read."""

_REPORT_IT = Text(
    "这是程序的缺陷，请连同报告反馈。", "This is a fault of the program: please report it."
)


def flag_of(notice: Notice, document: Document) -> Flag:
    """The flag that carries a reader's notice."""
    anchor = anchor_at(document, notice.block)
    if notice.page is not None and anchor.place.page is None:
        anchor = replace(anchor, place=replace(anchor.place, page=notice.page))
    flag = Flag(anchor, notice.message, notice.advice, severity=notice.severity)
    return stamped(flag, notice.code)


def is_partial(notice: Notice) -> bool:
    """Whether it says that not all of the file was read: scans that were recognised were."""
    scanned = notice.code == "DOC002" and notice.severity is Severity.WARNING
    return notice.code in PARTIAL and not scanned


def rule_failed(code: str, trouble: str) -> Notice:
    """A rule raised: the others are unharmed, but the report was not checked by it."""
    message = Text(
        f"规则 {code} 运行出错，本报告未按该规则检查（{trouble}）。",
        f"Rule {code} failed and did not check this report ({trouble}).",
    )
    return Notice(PARTLY_READ, message, _REPORT_IT)


def not_understood(trouble: str) -> Notice:
    """The text was read, but no facts could be made of it."""
    message = Text(
        f"分析报告内容时程序出错，未能检查（{trouble}）。",
        f"The program failed on this report and did not check it ({trouble}).",
    )
    return Notice(PARTLY_READ, message, _REPORT_IT)


def described(error: Exception) -> str:
    """An exception in one short line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]
