"""Whether a heading means a section that a profile prescribes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from reportlint.facts.model import Section
from reportlint.lexicon.headings import common_words, generic_words
from reportlint.profiles import SectionSpec

SIMILAR = 84.0
"""Similarity (0–100) from which two titles mean the same section."""
WORD_FOR_WORD, EXACT = 100.0, 99.0
"""Similarity of a heading that is a name of the section, and of one that says just as much."""
GAP = 8
"""So many characters may stand where a sign has its …"""

_FILLER = regex.compile(r"[\s的及与和、，,：:。.（）()“”\"]|情况|分析|说明|工作")
_ROLE_WORDS = {"problems": ("问题", "不足"), "measures": ("措施", "建议", "改进", "整改")}
_JOINED = regex.compile("[和与及、]")


def title_similarity(spec: SectionSpec, section: Section) -> float:
    """How likely a heading is the prescribed one, 0–100."""
    words = _ROLE_WORDS.get(spec.role, ())
    if words and any(w in section.title for w in words) and len(section.title) <= 24:
        return max(SIMILAR, _best_ratio(spec, section))
    return _best_ratio(spec, section)


def bearers(specs: Iterable[SectionSpec], section: Section) -> frozenset[str]:
    """The ids of the sections whose name a heading bears, word for word before in other words."""
    likeness = {spec.id: title_similarity(spec, section) for spec in specs}
    best = max((EXACT, *likeness.values()))
    return frozenset(id for id, found in likeness.items() if found >= best)


def says(title: str, spec: SectionSpec) -> bool:
    """Whether a heading bears a sign of the section."""
    return any(sign_pattern(sign).search(bare(title)) for sign in spec.signs)


def akin(title: str, spec: SectionSpec) -> bool:
    """Whether a heading shares a telling pair of characters with a name of the section."""
    wanted = {pair for name in (spec.title, *spec.aliases) for pair in _pairs(name)}
    return not wanted.isdisjoint(_pairs(title))


def joined(title: str) -> bool:
    """Whether a heading names two things."""
    return bool(_JOINED.search(title))


def bare(text: str) -> str:
    """`text` without any white space."""
    return regex.sub(r"\s", "", text)


@lru_cache(maxsize=1024)
def sign_pattern(sign: str) -> regex.Pattern[str]:
    """A sign of a profile; its … stands for a few characters within one clause."""
    pieces = (regex.escape(piece) for piece in bare(sign).split("…"))
    return regex.compile(rf"[^，。；,;]{{0,{GAP}}}?".join(pieces))


@lru_cache(maxsize=4096)
def _pairs(title: str) -> frozenset[str]:
    """Neighbouring characters of a title, but for those of words that any title may have."""
    pieces = common_words().sub(" ", _core(title)).split()
    return frozenset(p[i : i + 2] for p in pieces for i in range(len(p) - 1))


def _best_ratio(spec: SectionSpec, section: Section) -> float:
    names = (spec.title, *spec.aliases)
    if section.title in names:
        return WORD_FOR_WORD
    core = _core(section.title)
    return max((_ratio(_core(name), core) for name in names), default=0.0)


def _ratio(wanted: str, found: str) -> float:
    if not wanted or not found:
        return 0.0
    if wanted == found:
        return EXACT
    shorter, longer = sorted((wanted, found), key=len)
    contained = len(shorter) >= 4 and shorter in longer and len(longer) <= 2 * len(shorter) + 2
    if contained and shorter not in generic_words():
        return 90.0
    return fuzz.ratio(wanted, found) if len(shorter) >= 4 else 0.0


@lru_cache(maxsize=4096)
def _core(title: str) -> str:
    return _FILLER.sub("", title) or title
