"""A report under construction: its text, and where each figure stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlint.arithmetic.model import Quantity
from reportlint.evaluation.injection.printing import Shape, Style, digits, quantity
from reportlint.evaluation.injection.truth import Truth


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed figure: characters `start` to `end` of the text, the unit not included.

    `sign` −1: the words before it say that it is a fall; `turns` are those words (start, end) and
    their opposite. `region` counts paragraphs and tables; `table` names the table, `key` the
    column.
    """

    name: str
    start: int
    end: int
    printed: str
    shape: Shape
    region: int
    sign: int = 1
    table: str = ""
    key: str = ""
    turns: tuple[int, int, str] | None = None

    @property
    def quantity(self) -> Quantity:
        """The figure as the arithmetic takes it."""
        return quantity(self.printed, self.shape, self.sign)


@dataclass(frozen=True, slots=True)
class Label:
    """Words that name figures: row and column labels, grades."""

    start: int
    end: int
    kind: str
    group: str


@dataclass(slots=True)
class Draft:
    """Text written so far."""

    truth: Truth
    style: Style
    text: str = ""
    slots: list[Slot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    region: int = 0

    def say(self, words: str) -> None:
        """Append words."""
        self.region += words.count("\n\n")
        self.text += words

    def label(self, words: str, kind: str, group: str) -> None:
        """Append a label."""
        self.labels.append(Label(len(self.text), len(self.text) + len(words), kind, group))
        self.text += words

    def show(
        self,
        name: str,
        shape: Shape,
        *,
        words: tuple[str, str] | None = None,
        table: str = "",
        key: str = "",
    ) -> None:
        """Append a figure; with `words` (a rise, a fall) its size after the word for its sign."""
        value = self.truth.values[name]
        sign, turns = 1, None
        if words is not None:
            sign = -1 if value < 0 else 1
            word, other = words if sign > 0 else words[::-1]
            turns = (len(self.text), len(self.text) + len(word), other)
            self.say(word)
        printed = digits(value * sign, shape, self.style.rounding)
        start = len(self.text)
        self.text += printed
        self.slots.append(
            Slot(name, start, len(self.text), printed, shape, self.region, sign, table, key, turns)
        )
        self.text += shape.unit
