"""Tolerances in common use, on the injection corpus: `python corpora/injection/tolerances.py`.

Each tolerance is given every relation of the reports, read without a fault, and recomputes it from
the printed figures in floating point, as a spreadsheet does. What it cannot do is know how the
figures were rounded. The last line is the program, which reads the text by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reportlint.arithmetic.verdicts import judge
from reportlint.config import Config
from reportlint.evaluation import Corpus, open_corpus
from reportlint.evaluation.injection.drafting import Slot
from reportlint.evaluation.injection.evaluation import load
from reportlint.evaluation.injection.items import Item
from reportlint.evaluation.injection.mutation import spoilt_by
from reportlint.evaluation.injection.scoring import errors, flags_of

Checker = Callable[[Item], bool]
"""Whether anything is said against a report."""


def printed(item: Item) -> Iterator[tuple[float, float, Slot]]:
    """Every relation: its result as computed, as printed, and the figure that prints it."""
    quantities = spoilt_by(item)
    for relation in item.report.bound.relations:
        if relation.result is None:
            first, *others = (t.figure for t in relation.terms)
            pairs = [(quantities[first].value, other) for other in others]
        else:
            value = judge(relation, quantities).value
            pairs = [] if value is None else [(value, relation.result)]
        for computed, shown in pairs:
            slot = item.report.slots[int(shown)]
            yield float(computed), float(quantities[shown].value), slot


def tolerance(fits: Callable[[float, float, Slot], bool]) -> Checker:
    """A checker of every relation by one comparison of computed and printed result."""
    return lambda item: any(not fits(*found) for found in printed(item))


def rounded_alike(computed: float, shown: float, slot: Slot) -> bool:
    """Whether a spreadsheet shows the computed value as the printed one."""
    unit = slot.shape.scale / 10**slot.shape.decimals
    return f"{computed / unit:.0f}" == f"{shown / unit:.0f}"


def within_a_cent(computed: float, shown: float, slot: Slot) -> bool:
    """Whether they differ by 0.01 at most, in the unit that is printed."""
    return abs(computed - shown) <= 0.01 * slot.shape.scale * (1 + 1e-9)


def program(item: Item) -> bool:
    """The program on the text alone."""
    return bool(errors(flags_of(item, Config())))


CHECKERS: dict[str, Checker] = {
    "exact match, as printed": tolerance(rounded_alike),
    "relative 0.5 %": tolerance(lambda a, b, _: abs(a - b) <= 0.005 * abs(b)),
    "absolute 0.01": tolerance(within_a_cent),
    "reportlint": program,
}
FIGURES = frozenset({"points", "grade", "row-labels", "column-labels"})
"""Slips in words are left out: a tolerance compares numbers."""


def table(corpus: Corpus) -> Iterator[str]:
    """One line of Markdown for each checker."""
    every = [i for i in load(corpus) if len(i.injections) < 2]
    clean = [i for i in every if not i.injections]
    spoilt = [i for i in every if any(s.detectable and s.kind not in FIGURES for s in i.injections)]
    yield "| check | clean reports accused | detectable slips noticed |"
    yield "|---|---|---|"
    for name, checker in CHECKERS.items():
        accused, noticed = (sum(map(checker, items)) for items in (clean, spoilt))
        yield f"| {name} | {accused} of {len(clean)} | {noticed} of {len(spoilt)} |"


if __name__ == "__main__":
    changes = {"documents": int(sys.argv[1])} if len(sys.argv) > 1 else {}
    for line in table(open_corpus(Path(__file__).parent, changes)):
        print(line)
