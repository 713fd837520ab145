"""Scores added up: by kind of slip, by kind of report, by where the figure stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reportlint.evaluation.corpus import Table
from reportlint.evaluation.injection.items import Injection, Item
from reportlint.evaluation.injection.scoring import Score
from reportlint.result import Text

RELATED = 2
"""A figure of fewer relations cannot be told from its partners: a tie is the right answer."""
_COUNTS = (
    Text("可发现", "detectable"),
    Text("已发现", "detected"),
    Text("在列示嫌疑数内", "among those shown"),
    Text("两个以上关系", "2+ relations"),
    Text("唯一且正确", "named rightly"),
    Text("改正值正确", "corrected"),
    Text("不可发现", "undetectable"),
    Text("其中仍报", "of them flagged"),
)


class Tally:
    """What has been added up so far."""

    def __init__(self) -> None:
        self.kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.reports: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.places: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.pairs: Counter[str] = Counter()
        self.controls: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def control(self, item: Item, false: int) -> None:
        """Add a clean report with its false errors."""
        self.controls[item.report.kind].update(reports=1, false=false)

    def add(self, item: Item, scores: Sequence[Score]) -> None:
        """Add an item with slips."""
        if len(scores) > 1:
            self._add_pair(scores)
            return
        for score in scores:
            counted = _counted(score)
            self.kinds[score.injection.kind].update(counted)
            self.reports[item.report.kind].update(counted)
            self.places[place(item, score.injection)].update(counted)

    def _add_pair(self, scores: Sequence[Score]) -> None:
        seen = [s for s in scores if s.injection.detectable]
        if len(seen) == len(scores):
            self.pairs.update(
                pairs=1,
                both=all(s.detected for s in seen),
                shown=all(s.shown for s in seen),
                named=all(s.named for s in seen),
            )


def place(item: Item, injection: Injection) -> str:
    """Whether the slip is in a figure of a table, of prose, or in words."""
    if not injection.figures:
        return "words"
    return "table" if item.report.slots[injection.figures[0]].table else "prose"


def _counted(score: Score) -> dict[str, int]:
    if not score.injection.detectable:
        return {"undetectable": 1, "flagged": int(score.detected)}
    counted = {"detectable": 1, "detected": score.detected}
    if score.injection.figures:
        counted |= {"figures": score.detected, "shown": score.shown}
    if score.injection.figures and score.injection.relations >= RELATED:
        counted |= {"related": 1, "named": score.named, "corrected": score.corrected}
    return counted


def missed(score: Score) -> str:
    """One line about a score that is not all right; "" for one that is."""
    if not score.injection.detectable:
        return ""
    what = _failing(score)
    if not what:
        return ""
    item, injection = score.item, score.injection
    text = item.report.text
    edits = "; ".join(
        f"…{text[max(0, e.start - 12) : e.start]}[{text[e.start : e.end]}→{e.words}]".replace(
            "\n", "/"
        )
        for e in injection.edits
    )
    said = "; ".join(
        f"{f.code} {f.anchor.quote} ({len(f.candidates) or 1}) → {f.expected}" for f in score.flags
    )
    return f"{what} {item.id} {item.report.kind} {injection.kind}: {edits} | {said}"


def _failing(score: Score) -> str:
    if not score.detected:
        return "UNDETECTED"
    if score.injection.figures and not score.shown:
        return "NOT-SHOWN"
    if score.injection.relations < RELATED or not score.injection.figures:
        return ""
    return "" if score.corrected else ("WRONG-VALUE" if score.named else "NOT-UNIQUE")


def tables(tally: Tally) -> tuple[Table, ...]:
    """The tables that the command prints."""
    head = (Text("错误类型", "kind of slip"), *_COUNTS)
    return (
        Table(Text("按错误类型（单个错误）", "By kind of slip (single)"), head, _rows(tally.kinds)),
        Table(
            Text("按报告类型（单个错误）", "By kind of report (single)"),
            (Text("报告", "report"), *_COUNTS),
            _rows(tally.reports),
        ),
        Table(
            Text("按所在位置（单个错误）", "By place (single)"),
            (Text("位置", "place"), *_COUNTS),
            _rows(tally.places),
        ),
        _pairs(tally.pairs),
        _controls(tally.controls),
    )


def _rows(counts: Mapping[str, Counter[str]]) -> tuple[tuple[str, ...], ...]:
    total: Counter[str] = sum(counts.values(), Counter())
    named = [(name, counts[name]) for name in sorted(counts)]
    return tuple(_row(name, c) for name, c in [*named, ("all", total)])


def _row(name: str, c: Counter[str]) -> tuple[str, ...]:
    return (
        name,
        str(c["detectable"]),
        share(c["detected"], c["detectable"]),
        share(c["shown"], c["figures"]),
        share(c["related"], c["detectable"]),
        share(c["named"], c["related"]),
        share(c["corrected"], c["named"]),
        str(c["undetectable"]),
        str(c["flagged"]),
    )


def share(part: int, whole: int) -> str:
    """A percentage with one decimal, exact where it is none or all."""
    if not whole:
        return "–"
    # Truncated: 99.96 % of the errors found must not read as all of them.
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"


def _pairs(c: Counter[str]) -> Table:
    header = (Text("报告数", "reports"), *_COUNTS[1:3], _COUNTS[4])
    row = (str(c["pairs"]), *(share(c[key], c["pairs"]) for key in ("both", "shown", "named")))
    title = Text("两个错误（两个都算才算）", "Two slips (counted where it holds for both)")
    return Table(title, header, (row,))


def _controls(counts: Mapping[str, Counter[str]]) -> Table:
    total: Counter[str] = sum(counts.values(), Counter())
    found = [*((n, counts[n]) for n in sorted(counts)), ("all", total)]
    rows = tuple((n, str(c["reports"]), str(c["false"])) for n, c in found)
    header = (Text("报告", "report"), Text("份数", "reports"), Text("误报错误", "false errors"))
    return Table(Text("无错对照", "Clean controls"), header, rows)
