"""The seeded generator: kinds of report in, true reports and slips out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, pairwise
from random import Random

from reportlint.evaluation.injection.drafting import Draft, Slot
from reportlint.evaluation.injection.instances import bind
from reportlint.evaluation.injection.items import Injection, Item, Report
from reportlint.evaluation.injection.model import CorpusSpec, ReportSpec
from reportlint.evaluation.injection.mutation import injections
from reportlint.evaluation.injection.printing import ROUNDINGS, digits, style
from reportlint.evaluation.injection.tables import draw_table, fill, in_row, rows_of
from reportlint.evaluation.injection.truth import Truth
from reportlint.evaluation.injection.wording import chosen, write

_TABLE = "{table:"


def items(spec: CorpusSpec, kinds: Mapping[str, ReportSpec]) -> Iterator[Item]:
    """All items of the corpus, the clean control of each report first."""
    for number in range(spec.documents):
        names = sorted(kinds)
        name = names[number % len(names)]
        rounding = tuple(ROUNDINGS)[number // len(names) % len(ROUNDINGS)]
        random = Random(f"{spec.seed}/{name}/{number}")
        yield from _of_report(report(f"{number:04d}", name, kinds[name], rounding, random), spec)


def _of_report(true: Report, spec: CorpusSpec) -> Iterator[Item]:
    yield Item(true.id, true)
    random = Random(f"{spec.seed}/{true.id}")
    for n, injection in zip(count(1), injections(true, spec.per_document, random), strict=False):
        yield Item(f"{true.id}-{n:02d}", true, (injection,))
    for n in range(1, spec.pairs + 1):
        pair = _pair(injections(true, 2, random))
        if pair:
            yield Item(f"{true.id}-p{n}", true, pair)


def _pair(found: list[Injection]) -> tuple[Injection, ...] | None:
    """Two slips in different figures."""
    if len(found) < 2:
        return None
    spans = sorted((e.start, e.end) for i in found for e in i.edits)
    apart = all(a[1] <= b[0] for a, b in pairwise(spans))
    one, two = found
    both = one.figures and two.figures and set(one.figures).isdisjoint(two.figures)
    return (one, two) if apart and both else None


def report(id: str, kind: str, spec: ReportSpec, rounding: str, random: Random) -> Report:
    """One true report of a kind, in some author's style."""
    own = style(random, rounding)
    truth = Truth(random, own.size)
    rows = {name: rows_of(name, table, random) for name, table in spec.tables.items()}
    for name, table in spec.tables.items():
        fill(truth, table, rows[name])
    for name, formula in spec.truth.items():
        truth.define(name, formula)
    draft = Draft(truth, own)
    for piece in chosen(spec.text, random).split(_TABLE):
        name, brace, rest = piece.partition("}")
        if brace and name in spec.tables:
            draw_table(draft, name, spec.tables[name], rows[name])
            write(draft, rest.lstrip("\n"))
        else:
            write(draft, piece)
    return _finished(id, kind, spec, draft)


def _finished(id: str, kind: str, spec: ReportSpec, draft: Draft) -> Report:
    slots = tuple(draft.slots)
    return Report(
        id=id,
        kind=kind,
        form=spec.form,
        rounding=draft.style.rounding,
        text=draft.text,
        slots=slots,
        labels=tuple(draft.labels),
        bound=bind(draft.truth.relations, slots),
        stale=_proposed("stale", spec, draft),
        wrong=_proposed("wrong", spec, draft),
    )


def _proposed(which: str, spec: ReportSpec, draft: Draft) -> dict[int, str]:
    """What may stand by mistake in place of a figure, printed in its shape."""
    found = {}
    for i, slot in enumerate(draft.slots):
        formula = _formula(which, spec, slot)
        if formula:
            truth = Truth(draft.truth.random, draft.truth.size, dict(draft.truth.values))
            truth.define("?", formula)
            found[i] = digits(truth.values["?"] * slot.sign, slot.shape, draft.style.rounding)
    return found


def _formula(which: str, spec: ReportSpec, slot: Slot) -> str:
    if not slot.table:
        return str(getattr(spec, which).get(slot.name, ""))
    columns = spec.tables[slot.table].columns
    column = next(c for c in columns if c.key == slot.key)
    prefix = slot.name.removesuffix(f"_{slot.key}")
    return in_row(getattr(column, which), prefix, {c.key for c in columns})
