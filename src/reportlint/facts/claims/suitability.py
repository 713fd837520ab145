"""How well two figures suit a rate as its numerator and denominator, in words and order.

Points are tenths of a rough logarithm of likelihood: they rank pairs, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlint.facts.claims.asking import Asked
from reportlint.facts.claims.bases import visible
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.lists import Composition, head_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.operands import rank
from reportlint.facts.claims.scenes import Scene, about, pairs_of
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import Indicator
from reportlint.lexicon.formulas import Operand
from reportlint.lexicon.stances import Stance, core, stance_of, tells_whole

FAR = 5
_RING = (0, 4, 10, 15, 22, 30)
"""What distance costs: own part, own sentence, next sentence, paragraph, section, report."""
_TOP_RING = (0, 8, 16, 26, 40, 60)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A level that may be an operand: its distance (0 own part … 5 elsewhere), words, stance."""

    level: Mention
    ring: int
    words: str
    stance: Stance | None
    only: bool = False
    """Whether the report gives this quantity of this item one value."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with its points; `defined` where it answers to the definition of a named rate."""

    top: Candidate
    bottom: Candidate
    points: int
    defined: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a rate stands: its paragraph, its lists, and the numerators of rates before it."""

    passage: Passage
    scene: Scene
    lists: Sequence[Composition]
    used: frozenset[str]


def scored(
    ground: Ground, asked: Asked, tops: Sequence[Candidate], bottoms: Sequence[Candidate]
) -> list[Scored]:
    """All pairs with their points, the best first."""
    found = [
        Scored(top, bottom, points, _defined(ground, asked, top, bottom))
        for top in tops
        if (own := _top(ground, asked, top)) > -40
        for bottom in bottoms
        if bottom.level is not top.level and bottom.level.comparable(top.level)
        for points in [own + _bottom(asked, bottom) + _pair(ground, asked, top, bottom)]
    ]
    return sorted(found, key=lambda p: -p.points)


def _defined(ground: Ground, asked: Asked, top: Candidate, bottom: Candidate) -> bool:
    """Whether words say of both figures that the rate is made of them."""
    if asked.of_whole and not asked.base:
        return _is_whole(ground, top.level, bottom)
    if asked.base and not _answers(asked, bottom):
        return False
    behind = bottom.level.index - asked.result.index
    if (
        behind > 0
        and not bottom.level.group
        and not (behind == 1 and _alike(asked.base_name, bottom.level))
    ):
        return False
    numerators = _operands(asked, 0)
    return all(
        not operands
        or rank(found.level, operands) < len(operands)
        or (operands is numerators and _spent(found))
        for found, operands in ((top, numerators), (bottom, _operands(asked, 1)))
    )


def _spent(found: Candidate) -> bool:
    """其中基本支出2,577万元 after 全年支出: an item of what was spent, at no stage by its name."""
    return found.stance is Stance.DONE and stage_of(found.level.indicator) is None


def _is_whole(ground: Ground, part: Mention, bottom: Candidate) -> bool:
    total = bottom.level.total or tells_whole(bottom.words)
    return total or bottom.level in head_of(ground.lists, part)


def _top(ground: Ground, asked: Asked, top: Candidate) -> int:
    operands = _operands(asked, 0)
    points = -_TOP_RING[top.ring] + _named(asked, top, operands, 25)
    of_money = bool(operands) and not any(o.words for o in operands)
    if of_money and _spent(top) and rank(top.level, operands) == len(operands):
        points += 26
    if asked.of_whole or asked.completes:
        points += _own_name(asked.result, top)
        points += 8 if top.level.index == asked.result.index - 1 else 0
    nature = item_of(asked.scope)[0]
    if nature and not nature <= item_of(top.level.indicator)[0]:
        points -= 25
    if asked.item:
        points += 10 if pairs_of(asked.item) & about(top.level) else -8
    if top.stance is not None and top.stance <= Stance.GRANTED:
        points -= 12
    if top.level.id in ground.used and not asked.base:
        points -= 12
    between = asked.result.index - top.level.index
    return points - 2 * max(0, between - 1) if top.ring < 2 else points


def _own_name(result: Mention, top: Candidate) -> int:
    """A share or completion that names its subject is said of no other."""
    wanted = pairs_of(core(result.name.text))
    if not wanted:
        return 15 if top.ring == 0 else 0
    return 15 if wanted & (about(top.level) | pairs_of(core(top.words))) else -15


def _bottom(asked: Asked, bottom: Candidate) -> int:
    points = -_RING[bottom.ring]
    if identified(asked, bottom):
        points = max(points, _KNOWN)
    if asked.base:
        points += _said(asked, bottom)
    elif asked.of_whole and (bottom.level.total or tells_whole(bottom.words)):
        points += 12
    if asked.formula:
        return points + _named(asked, bottom, _operands(asked, 1), 20)
    return points - (12 if _echo(asked.stem, bottom.words) == 2 else 0)


def _operands(asked: Asked, which: int) -> tuple[Operand, ...]:
    if asked.formula is None:
        return ()
    return (asked.formula.numerator, asked.formula.denominator)[which]


def _named(asked: Asked, found: Candidate, operands: Sequence[Operand], most: int) -> int:
    """The points of a level that the rate's name or its definition calls for."""
    if operands:
        place = rank(found.level, operands)
        if place < len(operands):
            return most - 3 * place
    unlike = -10 if operands else 0
    return unlike + _echo(asked.stem, found.words + found.level.indicator.text) * most // 2


def _echo(stem: str, words: str) -> int:
    """2 where the words hold what stands right before 率, 1 where they hold any part of it."""
    if len(stem) > 1 and _unnegated(stem[-2:], words):
        return 2
    parts = (*pairs_of(stem[-4:]), *stem[-2:])
    return 1 if any(_unnegated(part, words) for part in parts) else 0


def _unnegated(word: str, words: str) -> bool:
    return re.search(rf"(?<![不未非无]){re.escape(word)}", words) is not None


def _said(asked: Asked, bottom: Candidate) -> int:
    """How well a level answers to the words of the base."""
    if _alike(asked.base_name, bottom.level):
        return 30
    wanted = _content(asked.base)
    if not wanted:
        return _by_stance(asked, bottom)
    told = about(bottom.level) | pairs_of(core(bottom.words))
    common = len(wanted & told)
    return 30 * common // len(wanted) + _by_stance(asked, bottom) // 2 if common else -15


def _answers(asked: Asked, bottom: Candidate) -> bool:
    """Whether a base's words name a level; words for any plan or budget only one close by."""
    if bottom.level.act is Act.BASE and bottom.ring and not _content(asked.base):
        return False
    if _alike(asked.base_name, bottom.level):
        return True
    told = about(bottom.level) | pairs_of(core(bottom.words))
    return bool(_content(asked.base) & told) or (not bottom.ring and _by_stance(asked, bottom) > 0)


def _alike(wanted: Indicator, level: Mention) -> bool:
    return same_quantity(wanted, level.indicator) or same_quantity(wanted, level.name)


@lru_cache(maxsize=2048)
def _content(base: str) -> frozenset[str]:
    return pairs_of(core(base))


def _by_stance(asked: Asked, bottom: Candidate) -> int:
    stance = stance_of(asked.base)
    if stance is None:
        return 0
    return 12 if stance is bottom.stance else -8


_KNOWN = -8
"""What distance costs a figure that goes by the one name it has in the report."""


def identified(asked: Asked, bottom: Candidate) -> bool:
    """Whether the words mean the one figure of the report that answers to them."""
    if not bottom.only:
        return False
    if asked.base:
        return _alike(asked.base_name, bottom.level)
    operands = _operands(asked, 1)
    return bool(operands) and rank(bottom.level, operands) < len(operands)


def called_for(asked: Asked, bottom: Candidate) -> bool:
    """Whether the words of a rate, or its definition, point to a level wherever it stands."""
    if asked.base and _said(asked, bottom) > 0:
        return True
    formula = asked.formula
    return formula is not None and rank(bottom.level, formula.denominator) < len(
        formula.denominator
    )


def _pair(ground: Ground, asked: Asked, top: Candidate, bottom: Candidate) -> int:
    parts = (
        _stances(asked, top, bottom),
        _likeness(top, bottom),
        _sizes(asked, top.level, bottom.level),
        _listed(ground, asked, top.level, bottom.level),
        _same(top.level, bottom.level, asked.result),
        _order(ground, asked, top, bottom),
    )
    return sum(parts)


def _stances(asked: Asked, top: Candidate, bottom: Candidate) -> int:
    if top.stance is None or bottom.stance is None or asked.of_whole:
        return 0
    if bottom.stance < top.stance:
        return 15
    return 0 if bottom.stance == top.stance else -25


def _likeness(top: Candidate, bottom: Candidate) -> int:
    one, other = about(top.level), about(bottom.level)
    if _natures(top) and not _natures(bottom) and bottom.level.part != top.level.part:
        return -20
    if not one or not other:
        return -8 if (one or other) and bottom.ring else 0
    if one <= other or other <= one:
        return 14
    return 7 if one & other else -9


def _natures(found: Candidate) -> frozenset[str]:
    return item_of(found.level.indicator)[0]


def _sizes(asked: Asked, top: Mention, bottom: Mention) -> int:
    a, b, printed = top.figure.value, bottom.figure.value, asked.result.figure.value
    if not a or not b or printed is None:
        return -30
    if a > b and asked.of_whole:
        return -60
    return -15 if (a > b) != (printed > 100) and a != b else 0


def _listed(ground: Ground, asked: Asked, top: Mention, bottom: Mention) -> int:
    """The head of the list that the numerator is an item of."""
    heads = head_of(ground.lists, top)
    spent = asked.formula is not None and not any(o.words for o in asked.formula.numerator)
    if bottom in heads or (top.opens and bottom.index == top.index - 1):
        return -6 if spent else 14
    return 0


def _same(top: Mention, bottom: Mention, result: Mention) -> int:
    periods = {m.figure.period for m in (top, bottom, result)}
    points = -25 if len(periods) > 1 else 0
    return points - (25 if top.figure.scope != bottom.figure.scope else 0)


def _order(ground: Ground, asked: Asked, top: Candidate, bottom: Candidate) -> int:
    points = -25 if top.level.index > asked.result.index else 0
    if bottom.level.figure.block != ground.passage.block:
        return points
    if not visible(ground.passage, bottom.level, asked.result, top.level):
        points -= 18
    if bottom.level.act is Act.BASE and bottom.level.part != asked.result.part:
        points -= 15
    behind = bottom.level.index > asked.result.index + 1
    between = abs(bottom.level.index - top.level.index) - 1
    return points - (8 if behind else 0) - 2 * min(5, max(0, between))
