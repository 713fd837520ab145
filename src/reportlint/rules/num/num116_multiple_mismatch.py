"""NUM116: multiple-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM116",
    "multiple-mismatch",
    severity="error",
    title_en="A multiple does not follow from its figures.",
)
def multiple_mismatch(facts: Facts) -> Iterator[Flag]:
    """倍数与两数不符。

    查什么：“是……的N倍”“增长N倍”“翻一番”等，按两数重算。
    为什么：“增长N倍”与“是N倍”相差一倍，最易混淆。
    例：“由10万元增至30万元，增长3倍”——增长2倍，或为原来的3倍。
    不查什么：“近N倍”“约N倍”等概数；没有给出基数的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM116")
