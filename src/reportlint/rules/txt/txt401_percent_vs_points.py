"""TXT401: percent-vs-points."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.model import Facts
from reportlint.facts.passages import passages, sentences
from reportlint.lexicon.points import change_words
from reportlint.result import Anchor, Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis("统计知识：百分数与百分点", "", BasisStatus.VERIFIED)
_BREAK = regex.compile(r"[，,；;：:（(、]")
_LEVEL = regex.compile(r"\d\s*[%％]")
_AMOUNT = regex.compile(r"\d\s*(?:万|亿|元|人次|人|个(?!百分点)|项|家|户|件|场|次|吨|公里|亩)")


@rule(
    "TXT401",
    "percent-vs-points",
    severity="warning",
    title_en="The change of a rate is given in per cent instead of percentage points.",
    basis=_BASIS,
)
def percent_vs_points(facts: Facts) -> Iterator[Flag]:
    """比率的变动应当用“个百分点”。

    查什么：占比、比重、合格率、满意度等本身是百分数的指标，写成“提高2%”“同比下降1.5%”。
    为什么：从50%“提高2%”可以读成51%，也可以读成52%。
    例：“覆盖率为97.6%（同比提升2%）”——应为“2个百分点”。
    不查什么：金额、人数等的增长率；“提升至97.6%”这样的水平；效率、频率等不是百分数的“率”；同一句里
    既有金额又有比率、分不清是谁在增长的。
    依据：统计用语惯例：两个百分数之差用百分点表示。
    """
    for passage in passages(facts.document):
        if not passage.says_sentences and passage.cell is not None:
            continue
        for start, end in sentences(passage.text):
            sentence = passage.text[start:end]
            for match in change_words().change.finditer(sentence):
                if (subject := _rate_that_changes(sentence, match)) is not None:
                    at, to = match.span("at")
                    span = passage.span(start + at, start + to)
                    yield _flag(span_anchor(facts, span), subject, match["at"])


def _rate_that_changes(sentence: str, match: regex.Match[str]) -> str | None:
    """The rate whose change is stated, or None if something else (or who knows what) changes."""
    before = sentence[: match.start()]
    breaks = list(_BREAK.finditer(before))
    opening = breaks[-1].end() if breaks else 0
    own = _without_comparison(before[opening:])
    if own:
        return _rate(own)
    if not breaks:
        return None
    return _rate_of_level(before[: breaks[-1].start()], bracketed=breaks[-1].group() in "（(")


def _without_comparison(clause: str) -> str:
    """The clause before the verb, less 同比, 较上年 and the like at either end."""
    against = change_words().against
    for cut in range(len(clause) + 1):
        if against.fullmatch(clause[cut:]):
            return clause[:cut].strip()
    return clause.strip()


def _rate(words: str) -> str | None:
    """The rate at the end of `words`, if one stands there."""
    forms = change_words()
    bare = regex.sub(r"(?:由|从)\s*[\d.．]+\s*[%％].*$", "", words).rstrip()
    return bare if forms.rate.search(bare) and not forms.not_rate.search(bare) else None


def _rate_of_level(before: str, *, bracketed: bool) -> str | None:
    """The rate whose level was just given: `占比提升至97.6%（…`, `合格率为95%，…`."""
    clause = _BREAK.split(before)[-1]
    level = _LEVEL.search(clause)
    if level is None or (not bracketed and _AMOUNT.search(before)):
        return None
    noun = regex.split(
        r"(?:提升|提高|上升|下降|降低|增加|达|保持|维持|约|仅|超|为|是|由|从|\d)", clause
    )[0]
    return _rate(noun.strip())


def _flag(anchor: Anchor, subject: str, words: str) -> Flag:
    right = regex.sub(r"\s*[%％]$", "个百分点", words)
    return Flag(
        anchor=anchor,
        message=Text(
            f"“{subject}”是百分数，其变动“{words}”应当用百分点。",
            f"“{subject}” is a percentage: its change “{words}” is in percentage points.",
        ),
        advice=Text(f"改为“{right}”。", f"Write “{right}”."),
        expected=right,
    )
