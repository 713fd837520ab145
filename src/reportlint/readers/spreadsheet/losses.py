"""What of a workbook was not read, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document import Notice
from reportlint.readers.failure import Reason, UnreadableFile, unreadable
from reportlint.result import Text

MOST_NAMES = 5


def hidden_sheets(names: Sequence[str]) -> Notice:
    """DOC005 for sheets that nobody sees and that are therefore not checked."""
    listed = [f"“{name}”" for name in names[:MOST_NAMES]]
    more = len(names) > MOST_NAMES
    return Notice(
        "DOC005",
        Text(
            f"有 {len(names)} 张隐藏的工作表未检查：{'、'.join(listed)}{'等' if more else ''}。",
            f"{len(names)} hidden sheet(s) were not checked: {', '.join(listed)}"
            f"{', …' if more else ''}.",
        ),
        Text(
            "属于报告内容的，请取消隐藏后再检查；不属于的，请删除。",
            "Unhide those that belong to the report and check again; delete the others.",
        ),
    )


def cut_sheet(name: str) -> Notice:
    """DOC005 for a sheet with more cells than are read, or with broken text boxes."""
    return Notice(
        "DOC005",
        Text(
            f"工作表“{name}”过大或局部损坏，只读取了一部分。",
            f"Sheet “{name}” is too large or damaged in places; only a part of it was read.",
        ),
        Text(
            "请另存一份再检查；确实很大的，请在配置中提高 limits.max_table_cells。",
            "Save a copy and check that; if it is large, raise limits.max_table_cells.",
        ),
    )


def uncomputed(name: str, count: int) -> Notice:
    """DOC005 for formulas whose values the file does not hold."""
    return Notice(
        "DOC005",
        Text(
            f"工作表“{name}”有 {count} 个公式没有保存计算结果，这些单元格未检查。",
            f"Sheet “{name}” has {count} formula(s) without a stored result; not checked.",
        ),
        Text(
            "请用 Excel 或 WPS 打开，重新计算后保存，再检查。",
            "Open the file in Excel or WPS, let it recalculate, save it and check again.",
        ),
    )


def broken_sheet(name: str) -> Notice:
    """DOC005 for a sheet that is damaged while the others are not."""
    return Notice(
        "DOC005",
        Text(f"工作表“{name}”已损坏，未能读取。", f"Sheet “{name}” is damaged and was not read."),
        Text(
            "请用 Excel 或 WPS 打开后另存一份再检查。",
            "Open the file in Excel or WPS, save a copy and check that.",
        ),
    )


def no_cells() -> UnreadableFile:
    """A workbook whose visible sheets hold nothing."""
    return unreadable(
        Text("电子表格里没有任何内容。", "The spreadsheet holds nothing."),
        Text("请确认提交的是正确的文件。", "Make sure that the right file was sent."),
        reason=Reason.EMPTY,
    )
