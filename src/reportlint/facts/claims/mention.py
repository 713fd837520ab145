"""A figure in its sentence: what the words around it make of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from reportlint.facts.claims.layout import Layout
from reportlint.facts.model import Figure, FigureKind, Indicator

REACH = 80
"""How many figures before its own a statement may refer to in its paragraph."""


class Act(Enum):
    """What a figure does in its sentence."""

    LEVEL = auto()
    """Says how much something is."""
    CHANGE = auto()
    """Says by how much something changed (amount, rate, points, multiple)."""
    REACHED = auto()
    """A level reached by a change (增加至)."""
    FROM = auto()
    """A level that a change starts from (由, 从)."""
    BASE = auto()
    """A level named inside another statement (占全年预算100万元的, 较上年100万元)."""
    SHARE = auto()
    """A share of a whole (占)."""
    COMPLETION = auto()
    """A part of a base that has been done (完成年初预算的)."""
    RATE = auto()
    """A named rate (预算执行率)."""
    MULTIPLE = auto()
    """How many times something else (是…的2倍)."""
    DIFFERENCE = auto()
    """A difference without a direction (差额)."""


LEVELS = frozenset({Act.LEVEL, Act.REACHED, Act.FROM, Act.BASE})
"""Acts whose figure is the quantity its indicator names."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a change, share or completion is set against, in the author's words."""

    text: str
    indicator: Indicator
    period: str = ""
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with its act.

    `name` is the indicator of the mention's own words alone; `figure.indicator` has what it
    inherits as well. `part` and `sentence` count within the paragraph; `group` is its bracket.
    `opens` says that a list of parts begins here, `complete` that it is meant to be complete;
    `total` that it sums up what was said; `aside` that it is for each one; `row` and
    `place` number a list of values 分别.
    `start` is where the words that belong to the figure begin.
    """

    index: int
    figure: Figure
    act: Act
    name: Indicator
    sentence: int
    part: int
    group: int
    start: int
    direction: int = 0
    base: Base | None = None
    opens: bool = False
    complete: bool = False
    sample: bool = False
    total: bool = False
    cause: bool = False
    aside: bool = False
    row: int = 0
    place: int = 0

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id

    @property
    def kind(self) -> FigureKind:
        """The figure's kind."""
        return self.figure.numeral.kind

    @property
    def indicator(self) -> Indicator:
        """What the figure is a figure of."""
        return self.figure.indicator

    @property
    def is_level(self) -> bool:
        """Whether the figure is the quantity its indicator names."""
        return self.act in LEVELS

    def comparable(self, other: Mention) -> bool:
        """Whether both are of one dimension, so that they can be added and divided."""
        return self.dimension == other.dimension

    @property
    def dimension(self) -> tuple[FigureKind, str]:
        """The figure's kind, and its measure word where the kind alone is no dimension."""
        return self.kind, "" if self.kind in _MEASURED else _unit(self)


_MEASURED = frozenset(
    {FigureKind.AMOUNT, FigureKind.PERCENT, FigureKind.POINTS, FigureKind.AREA, FigureKind.LENGTH}
)


_SAME = {"名": "人", "位": "人", "场次": "场", "批次": "批", "期次": "期"}
"""Measure words that count the same things as another."""


def _unit(mention: Mention) -> str:
    unit = mention.figure.numeral.unit
    return _SAME.get(unit, unit)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that holds figures: its words and its mentions, in order."""

    block: int
    layout: Layout
    mentions: tuple[Mention, ...]
    where: tuple[str, ...]
    year: int | None

    def before(self, index: int) -> tuple[Mention, ...]:
        """The mentions before one, as far back as words reach."""
        return self.mentions[max(0, index - REACH) : index]

    def after(self, index: int) -> tuple[Mention, ...]:
        """The mentions after one, as far ahead as words reach."""
        return self.mentions[index + 1 : index + 1 + REACH]

    def until(self, position: int) -> tuple[Mention, ...]:
        """The mentions that end before a place in the text, as far back as words reach."""
        return self.before(bisect_right(self.mentions, position, key=lambda m: m.figure.end))

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.layout.text
