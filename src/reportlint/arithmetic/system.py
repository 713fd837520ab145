"""All relations of a report as one hypergraph over its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from reportlint.arithmetic.domains import domain
from reportlint.arithmetic.forms import Form, holds
from reportlint.arithmetic.intervals import LINE, hull, intersect, is_empty
from reportlint.arithmetic.model import Interval, Quantity, Relation, Verdict
from reportlint.arithmetic.readings import readings
from reportlint.arithmetic.verdicts import judge

ROUNDS = 12
"""Propagation over two or three free figures settles within a few rounds, or hardly at all."""
MOST_PIECES = 8
"""Unsigned changes split an admissible set in two each; beyond this many pieces, their hull."""


class System:
    """Relations that can be assessed, the figures in them, and which relations are violated."""

    def __init__(
        self,
        relations: Sequence[Relation],
        quantities: Mapping[str, Quantity],
        verdicts: Mapping[str, Verdict] | None = None,
    ) -> None:
        known = verdicts or {r.id: judge(r, quantities).verdict for r in relations}
        sound = [r for r in relations if known[r.id] not in _UNKNOWN]
        self.quantities = quantities
        self.relations = {r.id: r for r in sound}
        self.violated = {r.id: None for r in sound if known[r.id] is Verdict.INCONSISTENT}
        """Ordered; a dictionary for the sake of fast look-up."""
        self.relations_of: dict[str, list[str]] = defaultdict(list)
        for relation in sound:
            for figure in dict.fromkeys(relation.figures):
                self.relations_of[figure].append(relation.id)
        self.amended: set[str] = set()
        self._solved: dict[tuple[str, str], tuple[Interval, ...]] = {}
        self._domains: dict[str, Interval] = {}
        self._forms: dict[str, tuple[Form, ...]] = {}

    def forms(self, name: str) -> tuple[Form, ...]:
        """The forms of a relation, made when first needed."""
        if name not in self._forms:
            self._forms[name] = readings(self.relations[name], self.quantities)
        return self._forms[name]

    def domain(self, figure: str) -> Interval:
        """What the figure as printed may stand for."""
        if figure not in self._domains:
            self._domains[figure] = domain(self.quantities[figure])
        return self._domains[figure]

    def amend(self, figure: str, pieces: tuple[Interval, ...]) -> None:
        """Let a figure found to be wrong stand for what it should be from now on."""
        self._domains[figure] = _join(pieces)
        self.amended.add(figure)
        for name in self.relations_of[figure]:
            for other in self.figures(name):
                self._solved.pop((other, name), None)

    def holds(self, name: str) -> bool:
        """Whether the relation can be satisfied, given what has been amended."""
        return any(holds(form, self._domains_of(form)) for form in self.forms(name))

    def _domains_of(self, form: Form) -> dict[str, Interval]:
        return {f: self.domain(f) for f in form.variables}

    def figures(self, name: str) -> tuple[str, ...]:
        """The distinct figures of a relation."""
        return tuple(dict.fromkeys(self.relations[name].figures))

    def admissible(
        self,
        figure: str,
        names: Iterable[str],
        free: Mapping[str, Interval] | None = None,
    ) -> tuple[Interval, ...]:
        """The values of `figure` that satisfy all relations `names`, others within their domains.

        A union of disjoint or overlapping intervals; empty when there is no such value.
        """
        pieces: tuple[Interval, ...] = (LINE,)
        for name in names:
            options = self._options(figure, name, free) if free else self._alone(figure, name)
            pieces = meet(pieces, options)
            if not pieces:
                break
        return pieces

    def _alone(self, figure: str, name: str) -> tuple[Interval, ...]:
        """As `_options` with nothing else released: asked again and again, so remembered."""
        if (figure, name) not in self._solved:
            self._solved[figure, name] = self._options(figure, name, {})
        return self._solved[figure, name]

    def _options(
        self, figure: str, name: str, free: Mapping[str, Interval]
    ) -> tuple[Interval, ...]:
        forms = [f for f in self.forms(name) if figure in f.variables]
        found = []
        for form in forms:
            domains = {
                v: free[v] if v in free else self.domain(v) for v in form.variables if v != figure
            }
            found.append(form.solve(figure, domains))
        return tuple(x for x in found if not is_empty(x)) if forms else (LINE,)

    def release(
        self, figures: Collection[str], ignored: Collection[str] = ()
    ) -> dict[str, tuple[Interval, ...]] | None:
        """Where `figures` may lie when only they are wrong; None when that mends too little.

        Exact for one figure; for several, bounds found by propagation. Relations in `ignored` are
        left out of account.
        """
        names = {f: [n for n in self.relations_of[f] if n not in ignored] for f in figures}
        if len(figures) == 1:
            (only,) = figures
            pieces = self.admissible(only, names[only])
            return {only: pieces} if pieces else None
        return self._propagate(names)

    def _propagate(
        self, names: Mapping[str, Sequence[str]]
    ) -> dict[str, tuple[Interval, ...]] | None:
        free = dict.fromkeys(names, LINE)
        for _ in range(ROUNDS):
            before = dict(free)
            for figure in names:
                pieces = meet(self.admissible(figure, names[figure], free), (free[figure],))
                if not pieces:
                    return None
                free[figure] = _join(pieces)
            if free == before:
                break
        return {f: (x,) for f, x in free.items()}


_UNKNOWN = frozenset({Verdict.NOT_ASSESSABLE, Verdict.UNRESOLVED})


def meet(left: tuple[Interval, ...], right: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """The intersection of two unions of intervals; empty when they share nothing."""
    found = [intersect(a, b) for a in left for b in right]
    pieces = tuple(dict.fromkeys(x for x in found if not is_empty(x)))
    return pieces if len(pieces) <= MOST_PIECES else (_join(pieces),)


def _join(pieces: tuple[Interval, ...]) -> Interval:
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = hull(whole, piece)
    return whole
