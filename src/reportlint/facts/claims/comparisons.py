"""Changes that no fixed wording gave both ends: growth, points, multiples.

As with rates, where the words tell the two sides apart they mean them; otherwise the sides that
make the printed change are taken, as a claim that confirms and never accuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.sides import Sides, alone, sides_of
from reportlint.facts.claims.wording import RATES
from reportlint.facts.model import Claim, Figure, FigureKind, Hedge
from reportlint.lexicon.comparing import measure, sense, together

_FLOOR = -10
_CHANCE = Fraction(1, 5)
_SPREAD = 20
"""Changes lie within so many points of each other: the width of the scale for chance."""
_TAIL = 3
"""So many characters may stand between the word for more or less and the figure (降幅约为)."""
_FACTOR = 3
_PLANS = frozenset({"目标", "计划", "预算", "任务", "标准"})


def comparison_claims(passage: Passage, book: Book, made: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of changes that `made` leaves without both ends."""
    known = {c.relation.result for c in made}
    taken = {(c.kind, frozenset(t.figure for t in c.relation.terms)) for c in made}
    for mention in passage.mentions:
        if mention.id in known or mention.row or mention.figure.numeral.hedge is not None:
            continue
        kind = _kind(passage, mention)
        if kind and (claim := _claim(passage, book, mention, kind, taken)):
            taken.add((claim.kind, frozenset(t.figure for t in claim.relation.terms)))
            yield claim


_Taken = AbstractSet[tuple[RelationKind, frozenset[str]]]
"""The ends of changes that other figures tell of."""


def _kind(passage: Passage, mention: Mention) -> RelationKind | None:
    if not mention.figure.value:
        return None
    if mention.kind is FigureKind.POINTS:
        return RelationKind.POINTS_CHANGE
    if mention.kind is FigureKind.MULTIPLE:
        doubled = mention.figure.numeral.unit == "番" and mention.figure.value == 1
        times = mention.figure.numeral.unit == "倍"
        return RelationKind.MULTIPLE if times or doubled else None
    if mention.kind in RATES and (mention.act is Act.CHANGE or _measures(passage, mention)):
        return RelationKind.GROWTH
    return None


def _measures(passage: Passage, mention: Mention) -> bool:
    """压减比例30%, 少三成: a percentage that measures a change, whatever its act."""
    words = _clause(passage, mention)
    if measure().search(words):
        return True
    found = list(sense().finditer(words))
    tail = words[found[-1].end() :] if found else words
    return bool(found) and mention.act is Act.LEVEL and (len(tail) <= 1 or tail in _PLANS)


def _clause(passage: Passage, mention: Mention) -> str:
    words = passage.text[mention.start : mention.figure.start]
    return re.split(r"[，,；;：:。（(]", words)[-1]


def _claim(
    passage: Passage, book: Book, mention: Mention, kind: RelationKind, taken: _Taken
) -> Claim | None:
    found = [
        s
        for s in sides_of(passage, book.scene(passage), mention)
        if s.points >= _FLOOR and (kind, frozenset({s.current.id, s.previous.id})) not in taken
    ]
    if not found:
        return None
    direction = _direction(passage, mention, found[0])
    best, sure = found[0], alone(found)
    fitting = [s for s in found if change_fits(mention, kind, direction, s)]
    if fitting and best not in fitting:
        best, sure = fitting[0], False
    if not sure and not (fitting and _hardly_chance(mention, kind, found, best)):
        return None
    reading = _reading(mention, kind, direction, best)
    measured = _clause(passage, mention)
    joint = together().search(passage.text[mention.start : mention.figure.start])
    certain = sure and not joint and _beyond_doubt(mention, kind, direction, best)
    return stated(passage, [reading], words_of(mention), measured=measured, certain=certain)


def _beyond_doubt(mention: Mention, kind: RelationKind, direction: int, best: Sides) -> bool:
    """Multiples are said of so many things that only 由A增至B fixes their ends."""
    near = best.current.sentence == best.previous.sentence == mention.sentence
    from_to = best.previous.act is Act.FROM and best.current.index == best.previous.index + 1
    sizes = [abs(m.figure.value or Fraction(0)) for m in (best.current, best.previous)]
    if kind is RelationKind.GROWTH and max(sizes) > _FACTOR * min(sizes):
        return False
    return near and bool(direction) and (kind is not RelationKind.MULTIPLE or from_to)


def _direction(passage: Passage, mention: Mention, sides: Sides) -> int:
    """The sense said last before the figure, or by 高于 before what it is set against."""
    if mention.direction or mention.figure.numeral.unit == "番":
        return mention.direction or 1
    words = _clause(passage, mention)
    found = list(sense().finditer(words))
    if not found or len(words) - found[-1].end() > _TAIL:
        return _BOUNDS.get(sides.previous.figure.numeral.hedge, 0)
    return 1 if found[-1]["up"] else -1


_BOUNDS: dict[Hedge | None, int] = {Hedge.GREATER: 1, Hedge.LESS: -1}


def _reading(mention: Mention, kind: RelationKind, direction: int, sides: Sides) -> Reading:
    terms = term(sides.current, Role.CURRENT), term(sides.previous, Role.PREVIOUS)
    if kind is RelationKind.MULTIPLE:
        direction = 1 if direction > 0 else 0
    return Reading(kind, mention.id, terms, direction)


def change_fits(mention: Mention, kind: RelationKind, direction: int, sides: Sides) -> bool:
    """Whether the printed figures make the printed change (or quotient), within half a digit."""
    result, now, then = mention.figure, sides.current.figure, sides.previous.figure
    if result.value is None or now.value is None or not then.value:
        return False
    computed, width = _computed(kind, direction, result, now, then)
    if direction < 0 and kind is not RelationKind.MULTIPLE and result.value > 0:
        computed = -computed
    if not direction:
        return abs(abs(computed) - abs(result.value)) <= width
    return abs(computed - result.value) <= width


def _computed(
    kind: RelationKind, direction: int, result: Figure, now: Figure, then: Figure
) -> tuple[Fraction, Fraction]:
    """The change between two figures, and by how much rounding may move it."""
    a, b = now.value or Fraction(0), then.value or Fraction(1)
    if kind is RelationKind.POINTS_CHANGE:
        return a - b, (result.place + now.place + then.place) / 2
    slope = (now.place + then.place * abs(a / b)) / abs(b) / 2
    if kind is RelationKind.MULTIPLE:
        return a / b - (1 if direction > 0 else 0), result.place / 2 + slope
    quotient = 100 * a / b
    return quotient - (100 if kind is RelationKind.GROWTH else 0), result.place / 2 + 100 * slope


def _hardly_chance(
    mention: Mention, kind: RelationKind, found: Sequence[Sides], best: Sides
) -> bool:
    result = mention.figure
    _, width = _computed(kind, 0, result, best.current.figure, best.previous.figure)
    scale = _SPREAD if kind is not RelationKind.MULTIPLE else abs(result.value or Fraction(1))
    tried = sum(1 for s in found if s.points >= best.points)
    odds = 2 * width * tried / scale
    return odds <= _CHANCE if best.points >= 0 else odds <= _CHANCE / 5
