"""Figures that are for each one of something: 每户8000元, 人均3元, 21.5万元/亩, 一份0.3元."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from reportlint.facts.claims.layout import CUT
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.model import FigureKind
from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import read_toml, strings

_NAME = "each.toml"
_EVERY = re.compile(r"每(?P<what>[^，,。；;：:（()）]*)$")
_MEAN = re.compile(r"(?P<what>[一-鿿])均[^，,。；;：:（()）\d均]{0,9}$")
_MEAN_NOUN = re.compile(r"(?P<what>[一-鿿]{2})平均(?:为|达|是|约)*$")
_SINGLE = re.compile(
    r"单(?P<what>[车座处台次点站校馆件人个村])(?:平均)?[^，,。；;：:（()）\d价]{0,6}$"
)
_ONE = re.compile(r"(?:^|[一-鿿])一(?P<what>[一-鿿]{1,2})(?:均价?|要|卖|合|为|是)?$")
_AFTER = re.compile(r"\s*(?:[/／]|[一每])(?P<what>(?:立方米|平方米|千瓦时|公里|公斤|[一-鿿]))")
_NOT_EACH = re.compile(r"每(?:年|月|季)(?:底|末|初)|每年(?:需|安排|投入|支出|共|约|可|达)+$|平均值")
_SCALES = re.compile(r"^[十百千万亿]+")
_MANY = re.compile(r"[余多]")


@dataclass(frozen=True, slots=True)
class Each:
    """`what` there is one of, "" where nothing says; `mean` for an average, not a standard."""

    what: str
    mean: bool = False


@cache
def words(key: str) -> tuple[str, ...]:
    """A list of each.toml."""
    return strings(_NAME, read_toml(_NAME), key)


@cache
def _standard() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!达到)(?<!超过){alternation(words('standards'))}[^，,。；;：:（()）\d]{{0,4}}$"
    )


def each_of(passage: Passage, mention: Mention) -> Each | None:
    """What a figure is for each one of; None for a figure that stands for all."""
    unit = re.split(r"[/／]", mention.figure.numeral.unit, maxsplit=1)
    if len(unit) > 1:
        return Each(unit[1])
    left = CUT.split(passage.text[mention.start : mention.figure.start])[-1]
    if _NOT_EACH.search(left):
        return None
    if found := _EVERY.search(left):
        return Each(found["what"], "平均" in left[: found.start()][-4:])
    for pattern in (_MEAN_NOUN, _MEAN, _SINGLE):
        if (found := pattern.search(left)) and found["what"] != "平":
            return Each(found["what"], True)
    if found := _AFTER.match(passage.text, mention.figure.end):
        return Each(found["what"])
    if found := _ONE.search(left or passage.text[: mention.figure.start][-4:]):
        return Each(found["what"])
    return Each("", "平均" in left) if _standard().search(left) else None


def counts(passage: Passage, each: Each, number: Mention) -> Fraction | None:
    """The scale by which a number counts what `each` is for; None if it counts something else.

    Base units of areas, lengths and money are taken to the unit that is named.
    """
    unit = _MANY.sub("", number.figure.numeral.unit)
    bare = _SCALES.sub("", unit) or unit
    if not each.what:
        return Fraction(1) if number.kind in (FigureKind.COUNT, FigureKind.OTHER) else None
    if number.kind is FigureKind.AMOUNT:
        return (
            Fraction(1, 10000) if each.what.startswith("万元") and bare.startswith("元") else None
        )
    if not _is_one(passage, each.what, bare, number):
        return None
    if number.kind in (FigureKind.AREA, FigureKind.LENGTH):
        return 1 / _base(number, unit, bare)
    return Fraction(1)


def _base(number: Mention, unit: str, bare: str) -> Fraction:
    """What one of the bare unit is in base units."""
    scale = number.figure.numeral.scale
    for sign in unit[: len(unit) - len(bare)]:
        scale /= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[sign]
    return scale


def _is_one(passage: Passage, what: str, bare: str, number: Mention) -> bool:
    if not bare:
        return False
    if what.startswith(bare) or bare.startswith(what) or bare.endswith(what):
        return True
    if {what[:1], bare[-1:]} <= {"天", "日"}:
        return True
    if bare in words("persons"):
        return what.startswith(words("persons"))
    return _noun(passage, what, bare, number)


def _noun(passage: Passage, what: str, bare: str, number: Mention) -> bool:
    """每站 of 14个站, 船均 of 渔船4,200艘, 每个项目 of 48个: the noun tells."""
    end = number.figure.end
    around = passage.text[max(number.start, number.figure.start - 8) : number.figure.start]
    around += re.split(r"[，,、；;：:。（()）\d]", passage.text[end : end + 8])[0]
    noun = what.lstrip("个名位家所座")
    return bool(noun) and number.kind is FigureKind.COUNT and noun[0] in around
