"""TXT409: typo."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import plain_typo, word_patterns
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wordings import wordings


@rule(
    "TXT409",
    "typo",
    severity="warning",
    title_en="A typing error of the field.",
    basis=OWN_WORDS,
)
def typo(facts: Facts) -> Iterator[Flag]:
    """本领域常见的错别字。

    查什么：词表所列的错字、漏字（“绩管理”“拔付”“予算”等），并看前后文；可在配置 lexicon.typos 中添
    加。
    为什么：这些字通用拼写检查大多放过，而读者一眼就会看到。
    例：“加强部门绩管理”——应为“绩效管理”。
    不查什么：词表以外的错字；“业绩管理”“给予算力补贴”等字面相同而正确的词；“截止”（TXT407）。
    依据：报告自身表述。
    """
    own = (plain_typo(*pair) for pair in facts.config.lexicon.typos.items())
    for pattern, span, passage in wordings(facts, (*word_patterns("typos"), *own)):
        words = passage.text[span.start : span.end]
        right = pattern.correction(words, passage.text)
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(
                f"“{words}”疑为“{right}”之误（{pattern.zh}）。",
                f"“{words}” is probably meant to be “{right}” ({pattern.en}).",
            ),
            advice=Text(f"改为“{right}”。", f"Write “{right}”."),
            expected=right,
        )
