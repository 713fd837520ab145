"""DOC004: open-revisions."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "DOC004",
    "open-revisions",
    severity="warning",
    title_en="Tracked changes or comments were left in the file.",
    basis=OWN_WORDS,
)
def open_revisions(facts: Facts) -> Iterator[Flag]:
    """修订或批注未处理。

    查什么：文件里未接受的修订、未删除的批注。
    为什么：定稿里留着修改痕迹，读者看到的内容取决于他的软件设置。
    例：“支出⟨120⟩130万元”带着修订标记提交。
    不查什么：以 reportlint: 开头的批注（作者对检查结果的答复）。
    依据：读取文件时的事实。
    """
    # Readers notice this while reading; the engine turns their notices into flags.
    yield from ()
