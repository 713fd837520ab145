"""Whether two statements say the same, however they put it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportlint.evaluation.annotated.answers import Answer
from reportlint.evaluation.annotated.model import Mark, Statement

Key = tuple[object, ...]
_NOISE = re.compile(
    r"[\s“”\"'‘’「」《》（）()，,：:、；;]|的|(?:19|20)\d\d年(?:度|同期|底|末)?"
    r"|(?:比|较|与|同)?(?:上年|去年|上一年|年初|上年同期|去年同期)?(?:相比|度)?(?=(?:增|减|下降|上升|提|降|多|少|增长))"
    r"|同比|环比"
)
_NEUTRAL = re.compile(
    r"全年|本年度?|当年|年度|共计?|合计|总计|实际|累计|已|了|为|达到?|约|我[局县市镇校院街]|该"
)
_HEAD = 2
"""Characters that a name has at least."""
_BLURS = re.compile(r"[^\d零一二三四五六七八九十百千万亿两半几%％.]*")


def same_statement(gold: Statement, answer: Statement) -> bool:
    """Whether `answer` asserts what `gold` says."""
    if gold.kind == "growth" and answer.kind == "growth":
        return _same_growth(gold, answer)
    if gold.kind == "equal" and answer.kind == "equal":
        names = {f for f, _, _ in answer.operands}
        return {f for f, _, _ in gold.operands} <= names
    if gold.kind == "sum" and answer.kind == "sum" and gold.open:
        return (gold.result, _figures(gold)) == (answer.result, _figures(answer))
    return bool(set(keys(gold)) & set(keys(answer)))


def _same_growth(gold: Statement, answer: Statement) -> bool:
    ours = {(f, side) for f, _, side in answer.operands}
    asked = {(f, side) for f, _, side in gold.operands}
    return gold.result == answer.result and len(ours) > 1 and ours <= asked


def _figures(statement: Statement, side: int | None = None) -> frozenset[str]:
    return frozenset(f for f, _, s in statement.operands if side is None or s == side)


def keys(statement: Statement) -> Iterator[Key]:
    """The forms in which the relation may be recognised."""
    every, result = _figures(statement), statement.result
    above, below = _figures(statement, 1), _figures(statement, -1)
    match statement.kind:
        case "sum" if result == "100%":
            yield "split", every
        case "sum" if statement.open:
            yield "open", result, every
        case "sum":
            yield _linear(statement)
        case "diff":
            yield _linear(statement)
            yield _linear(replace(statement, operands=_turned(statement)))
        case "ratio" | "share":
            yield "rate", result, above, below
        case "growth":
            yield "rate", result, _figures(statement, 0), below
        case "points":
            yield "points", result, every
        case "multiple":
            yield "multiple", result, every
            yield "rate", result, above, below
        case "average":
            yield "product", *sorted(above), below | {result}
        case "product":
            yield "product", result, every
            for factor in every if len(every) == 2 else ():
                yield "rate", factor, frozenset({result}), every - {factor}
        case "order":
            yield _order(statement)
        case _:
            yield statement.kind, result, every


def _turned(statement: Statement) -> tuple[tuple[str, int, int], ...]:
    """A difference may be printed without its sign."""
    return tuple((f, -sign, side) for f, sign, side in statement.operands)


def _linear(statement: Statement) -> Key:
    """Coefficients of the equation, up to its sign: t = a + b is also a = t - b."""
    terms = {f: sign for f, sign, _ in statement.operands} | {statement.result: -1}
    lead = terms[min(terms)]
    return "linear", frozenset((f, sign * lead) for f, sign in terms.items())


def _order(statement: Statement) -> Key:
    above = [f for f, _, side in statement.operands if side == 1]
    below = [f for f, _, side in statement.operands if side == -1]
    if not statement.direction:
        return "even", frozenset(above + below)
    high, low = (above, below) if statement.direction > 0 else (below, above)
    return "order", tuple(high), tuple(low)


def same_span(mark: Mark, place: tuple[int, int], words: str, answer: Answer) -> bool:
    """Whether the program means these characters; words that blur a figure may be in or out."""
    start, end = place
    if (answer.start, answer.end) == (start, end):
        return True
    if not (answer.start <= start and end <= answer.end):
        return False
    own, printed = re.sub(r"\s", "", words), re.sub(r"\s", "", answer.text)
    head, _, tail = printed.partition(own)
    return bool(_BLURS.fullmatch(head) and _BLURS.fullmatch(tail))


def same_indicator(names: tuple[str, ...], indicator: str) -> bool:
    """Whether `indicator` is one of `names`.

    `name·word` also stands for the name alone. A head noun with more of the words that qualify it,
    or with fewer, is the same name: 卫生项目补助资金 for 补助资金.
    """
    ours = _plain(indicator)
    forms = [form for name in names for form in _forms(name)]
    return any(_same_head(ours, form) for form in forms)


def _same_head(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (len(short) >= _HEAD and long.endswith(short)) or (one == other and bool(one))


def _forms(name: str) -> Iterator[str]:
    subject, _, measure = name.partition("·")
    yield _plain(subject)
    if measure:
        yield _plain(subject + measure)


def _plain(name: str) -> str:
    return _NEUTRAL.sub("", _NOISE.sub("", name)) or _NOISE.sub("", name)
