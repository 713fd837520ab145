"""DOC005: partly-read."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "DOC005",
    "partly-read",
    severity="warning",
    title_en="A part of the file was not read.",
    basis=OWN_WORDS,
)
def partly_read(facts: Facts) -> Iterator[Flag]:
    """文件有一部分没有读到。

    查什么：因上限或不支持的对象而没有读取的部分；运行出错的规则；并说明是哪一部分。
    为什么：没有检查的部分必须说出来。
    例：附件表格以图片或嵌入对象形式插入。
    不查什么：不影响内容的装饰性图形。
    依据：读取文件时的事实。
    """
    # Readers notice this while reading; the engine turns their notices into flags.
    yield from ()
