"""DOC002: no-text-layer."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "DOC002",
    "no-text-layer",
    severity="error",
    title_en="Pages are scans without a text layer.",
    basis=OWN_WORDS,
)
def no_text_layer(facts: Facts) -> Iterator[Flag]:
    """扫描页没有文字层。

    查什么：整页是图像、读不出文字的页；做了文字识别的降为警告，数字带识别可信度。
    为什么：图像里的数字没有检查，不能当作没有错。
    例：第3至5页是盖章后的扫描件。
    不查什么：有文字层的图片页、封面和空白页。
    依据：读取文件时的事实。
    """
    # Readers notice this while reading; the engine turns their notices into flags.
    yield from ()
