"""Which rows of a list a total adds: the likeliest first, none of them twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.terms import terms


def candidates(rows: Sequence[Row], place: int) -> list[tuple[list[Row], bool]]:
    """Lists that the total may add, likeliest first, and whether a list is beyond doubt."""
    if terms().has("excluding", rows[place].path[-1] if rows[place].path else ""):
        return []
    above, below = _above(rows, place), _below(rows, place)
    if above and below and _heads(rows, rows[place]):
        above = []
    foot = _lists(above, rows[place]) + _lists(_with_previous(rows, place, above), rows[place])
    head = _lists(below, rows[place], down=True)
    if not above:
        return head
    if not below:
        return foot
    return [*foot, *((parts, False) for parts, _ in head)]


def _heads(rows: Sequence[Row], total: Row) -> bool:
    """Whether totals of this strength stand above their parts, as the first of them does."""
    first = next(i for i, r in enumerate(rows) if r.total is total.total)
    return rows[first] is not total and not _above(rows, first)


def _above(rows: Sequence[Row], place: int) -> list[Row]:
    """Rows from the last total at least as strong down to this one, within its group."""
    total = rows[place]
    found: list[Row] = []
    for row in reversed(rows[:place]):
        if not _same_group(row, total) or row.total >= total.total:
            break
        found.append(row)
    return found[::-1]


def _with_previous(rows: Sequence[Row], place: int, above: list[Row]) -> list[Row]:
    """The region with the equal total before it: 收入合计 = 本年收入合计 + what follows that."""
    before = place - len(above) - 1
    if before < 0 or not above or rows[before].total is not rows[place].total:
        return []
    return [rows[before], *above]


def _below(rows: Sequence[Row], place: int) -> list[Row]:
    total = rows[place]
    found: list[Row] = []
    for row in rows[place + 1 :]:
        if not _same_group(row, total) or row.total >= total.total:
            break
        found.append(row)
    return found


def _same_group(row: Row, total: Row) -> bool:
    return row.path[: len(total.group)] == total.group


def _lists(region: list[Row], total: Row, *, down: bool = False) -> list[tuple[list[Row], bool]]:
    """The ways to take the parts of a total out of a region without counting twice."""
    items = _uncovered(region, down=down)
    if not items or any(terms().has("deducted", r.path[-1]) for r in items if r.path):
        return []
    found: list[tuple[list[Row], bool]] = []
    for parts, firm in _by_level(without_parts(items), total):
        if parts and all(parts != known for known, _ in found):
            found.append((parts, firm))
    return found


def _uncovered(region: list[Row], *, down: bool) -> list[Row]:
    """Rows that no weaker total of the region already contains, and those totals."""
    for strength in (Total.SUBTOTAL, Total.TOTAL):
        region = _collapse(region, strength, down=down)
    return region


def _collapse(region: list[Row], strength: Total, *, down: bool) -> list[Row]:
    if not any(r.total is strength for r in region):
        return region
    heads = region[0].total is strength
    order = region if heads else region[::-1]
    kept: list[Row] = []
    covering: Row | None = None
    for row in order:
        if row.total is strength:
            covering = row
        if row is covering or covering is None or not _same_group(row, covering):
            kept.append(row)
    return kept if heads else kept[::-1]


def _by_level(items: list[Row], total: Row) -> Iterator[tuple[list[Row], bool]]:
    if any(r.code for r in items):
        yield _top_codes(items)
        return
    funds = terms().is_("fund_total", total.name)
    main = items if funds else _without_details(items)
    if carried := _with_carried(main):
        yield carried
    numbered = [r for r in main if r.style is not None]
    if numbered and len(numbered) < len(main):
        yield from _mixed(main)
        return
    if numbered:
        top = min(r.style for r in numbered if r.style is not None)
        main = [r for r in main if r.style == top]
    level = min((r.indent for r in main), default=0)
    outer = [r for r in main if r.indent == level]
    plain = len(outer) == len(main)
    yield main, (plain or bool(numbered)) and _sure(items, main, numbered=bool(numbered))
    if not plain:
        yield outer, False
    yield from _funds(items) if funds else ()


def _without_details(items: list[Row]) -> list[Row]:
    """Rows less those of a 其中, which runs on over plain rows up to the next numbered one."""
    numbered = any(r.style is not None and not r.of_which for r in items)
    found: list[Row] = []
    inside = False
    for row in items:
        plain = row.style is None and row.total is Total.NONE
        inside = row.of_which or (inside and numbered and plain)
        if not inside:
            found.append(row)
    return found


def _sure(items: list[Row], main: list[Row], *, numbered: bool) -> bool:
    """Whether nothing else could be meant: rows after a 其中 may belong to it."""
    if numbered or len(items) == len(main):
        tiers = any(terms().has("tier", r.name) for r in main)
        return sum(1 for r in main if r.of_which) <= (0 if tiers else 1)
    return False


def _with_carried(items: list[Row]) -> tuple[list[Row], bool] | None:
    """A weaker total and the money carried over, without the rows that detail the latter."""
    words = terms()
    totals = [r for r in items if r.total is not Total.NONE]
    carried = [r for r in items if words.is_("carry", r.name) and r.style is None]
    if not totals or not carried:
        return None
    rest = [r for r in items if r not in totals and r not in carried]
    level = min(r.indent for r in carried)
    details = all(
        r.style is not None or r.indent > level or words.has("detail", r.name) for r in rest
    )
    return [*totals, *carried], details


def _mixed(items: list[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Numbered rows among plain ones: the ones, the others, or all of them."""
    yield [r for r in items if r.style is not None or r.total is not Total.NONE], False
    yield [r for r in items if r.style is None], False
    yield items, False


def _funds(items: list[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Sources of money without the tiers (中央, 省级 …) that detail one of them."""
    words = terms()
    yield [r for r in items if not words.has("tier", r.name)], False
    yield [r for r in items if words.has("tier", r.name) or words.has("fund_other", r.name)], False
    yield [r for r in items if not r.of_which], False


def _top_codes(items: list[Row]) -> tuple[list[Row], bool]:
    """Rows whose class is not itself listed."""
    known = {r.code for r in items if r.code}
    top = [r for r in items if r.code and not _parents(r.code) & known]
    weaker = [r for r in items if not r.code and r.total is not Total.NONE]
    loose = [r for r in items if not r.code and r.total is Total.NONE and not r.of_which]
    return [*top, *weaker], not weaker and not loose


def _parents(code: str) -> set[str]:
    return {code[:n] for n in (3, 5) if n < len(code)}


def without_parts(items: list[Row]) -> list[Row]:
    """Rows less those that make up another of them by definition (人员经费 under 基本支出)."""
    for composition in terms().compositions:
        if any(composition.whole.fullmatch(r.name) for r in items):
            items = [r for r in items if not any(p.fullmatch(r.name) for p in composition.parts)]
    return items
