"""The terminals of the grammar: how number cores, units and separators are written.

All patterns work on folded text (`characters.fold`) and use possessive quantifiers where a run
could be long, so that matching stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlint.facts.numerals.units import load_units
from reportlint.lexicon.additions import kept_per_vocabulary

FIGURES = "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
SCALES = "十百千万亿兆拾佰仟廿卅"
SPOKEN = f"[{FIGURES}{SCALES}]"
_PLAIN = r"[0-9]++(?:\n?\.\n?[0-9]++)?"
_GROUP = r",\n?[0-9]\n?[0-9]\n?[0-9]"
_MONEY = r"(?=[ \n]{0,2}+[万亿百千]{0,2}[元圆])"
_PROOF = r"(?:\.[0-9]++|(?=[余多]?[ \n]{0,2}+[%‰一-龥]))"
_ARABIC = (
    rf"[0-9]{{1,3}}(?:{_GROUP})++(?![,0-9])(?:\.\n?[0-9]++)?"
    rf"|(?<![0-9][,，])(?<!分别[为是])[0-9]{{1,3}}(?:[,，][0-9]{{3}})++(?![0-9]){_PROOF}"
    rf"|[0-9]{{1,3}}(?: [0-9]{{3}})++(?![0-9])(?:\.[0-9]++)?{_MONEY}"
    rf"|{_PLAIN}"
)
_MIXED = (
    r"[0-9]++(?:\.[0-9]++)?(?:[兆亿万千百]++零?"
    rf"(?:[0-9]{{1,8}}|[{FIGURES}](?=[{SCALES}]){SPOKEN}*+)(?![0-9.,年月])(?!-[0-9]))++[兆亿万千百]*+"
    rf"|{SPOKEN}++(?<=[亿万])零?[0-9]{{1,4}}(?![0-9.,年月])[万千百]?"
)
_WORDS = rf"[几数]?(?:(?!千[瓦克米伏]){SPOKEN})++(?:点[{FIGURES}]++[万亿]*+)?"
_PART = rf"(?:[0-9]++(?:[,，][0-9]{{3}})*+(?:\.[0-9]++)?[万亿kK]?+|{SPOKEN}++(?:点[{FIGURES}]++)?)"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled terminals.

    `core`: groups fraction (den, neg, num), half, mixed, arabic, words. `tail`: what may follow a
    core: vague, scale, vague2, unit. `joint`: between the ends of a range.
    """

    core: re.Pattern[str]
    tail: re.Pattern[str]
    joint: re.Pattern[str]
    fractional_tenths: re.Pattern[str]
    small_change: re.Pattern[str]


@kept_per_vocabulary
def load_patterns() -> Patterns:
    """The terminals, compiled once with the units of the lexicon."""
    unit = load_units().pattern
    core = (
        rf"(?P<fraction>(?P<den>{_PART})[ ]?分[ ]?之[ ]?(?P<neg>负)?(?P<num>{_PART}))"
        rf"|(?P<half>一半|半数|对折|半折)"
        rf"|(?P<mixed>{_MIXED})|(?P<arabic>{_ARABIC})|(?P<words>{_WORDS})"
    )
    return Patterns(
        core=re.compile(f"(?=[0-9几数半对{FIGURES}{SCALES}])(?:{core})"),
        tail=re.compile(_tail(unit, load_units().per)),
        joint=re.compile(r"(?:\(含\))?[ ]?(?:~|--?|——?|至|到)[ ]?"),
        fractional_tenths=re.compile(rf"[成折]([0-9{FIGURES}半])(?![0-9{FIGURES}{SCALES}])"),
        small_change=re.compile(_CHANGE),
    )


def _tail(unit: str, per: str) -> str:
    return (
        (
            r"(?P<vague>[多余来几])?[ \n]{0,2}"
            r"(?P<scale>(?:[十百千]?[万亿]{1,2}|百(?!分)|千(?![瓦米克伏])|[kK](?=[个元%]))(?![0-9]))?(?P<vague2>[多余来])?"
            r"[ \n]{0,3}(?P<unit>UNIT)?(?:/(?P<per>PER))?"
        )
        .replace("UNIT", unit)
        .replace("PER", per)
    )


_CHANGE = (
    rf"(?:(?P<jiao>[0-9]|[{FIGURES}])[角毛])?"
    rf"(?:零?(?P<fen>[0-9]|[{FIGURES}])分)?[整正]?"
)
