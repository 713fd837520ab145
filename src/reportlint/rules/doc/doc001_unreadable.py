"""DOC001: unreadable."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "DOC001",
    "unreadable",
    severity="error",
    title_en="The file cannot be read.",
    basis=OWN_WORDS,
)
def unreadable(facts: Facts) -> Iterator[Flag]:
    """文件无法读取。

    查什么：损坏、加密、空文件、类型不符、超过上限、缺少转换程序的文件，并说明是哪一种、怎么办。
    为什么：一份没有读到的报告不能算检查过。
    例：“报告.docx”设有打开密码。
    不查什么：能读出一部分的（归 DOC005）；只有扫描图像的（归 DOC002）。
    依据：读取文件时的事实。
    """
    # Readers notice this while reading; the engine turns their notices into flags.
    yield from ()
