"""From a true report to slips in it: every kind that some figure or label of it can suffer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from reportlint.arithmetic.model import Quantity
from reportlint.evaluation.injection.drafting import Label, Slot
from reportlint.evaluation.injection.items import Edit, Injection, Item, Report
from reportlint.evaluation.injection.printing import UNITS, Shape, digits, quantity
from reportlint.evaluation.injection.slips import NUMBERS
from reportlint.evaluation.injection.wording import GRADES

Spoilt = Mapping[int, Slot]
"""Figures as they read after a slip."""
Maker = Callable[[Report, Random], Injection | None]
_TRIES = 8


def injections(report: Report, count: int, random: Random) -> list[Injection]:
    """`count` slips, or fewer where the report suffers few kinds; no two alike."""
    found: dict[tuple[Edit, ...], Injection] = {}
    for _ in range(count * _TRIES):
        if len(found) == count:
            break
        made = MAKERS[random.choice(tuple(MAKERS))](report, random)
        if made is not None and any(e.words for e in made.edits):
            found.setdefault(made.edits, made)
    return list(found.values())


def number_slip(kind: str) -> Maker:
    """A slip in the digits of any one figure."""

    def make(report: Report, random: Random) -> Injection | None:
        at = random.randrange(len(report.slots))
        slot = report.slots[at]
        words = NUMBERS[kind](slot.printed, random)
        if words is None or not _plausible(slot, words):
            return None
        return _printed(report, kind, {at: words})

    return make


def unit_word(report: Report, random: Random) -> Injection | None:
    """元 for 万元, 万元 for 亿元 … behind a figure of the running text."""
    money = [i for i, s in enumerate(report.slots) if s.shape.unit in UNITS]
    if not money:
        return None
    at = random.choice(money)
    slot = report.slots[at]
    other = random.choice([u for u in UNITS if u != slot.shape.unit])
    edit = Edit(slot.end, slot.end + len(slot.shape.unit), other)
    spoilt = replace(slot, shape=replace(slot.shape, scale=UNITS[other], unit=other))
    return _injection(report, "unit-word", [edit], {at: spoilt})


def swap(report: Report, random: Random) -> Injection | None:
    """Two figures of one column, or of one kind in one paragraph, in each other's place."""
    at = random.randrange(len(report.slots))
    mates = [i for i in _mates(report, at) if report.slots[i].printed != report.slots[at].printed]
    if not mates:
        return None
    other = random.choice(mates)
    a, b = report.slots[at], report.slots[other]
    return _printed(report, "swap", {at: b.printed, other: a.printed})


def neighbour(report: Report, random: Random) -> Injection | None:
    """A rate copied from the next item."""
    rates = [i for i, s in enumerate(report.slots) if s.shape.kind == "percent"]
    if not rates:
        return None
    at = random.choice(rates)
    others = [report.slots[i].printed for i in _mates(report, at)]
    return _printed(report, "neighbour", {at: random.choice(others)}) if others else None


def from_table(kind: str) -> Maker:
    """A figure that the corpus itself proposes: last year's value, a rate of the wrong base."""

    def make(report: Report, random: Random) -> Injection | None:
        proposals: Mapping[int, str] = getattr(report, kind)
        if not proposals:
            return None
        at = random.choice(sorted(proposals))
        return _printed(report, kind, {at: proposals[at]})

    return make


def complement(report: Report, random: Random) -> Injection | None:
    """43% for 57%."""
    rates = [
        i
        for i, s in enumerate(report.slots)
        if s.shape.kind == "percent" and 0 < s.quantity.value < 100 and s.turns is None
    ]
    if not rates:
        return None
    at = random.choice(rates)
    slot = report.slots[at]
    return _printed(
        report, "complement", {at: digits(100 - slot.quantity.value, slot.shape, "half-up")}
    )


def points(report: Report, random: Random) -> Injection | None:
    """% for 个百分点."""
    found = [i for i, s in enumerate(report.slots) if s.shape.kind == "points"]
    if not found:
        return None
    at = random.choice(found)
    slot = report.slots[at]
    edit = Edit(slot.end, slot.end + len(slot.shape.unit), "%")
    return Injection("points", (edit,), (at,), True, len(report.bound.of.get(at, ())))


def turn(report: Report, random: Random) -> Injection | None:
    """增长 for 下降."""
    found = [i for i, s in enumerate(report.slots) if s.turns is not None]
    if not found:
        return None
    at = random.choice(found)
    slot = report.slots[at]
    start, end, other = slot.turns or (0, 0, "")
    return _injection(
        report, "turn", [Edit(start, end, other)], {at: replace(slot, sign=-slot.sign)}
    )


def labels(report: Report, random: Random) -> Injection | None:
    """Two labels of a table in each other's place: the same as all their figures swapped."""
    found = [label for label in report.labels if label.kind in ("row", "column")]
    if not found:
        return None
    a = random.choice(found)
    mates = [m for m in found if m.group == a.group and m.kind == a.kind and m != a]
    if not mates:
        return None
    b = random.choice(mates)
    words = [report.text[x.start : x.end] for x in (a, b)]
    if words[0] == words[1]:
        return None
    edits = [Edit(a.start, a.end, words[1]), Edit(b.start, b.end, words[0])]
    spoilt = dict(_exchanged(report, a, b))
    return _injection(report, f"{a.kind}-labels", sorted(edits, key=lambda e: e.start), spoilt, ())


def _exchanged(report: Report, a: Label, b: Label) -> Iterator[tuple[int, Slot]]:
    """The cells under two labels, each with the other's figure."""
    own = [i for i, s in enumerate(report.slots) if s.table == a.group]
    left, right = (_under(report, own, x) for x in (a, b))
    for i, j in zip(left, right, strict=True):
        x, y = report.slots[i], report.slots[j]
        yield i, replace(x, printed=y.printed, shape=_same_kind(x.shape, y.shape))
        yield j, replace(y, printed=x.printed, shape=_same_kind(y.shape, x.shape))


def _same_kind(own: Shape, other: Shape) -> Shape:
    return other if own.kind != other.kind else own


def _under(report: Report, cells: Sequence[int], label: Label) -> list[int]:
    if label.kind == "row":
        line = report.text.find("\n", label.start)
        return [i for i in cells if label.start < report.slots[i].start < line]
    columns = [x for x in report.labels if x.kind == "column" and x.group == label.group]
    keys = list(dict.fromkeys(report.slots[i].key for i in cells))
    return [i for i in cells if report.slots[i].key == keys[columns.index(label)]]


def grade(report: Report, random: Random) -> Injection | None:
    """Another grade than the score earns."""
    found = [label for label in report.labels if label.kind == "grade"]
    if not found:
        return None
    label = random.choice(found)
    word = report.text[label.start : label.end]
    other = random.choice([g for _, g in GRADES if g != word])
    return Injection("grade", (Edit(label.start, label.end, other),), (), True)


MAKERS: dict[str, Maker] = {
    **{kind: number_slip(kind) for kind in NUMBERS},
    "unit-word": unit_word,
    "swap": swap,
    "neighbour": neighbour,
    "stale": from_table("stale"),
    "wrong": from_table("wrong"),
    "complement": complement,
    "points": points,
    "turn": turn,
    "labels": labels,
    "grade": grade,
}


def _mates(report: Report, at: int) -> list[int]:
    """Figures of the same kind in the same column, or in the same paragraph."""
    own = report.slots[at]
    return [
        i
        for i, s in enumerate(report.slots)
        if i != at
        and s.region == own.region
        and s.key == own.key
        and s.name != own.name
        and s.shape == own.shape
        and s.turns is None
        and own.turns is None
    ]


def _plausible(slot: Slot, words: str) -> bool:
    """A rate of five digits or a negative count is no slip that anybody overlooks."""
    return slot.shape.kind != "percent" or abs(quantity(words, slot.shape).value) < 10_000


def _printed(report: Report, kind: str, words: Mapping[int, str]) -> Injection | None:
    """Figures printed with other digits."""
    slots = {i: replace(report.slots[i], printed=w) for i, w in words.items()}
    if all(slots[i].quantity == report.slots[i].quantity for i in slots):
        return None
    edits = [Edit(report.slots[i].start, report.slots[i].end, w) for i, w in words.items()]
    return _injection(report, kind, sorted(edits, key=lambda e: e.start), slots)


def _injection(
    report: Report,
    kind: str,
    edits: Sequence[Edit],
    spoilt: Spoilt,
    figures: tuple[int, ...] | None = None,
) -> Injection:
    named = tuple(spoilt) if figures is None else figures
    broken = report.bound.broken(spoilt_quantities(report, spoilt), tuple(spoilt))
    count = max((len(report.bound.of.get(i, ())) for i in named), default=0)
    return Injection(kind, tuple(edits), named, bool(broken), count)


def spoilt_quantities(report: Report, spoilt: Spoilt) -> dict[str, Quantity]:
    """All figures of the report as the arithmetic takes them, the spoilt ones as spoilt."""
    return {str(i): spoilt.get(i, s).quantity for i, s in enumerate(report.slots)}


def spoilt_by(item: Item) -> dict[str, Quantity]:
    """All figures of an item's report as printed there. Labels stay with their own figures."""
    found: dict[int, Slot] = {}
    for injection in item.injections:
        for i in injection.figures:
            found[i] = _as_edited(item.report.slots[i], injection.edits)
    return spoilt_quantities(item.report, found)


def _as_edited(slot: Slot, edits: Sequence[Edit]) -> Slot:
    for edit in edits:
        if (edit.start, edit.end) == (slot.start, slot.end):
            slot = replace(slot, printed=edit.words)
        elif edit.start == slot.end and edit.words in UNITS:
            slot = replace(slot, shape=replace(slot.shape, scale=UNITS[edit.words]))
        elif slot.turns is not None and edit.start == slot.turns[0]:
            slot = replace(slot, sign=-slot.sign)
    return slot
