"""One passage against what the program says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reportlint.evaluation.annotated.answers import Answer, Answers, naming, visible
from reportlint.evaluation.annotated.comparing import same_indicator, same_span, same_statement
from reportlint.evaluation.annotated.model import Mark, Passage, Statement

_DURATIONS = frozenset({"年", "个月", "月", "天", "日", "周", "个工作日", "工作日", "季度", "学期"})
_AS_PERCENT = {"": 100, "成": 10}
_WIDTH = str.maketrans("（）", "()")
HIT, MISSED, FALSE = "hit", "missed", "false"


@dataclass(slots=True)
class Score:
    """Counts per aspect (`figures`, `indicators`, a relation's kind) and what went wrong."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, aspect: str, outcome: str, what: str = "") -> None:
        """Count one outcome; `what` describes one that is no hit."""
        self.counts.setdefault(aspect, Counter())[outcome] += 1
        if outcome != HIT:
            self.misses.append(f"{outcome} {aspect}: {what}")

    @property
    def perfect(self) -> bool:
        """Every figure and every relation found, and nothing else."""
        aspects = (c for name, c in self.counts.items() if name != "indicators")
        return all(not c[MISSED] and not c[FALSE] for c in aspects)


def score(passage: Passage, said: Answers) -> Score:
    """How `said` agrees with what `passage` is annotated with."""
    found = Score()
    named = _score_figures(passage, said, found)
    _score_relations(passage, _renamed(said, named), found)
    _score_counts(passage, said, named, found)
    return found


def _score_figures(passage: Passage, said: Answers, found: Score) -> Mapping[str, str]:
    named = naming(passage.marks, passage.text, said.figures)
    before, _ = visible(passage.text)
    for mark in passage.marks:
        if mark.optional:
            continue
        place = before[mark.start], before[mark.end]
        words = passage.text[mark.start : mark.end]
        _score_figure(mark, words, place, said.figures, found)
    right = {m.id for m in passage.marks}
    for answer in said.figures:
        if named.get(answer.id) not in right and not _lasts(answer):
            found.add("figures", FALSE, answer.text)
    return named


def _lasts(answer: Answer) -> bool:
    """三年, 12个月: durations are marked only where something is multiplied by them."""
    return answer.unit in _DURATIONS


def _score_figure(
    mark: Mark, words: str, place: tuple[int, int], figures: Sequence[Answer], found: Score
) -> None:
    over = [a for a in figures if a.start < place[1] and place[0] < a.end]
    right = [a for a in over if same_span(mark, place, words, a) and _same_value(mark, a)]
    if not right:
        said = "; ".join(f"{a.text} = {a.value} {a.unit}" for a in over)
        found.add("figures", MISSED, f"{mark.id} {words} = {mark.value} {mark.unit}, not [{said}]")
    else:
        found.add("figures", HIT)
    for answer in over if len(over) > 1 else ():
        if answer not in right:
            found.add("figures", FALSE, answer.text)
    if len(over) == 1 and not right:
        found.counts["figures"][FALSE] += 1
    if mark.indicators:
        _score_indicator(mark, words, right, found)


def _same_value(mark: Mark, answer: Answer) -> bool:
    """The same value in the same unit; 三分之一 and 七成 may be noted as percentages."""
    if mark.unit == "%" and answer.unit in _AS_PERCENT and isinstance(answer.value, Fraction):
        scaled = answer.value * _AS_PERCENT[answer.unit]
        return isinstance(mark.value, Fraction) and abs(mark.value - scaled) <= Fraction(1, 2)
    return mark.unit.translate(_WIDTH) == answer.unit.translate(_WIDTH) and (
        mark.value == answer.value
    )


def _score_indicator(mark: Mark, words: str, right: Sequence[Answer], found: Score) -> None:
    said = [a.indicator for a in right]
    if any(same_indicator(mark.indicators, name) for name in said):
        found.add("indicators", HIT)
        return
    found.add("indicators", MISSED, f"{mark.id} {words} {mark.indicators} not {said}")
    if any(said):
        found.counts["indicators"][FALSE] += 1


def _renamed(said: Answers, named: Mapping[str, str]) -> tuple[tuple[Statement, bool], ...]:
    return tuple((_in_terms_of(s, named), counted) for s, counted in said.relations)


def _in_terms_of(statement: Statement, named: Mapping[str, str]) -> Statement:
    operands = tuple((named.get(f, f"#{f}"), sign, side) for f, sign, side in statement.operands)
    result = statement.result
    known = result if result in ("", "100%") else named.get(result, f"#{result}")
    return replace(statement, result=known, operands=operands)


def _score_relations(
    passage: Passage, said: Sequence[tuple[Statement, bool]], found: Score
) -> None:
    asked = [s for s in passage.statements if s.kind != "count"]
    for gold in asked:
        hit = any(same_statement(gold, answer) for answer, _ in said)
        if not gold.optional:
            found.add(gold.kind, HIT if hit else MISSED, written(gold, passage))
    told = set()
    for answer, counted in said:
        known = any(same_statement(gold, answer) for gold in asked)
        line = written(answer, passage)
        if counted and not known and not _doubtful(answer) and line not in told:
            told.add(line)
            found.add(answer.kind, FALSE, line)


def _doubtful(answer: Statement) -> bool:
    """Whether it rests on what may be no figure, or says too little to be right or wrong.

    A lone part of a whole, or a rate with one of its operands, is no relation to be annotated.
    """
    lone = len(answer.operands) < 2 and answer.kind in ("sum", "points")
    return lone or "?" in (answer.result, *(f for f, _, _ in answer.operands))


def _score_counts(passage: Passage, said: Answers, named: Mapping[str, str], found: Score) -> None:
    asked = [s for s in passage.statements if s.kind == "count"]
    counts = [(named.get(f, ""), low, high) for f, low, high in said.counts]
    for gold in asked:
        hit = any(f == gold.result and low <= gold.listed <= high for f, low, high in counts)
        if not gold.optional:
            found.add("count", HIT if hit else MISSED, f"{gold.result} = {gold.listed}")
    for figure, low, high in counts:
        if not any(figure == s.result and low <= s.listed <= high for s in asked):
            found.add("count", FALSE, f"{figure} = {low}..{high}")


def written(statement: Statement, passage: Passage) -> str:
    """A relation in the printed words of its figures."""
    words = {m.id: passage.text[m.start : m.end] for m in passage.marks if not m.optional}
    terms = ", ".join(_term(words.get(f, f), sign, side) for f, sign, side in statement.operands)
    result = words.get(statement.result, statement.result)
    return f"{result} {'⊇' if statement.open else '='} {statement.kind}({terms})"


def _term(words: str, sign: int, side: int) -> str:
    return f"{'-' if sign < 0 else ''}{'/' if side < 0 else ''}{words}"


def aspects(scores: Sequence[Score]) -> Iterator[tuple[str, Counter[str]]]:
    """All counts added up, by aspect."""
    total: dict[str, Counter[str]] = {}
    for one in scores:
        for aspect, counts in one.counts.items():
            total.setdefault(aspect, Counter()).update(counts)
    yield from sorted(total.items())
