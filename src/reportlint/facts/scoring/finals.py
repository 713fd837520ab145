"""The total score of a report wherever it is stated: abstract, body, conclusion, form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, Outline, Part, Span, TableFacts
from reportlint.facts.scoring.labels import Score
from reportlint.lexicon.scoring import scoring_words

FULL_MARKS = 100
_VERB = regex.compile(r"(?:仅为|仅|约|达到?|为|是|共计?|合计|计|得|：|:|\s)+$")
_ITEM = regex.compile(
    r"(?:[\p{Han}\d（）“”\"]{2,30}?|(?<!\p{Han})[A-Z\d甲乙丙丁一二三四五])(?:项目|工程|专项|课题)"
)
_ORDINAL = regex.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．]|[一二三四五六七八九十]是)"
)
_REVIEW = regex.compile(
    r"第三方|复核|评审|核定|审定|专家|财政(?:部门|局|厅)|评价组|主管部门|调整后|扣减后"
)
_SELF = regex.compile(r"自评|自我评价|自查")
_GENERIC = regex.compile(
    r"(?:本|该|此|各|个|单个|全部|所有|重点|[年度对的将和及与]|绩效|支出|预算|实施|评价)*"
    r"(?:项目|工程|专项|课题)"
)
_WHOLE = regex.compile(r"部门|单位|整体")
_HEADED = regex.compile(
    rf"(?:{_ORDINAL.pattern})?\s*(?P<item>{_ITEM.pattern})(?:[（(].*|支出|绩效|自评|评价|情况)*"
)
_SCORES_IN_LIST = 2


@dataclass(frozen=True, slots=True)
class Final:
    """A statement of a total score. `who` awarded it: self, review or plain (not said).

    `item` is the project that it names, `ordinal` the number that opens its paragraph.
    """

    figure: Figure
    who: str
    item: str
    words: str
    ordinal: str = ""


def final_claims(
    texts: Sequence[tuple[str, list[Score]]],
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    outline: Outline,
    parts: Sequence[Part],
) -> Iterator[Claim]:
    """One `equal` claim for each part of the file that states its total score twice or more."""
    found = [f for text, scores in texts for f in _stated(text, scores, outline)]
    spans = [(range(p.start_block, p.end_block), p.title) for p in parts]
    for blocks, title in spans or [(range(len(outline.paths)), "")]:
        inside = [f for f in found if f.figure.block in blocks]
        if inside:
            own = [t for t in tables if t.block in blocks]
            inside += _tabled(own, figures, inside, title)
        for group in _groups(inside, self_made=bool(_SELF.search(title))):
            yield _claim(group)


def _stated(text: str, scores: Sequence[Score], outline: Outline) -> Iterator[Final]:
    words = scoring_words()
    for score in scores:
        clause = _VERB.sub("", score.clause)
        who = _who(clause)
        if score.weight or who is None or words.has("others", clause):
            continue
        before = text[max(0, score.figure.start - 60) : score.figure.start]
        if not 0 < (score.figure.value or 0) <= FULL_MARKS or words.has("bonus", text):
            continue
        if who == "plain" and _REVIEW.search(before):
            who = "review"
        item = item_of(before, outline.where(score.figure.block))
        yield Final(score.figure, who, item, before, opening(text))


def _who(clause: str) -> str | None:
    for who, pattern in scoring_words().finals.items():
        for match in pattern.finditer(clause):
            if len(clause) - match.end() <= _SCORES_IN_LIST:
                return who
    return None


def opening(text: str) -> str:
    """The number that opens a paragraph; "" without one."""
    found = _ORDINAL.match(text)
    return found.group().strip() if found else ""


def item_of(before: str, where: Sequence[str]) -> str:
    """The project that a statement names, or whose heading it stands under; "" for none.

    A heading further up counts only if it is nothing but the name of a project.
    """
    for text in (before, *where[-1:]):
        names = [m for m in _ITEM.findall(text) if not _GENERIC.fullmatch(m)]
        if names:
            return str(names[-1])
    above = (_HEADED.fullmatch(title) for title in reversed(where[:-1]))
    found = (m["item"] for m in above if m and not _GENERIC.fullmatch(m["item"]))
    return next(found, "")


def _tabled(
    tables: Sequence[TableFacts], figures: Mapping[str, Figure], stated: Sequence[Final], title: str
) -> list[Final]:
    """The total of the only form of a part, unless it is a project's in a unit's report."""
    totals = [(t, r) for t in tables for r in t.score_rows if r.total and r.scores]
    if len(totals) != 1 or len(totals[0][1].scores) != 1:
        return []
    table, row = totals[0]
    figure = figures[row.scores[0]]
    weight = figures[row.weight].value if row.weight else None
    if weight not in (None, FULL_MARKS) or figure.value is None:
        return []
    context = "".join((table.caption, *figure.where))
    whole = any(_WHOLE.search(f.words) for f in stated) or bool(_WHOLE.search(title))
    if whole and "项目" in context and "整体" not in context:
        return []
    header = "".join(figure.where[-1:]).rpartition("/")[2]
    who = "self" if "自评" in header else "review" if _who(header) == "review" else "plain"
    return [Final(figure, who, "", context)]


def _groups(finals: Sequence[Final], *, self_made: bool) -> Iterator[list[Final]]:
    """Statements of one score: by one judge, of one thing, with two values at the most.

    Only in a self-evaluation (`self_made`) is the score without a judge the unit's own.
    """
    judges = {f.who for f in finals}
    merged = self_made and "review" not in judges
    for who in [judges] if merged else [{j} for j in sorted(judges)]:
        group = [f for f in finals if f.who in who]
        values = {f.figure.value for f in group}
        one = all(_of_one(a, b) for a, b in combinations(group, 2))
        periods = {f.figure.period for f in group} - {""}
        if len(group) > 1 and one and len(periods) <= 1 and len(values) <= _SCORES_IN_LIST:
            yield group


def _of_one(a: Final, b: Final) -> bool:
    listed = a.ordinal and b.ordinal and a.ordinal != b.ordinal
    return not listed and shares_item(a.item, b.item)


def shares_item(a: str, b: str) -> bool:
    """Whether two statements may be of one thing, by the projects that they name ("": none)."""
    return not a or not b or a in b or b in a


def _claim(group: Sequence[Final]) -> Claim:
    last = group[-1].figure
    name = f"{last.id}="
    terms = tuple(Term(f.figure.id, Role.ITEM) for f in group)
    relation = Relation(name, RelationKind.EQUAL, None, terms)
    words = Span(last.block, last.start, last.end, last.cell)
    return Claim(name, relation, ClaimSource.RESTATEMENT, words, measured="总分")
