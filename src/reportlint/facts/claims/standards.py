"""So much for each, times how many, is how much in all: standards, prices, averages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.each import Each, counts, each_of, words
from reportlint.facts.claims.making import Reading, leaves_trace, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.cues import alternation

_REACH = 6
"""So many figures around a standard its number and its total are looked for."""
_CHANGES = frozenset({Act.CHANGE, Act.RATE, Act.SHARE, Act.COMPLETION, Act.DIFFERENCE})
_UNPAID = 8
"""What it costs a reading that a standard for each month, say, is taken for the whole."""
_CHANCE = Fraction(1, 10)
_TIMES = re.compile(r"[×xX*乘]")
_TOTAL = re.compile(
    r"共|合计|总|应|计|全年|需|补助|资金|支出|发放|兑付|成交|收入|费|款|钱|花|付|贴"
)


@dataclass(frozen=True, slots=True)
class _Try:
    """A total, the number of pieces, and of periods for what is paid each month."""

    total: Mention
    number: Mention
    times: Mention | None
    scale: Fraction
    cost: int


def standard_claims(passage: Passage, made: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of products and averages that `made` leaves unsaid."""
    known = {f for c in made if c.kind in _PRODUCTS for f in c.relation.figures}
    each = {m.index: e for m in passage.mentions if (e := _each(passage, m, known))}
    for index, one in each.items():
        mention = passage.mentions[index]
        tries = sorted(_tries(passage, mention, one, each), key=lambda t: t.cost)
        if tries and (claim := _claim(passage, mention, one, tries)):
            yield claim


_PRODUCTS = frozenset({RelationKind.PRODUCT, RelationKind.AVERAGE})
_MULTIPLIED = frozenset(
    {FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH, FigureKind.OTHER}
)
_EACH_KINDS = _MULTIPLIED


def _each(passage: Passage, mention: Mention, known: set[str]) -> Each | None:
    if mention.kind not in _EACH_KINDS or mention.act in _CHANGES or mention.id in known:
        return None
    return each_of(passage, mention) if _is_figure(mention) else None


def _is_figure(mention: Mention) -> bool:
    """一天, 一次 name what there is one of; they count nothing."""
    return bool(mention.figure.value) and not mention.figure.numeral.text.startswith("一")


def _tries(
    passage: Passage, mention: Mention, each: Each, others: dict[int, Each]
) -> Iterator[_Try]:
    near = [m for m in _around(passage, mention) if m.index not in others]
    numbers = [(m, s) for m in near if (s := counts(passage, each, m)) and _is_number(m)]
    totals = [m for m in near if _is_total(m, mention)]
    paid = _paid_by(passage, mention, each)
    for number, scale in numbers:
        for total in totals:
            if total is number:
                continue
            cost = _cost(mention, number) + _cost(mention, total) - _total_words(passage, total)
            if paid is None:
                yield _Try(total, number, None, scale, cost)
                continue
            if not any(_counts_periods(m, paid) for m in near):
                yield _Try(total, number, None, scale, cost + _UNPAID)
            for times in near:
                if times not in (number, total) and _counts_periods(times, paid):
                    yield _Try(total, number, times, scale, cost + _cost(mention, times))


def _around(passage: Passage, mention: Mention) -> list[Mention]:
    before = passage.before(mention.index)[-_REACH:]
    after = passage.after(mention.index)[:_REACH]
    return [m for m in (*before, *after) if m.sentence == mention.sentence and _is_figure(m)]


def _is_number(mention: Mention) -> bool:
    value = mention.figure.value or 0
    return mention.act not in _CHANGES and value > 1 and not mention.cause


def _is_total(mention: Mention, each: Mention) -> bool:
    a, b = mention.figure.value, each.figure.value
    if mention.kind is not each.kind or mention.act in _CHANGES or mention.cause:
        return False
    if mention.kind is not FigureKind.AMOUNT and not _one_unit(mention, each):
        return False
    return a is not None and b is not None and abs(a) >= abs(b)


def _one_unit(mention: Mention, each: Mention) -> bool:
    one, other = (re.split(r"[/／]", m.figure.numeral.unit)[0] for m in (mention, each))
    return one.lstrip("十百千万亿") == other.lstrip("十百千万亿")


def _paid_by(passage: Passage, mention: Mention, each: Each) -> str | None:
    """The period of what is paid again and again (每人每月, 元/月); a year is the whole."""
    clause = passage.text[max(mention.start, mention.figure.start - 12) : mention.figure.end + 3]
    found = re.findall(rf"[每/／]({alternation(words('periods'))})", clause)
    told = [p for p in found if p != "年" and p != each.what]
    return told[-1] if told else None


def _counts_periods(mention: Mention, period: str) -> bool:
    unit = mention.figure.numeral.unit.lstrip("个").removeprefix("工作")
    same = unit.startswith(period[0]) or (unit[:1] in _DAYS and period[0] in _DAYS)
    return mention.act not in _CHANGES and same


_DAYS = frozenset("天日")


def _cost(mention: Mention, other: Mention) -> int:
    apart = abs(mention.index - other.index)
    return apart + (3 if other.part != mention.part else 0) + (1 if other.group else 0)


def _total_words(passage: Passage, total: Mention) -> int:
    said = passage.text[max(total.start, total.figure.start - 8) : total.figure.start]
    return 2 if _TOTAL.search(said) else 0


def _claim(passage: Passage, mention: Mention, each: Each, tries: list[_Try]) -> Claim | None:
    best, sure = tries[0], _alone(passage, mention, each, tries[0])
    fitting = [t for t in tries if _fits(mention, t)]
    if fitting and best not in fitting:
        best, sure = fitting[0], False
    if not sure and not (fitting and _hardly_chance(mention, best, tries)):
        return None
    figures = [mention, best.total, best.number, *([best.times] if best.times else [])]
    reading = _reading(mention, each, best)
    return stated(
        passage, [reading], words_of(*figures), measured=best.total.name.text, certain=sure
    )


def _alone(passage: Passage, mention: Mention, each: Each, best: _Try) -> bool:
    """One standard, one number of what it names, one total, and nothing else, in one part."""
    part = [m for m in passage.mentions if m.part == mention.part and m.kind in _MULTIPLIED]
    said = {m.index for m in (mention, best.number, best.total, best.times) if m is not None}
    paid = best.times is not None or _paid_by(passage, mention, each) is None
    alone = paid and bool(each.what) and said == {m.index for m in part} and not best.total.opens
    total = best.total.figure.value or Fraction(0)
    if not alone or not leaves_trace(abs(total), abs(_product(mention, best))):
        return False
    return not _partly(passage, mention, best.total)


def _partly(passage: Passage, mention: Mention, total: Mention) -> bool:
    """A grant pays a part of a whole investment; 奖金等 has more in it."""
    said = passage.text[mention.start : mention.figure.end + 4]
    granted = re.search(alternation(words("grants")), said)
    whole = re.search(alternation(words("whole_costs")), total.name.text)
    return "等" in total.name.text or (granted is not None and whole is not None)


def _product(mention: Mention, found: _Try) -> Fraction:
    value = (mention.figure.value or Fraction(0)) * (found.number.figure.value or 0) * found.scale
    return value * (found.times.figure.value or 1) if found.times else value


def _fits(mention: Mention, found: _Try) -> bool:
    total = found.total.figure.value or Fraction(0)
    return abs(_product(mention, found) - total) <= _width(mention, found) / 2


def _width(mention: Mention, found: _Try) -> Fraction:
    factors = [mention.figure, found.number.figure]
    product = abs(_product(mention, found))
    relative = sum((f.place / abs(f.value) for f in factors if f.value), Fraction(0))
    return found.total.figure.place + product * relative


def _hardly_chance(mention: Mention, found: _Try, tries: Sequence[_Try]) -> bool:
    tried = sum(1 for t in tries if t.cost <= found.cost)
    total = found.total.figure.value or Fraction(1)
    return _width(mention, found) * tried / abs(total) <= _CHANCE


def _reading(mention: Mention, each: Each, found: _Try) -> Reading:
    number = term(found.number, Role.FACTOR)
    if each.mean and found.times is None:
        terms = (term(found.total, Role.TOTAL), number)
        return Reading(RelationKind.AVERAGE, mention.id, terms, scale=found.scale)
    times = (term(found.times, Role.FACTOR),) if found.times else ()
    factors = (term(mention, Role.FACTOR), number, *times)
    return Reading(RelationKind.PRODUCT, found.total.id, factors, scale=found.scale)
