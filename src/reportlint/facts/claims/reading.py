"""From a paragraph's text to its mentions: figures with indicator, period and scope."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportlint.facts.claims.context import Topic, heading_context, inherit, item_of, own_words
from reportlint.facts.claims.drafts import Draft, draft
from reportlint.facts.claims.layout import Layout, lay_out
from reportlint.facts.claims.mention import Act, Base, Mention, Passage
from reportlint.facts.claims.naming import with_names
from reportlint.facts.claims.periods import last_period
from reportlint.facts.claims.projects import Projects
from reportlint.facts.claims.wording import grammar
from reportlint.facts.indicators import describe
from reportlint.facts.model import NO_INDICATOR, Figure, FigureKind, Indicator, Numeral
from reportlint.facts.segmentation import BREAKS, Word, first_noun_phrase, last_noun_phrase, tagged
from reportlint.lexicon.cues import any_of

_TOTAL_SCORE = re.compile(r"(?:总|综合|合计|最终)(?:评价)?(?:得分|评分|分)$|总分$")
_LIKE_BEFORE = re.compile(r"(?:与|和|同|跟)[^，,。；]{2,16}?(?:持平|一致|相同|相等|相当|无变化)")
_LONG = 8
"""A name of more characters than this may hold a verb: it is cut down to its noun."""
_NEAR = 50
"""Figures back beyond which a change has no subject."""
_QUANTITIES = frozenset({Act.LEVEL, Act.REACHED, Act.RATE})
DATES = frozenset({FigureKind.DATE, FigureKind.PERIOD})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around a paragraph: its block and headings, the year, whose report it is."""

    block: int = 0
    where: tuple[str, ...] = ()
    year: int | None = None
    organization: str | None = None
    words: Callable[[int, int], Sequence[Word]] | None = None
    """The words between two characters of the paragraph, where it has been segmented."""


def read_passage(text: str, numerals: Sequence[Numeral], setting: Setting) -> Passage:
    """The mentions of one paragraph, dates left out."""
    proper = _exact_zeros([n for n in numerals if n.kind not in DATES])
    layout = lay_out(text, proper)
    ids = {n.start: f"f{setting.block}.{i}" for i, n in enumerate(numerals)}
    reader = _Reader(layout, setting, ids)
    mentions = tuple(reader.read(d, i) for i, d in enumerate(draft(layout, proper)))
    mentions = with_names(mentions, layout, setting.where, setting.organization)
    return Passage(setting.block, layout, mentions, setting.where, setting.year)


def _exact_zeros(numerals: list[Numeral]) -> list[Numeral]:
    """0万元 among amounts with decimals is nothing at all, not something below half a 万元."""
    finer = {n.unit for n in numerals if n.decimals}
    return [
        replace(n, exact=True) if n.value == 0 and not n.decimals and n.unit in finer else n
        for n in numerals
    ]


def plain_figures(numerals: Sequence[Numeral], setting: Setting) -> Iterator[Figure]:
    """Dates and periods: figures that no statement relates."""
    for index, n in enumerate(numerals):
        if n.kind in DATES:
            name = f"f{setting.block}.{index}"
            yield Figure(name, n, setting.block, n.start, n.end, unit=n.unit, where=setting.where)


class _Reader:
    """Walks the drafts of a paragraph and keeps what one figure hands to the next."""

    def __init__(self, layout: Layout, setting: Setting, ids: Mapping[int, str]) -> None:
        self.layout = layout
        self.setting = setting
        self.ids = ids
        self.heading = heading_context(setting.where)
        self.period = str(setting.year) if setting.year else ""
        self.topic = Topic(layout.text, setting.where)
        self.projects = Projects(layout, setting.where)
        self.mentions: list[Mention] = []
        self.uses = False

    def read(self, found: Draft, index: int) -> Mention:
        sentence = self.layout.sentence(found.numeral.start)
        part = self.layout.part(found.numeral.start)
        words = self._own_words(found)
        period = self._period(found, words)
        name = self._name(found)
        base = self._base(found, period)
        opens = _opening(_OPENS(), found.words) and not self._goes_on(found)
        indicator = self._indicator(found, name, sentence, part, opens)
        indicator = self._noun(found, indicator)
        mention = self._mention(found, index, name, indicator, period, base)
        mention = replace(mention, opens=opens)
        self.mentions.append(mention)
        self.topic.after(mention)
        return mention

    def _own_words(self, found: Draft) -> str:
        """The words left of the figure without those it is set against."""
        here = re.split(r"[；;。]", found.words)[-1]
        return grammar().against.sub("，", _LIKE_BEFORE.sub("，", here))

    def _period(self, found: Draft, words: str) -> str:
        if self.mentions and self.mentions[-1].sentence != self.layout.sentence(
            found.numeral.start
        ):
            # A part of a year (前三季度) holds for its own sentence only.
            self.period = self.period.partition(" ")[0]
        if found.wording.act is Act.BASE and (base := found.wording.base or found.name):
            return last_period(base, self.setting.year) or self.period
        own = last_period(found.name, self.setting.year) if found.row else None
        own = own or last_period(words, self.setting.year)
        if own is not None and found.wording.act is not Act.FROM and not self._aside(found, own):
            self.period = own
        return own if own is not None else self.period

    def _aside(self, found: Draft, own: str) -> bool:
        """500万元，上年480万元，其中…: the year before is named for comparison only."""
        if not self.mentions or own >= self.period:
            return False
        last = self.mentions[-1]
        bare = not own_words(found.name, self.setting.organization)
        return bare and last.act is Act.LEVEL and last.kind is found.numeral.kind

    def _name(self, found: Draft) -> Indicator:
        words = own_words(found.name, self.setting.organization)
        return describe(words) if words else NO_INDICATOR

    def _base(self, found: Draft, period: str) -> Base | None:
        text = found.wording.base
        if text is None and found.base_of is None:
            return None
        text = text or ""
        past = "" if text else period
        past = last_period(text, self.setting.year) or past
        words = own_words(text, self.setting.organization)
        return Base(text, describe(words) if words else NO_INDICATOR, past, found.base_of)

    def _indicator(
        self, found: Draft, name: Indicator, sentence: int, part: int, opens: bool
    ) -> Indicator:
        if found.wording.act in (Act.CHANGE, Act.SHARE, Act.COMPLETION, Act.MULTIPLE):
            return self._derived(found, name)
        if found.wording.act is Act.REACHED and not name.text and self.mentions:
            return self.mentions[-1].indicator
        taken = self.topic.for_(name, sentence, part, opens=opens)
        return inherit(name, taken, self.heading)

    def _noun(self, found: Draft, indicator: Indicator) -> Indicator:
        """Where the lexicon knows nothing, segmentation says which words are the noun."""
        if found.wording.act is not Act.LEVEL:
            return indicator
        noun = self._counted(found.numeral)
        if not noun and (indicator.facets or indicator.concept):
            return indicator
        if not noun and len(indicator.text) > _LONG:
            noun = last_noun_phrase(self._words_of(indicator.text, found.numeral.start))
        return describe(noun) if noun and noun != indicator.text else indicator

    def _counted(self, numeral: Numeral) -> str:
        """What stands right of a count: 30个区级创新培养基地, 1,500余个项目."""
        following = self.layout.masked[numeral.end : numeral.end + 20]
        if not _countable(following, numeral):
            return ""
        reach = len(BREAKS.split(following, maxsplit=1)[0])
        return first_noun_phrase(self._words(numeral.end, numeral.end + reach))

    def _words_of(self, phrase: str, before: int) -> Sequence[Word]:
        """The words of a phrase left of a figure, in their context where it stands there."""
        start = self.layout.text.rfind(phrase, 0, before)
        return self._words(start, start + len(phrase)) if start >= 0 else tagged(phrase)

    def _words(self, start: int, end: int) -> Sequence[Word]:
        if self.setting.words is not None:
            return self.setting.words(start, end)
        return tagged(self.layout.text[start:end])

    def _derived(self, found: Draft, name: Indicator) -> Indicator:
        """A change or share is called by its subject and its verb."""
        first = _clause_words(found)
        if not name.rest and not name.facets:
            first = self._changing(found) + first
        return Indicator(first) if first else name

    def _changing(self, found: Draft) -> str:
        """What 同比提升2% is said of: the last quantity of its part, or of the bracket's."""
        part = self.layout.part(found.numeral.start)
        for mention in reversed(self.mentions[-_NEAR:]):
            if mention.part != part:
                break
            if mention.act in _QUANTITIES and mention.indicator.text:
                return mention.indicator.text
        return ""

    def _per_piece(self, numeral: Numeral) -> bool:
        """一斤2.75元: a price."""
        if numeral.kind in _PIECES and numeral.value == 1 and numeral.text[:1] == "一":
            return True
        before = self.layout.text[max(0, numeral.start - 4) : numeral.start]
        return numeral.kind is FigureKind.AMOUNT and _ONE_PIECE.search(before) is not None

    def _goes_on(self, found: Draft) -> bool:
        """用于A 60万元，用于B 40万元: the second goes on with the list of the first."""
        uses = found.words.lstrip("，,、；; 和及").startswith("用于")
        before, self.uses = self.uses, uses
        return uses and before

    def _mention(
        self,
        found: Draft,
        index: int,
        name: Indicator,
        indicator: Indicator,
        period: str,
        base: Base | None,
    ) -> Mention:
        n = _set(found)
        figure = Figure(
            id=self.ids[n.start],
            numeral=n,
            block=self.setting.block,
            start=n.start,
            end=n.end,
            indicator=indicator,
            period=period,
            scope=self.projects.at(n.start, indicator),
            unit=n.unit,
            where=self.setting.where,
        )
        return Mention(
            index=index,
            figure=figure,
            act=found.wording.act,
            name=name,
            sentence=self.layout.sentence(n.start),
            part=self.layout.part(n.start),
            group=self.layout.group(n.start),
            start=found.start,
            direction=found.wording.direction,
            base=base,
            complete=_opening(_COMPLETE(), found.words),
            sample=_opening(_SAMPLE(), found.words),
            total=_is_total(found),
            aside=_is_aside(found) or self._per_piece(n),
            cause=_CAUSE().search(found.words) is not None,
            row=found.row,
            place=found.place,
        )


_SETTING = re.compile(r"目标|任务|计划|指标值|满分|权重|分值|编制|要求|标准")
_SET_EXACTLY = frozenset({FigureKind.AREA, FigureKind.LENGTH, FigureKind.SCORE})


def _set(found: Draft) -> Numeral:
    """A whole number that somebody set (任务185万亩, 满分25分) is exact, not rounded."""
    n = found.numeral
    whole = n.kind in _SET_EXACTLY and not n.decimals and n.value is not None and not n.hedge
    words = re.split(r"[，,；;：:。（(]", found.words)[-1]
    if whole and _SETTING.search(words) and "完成" not in words:
        return replace(n, exact=True)
    return n


def _countable(following: str, numeral: Numeral) -> bool:
    if numeral.kind is not FigureKind.COUNT or not numeral.unit:
        return False
    return bool(re.match(r"[一-鿿]", following)) and following[0] not in "的以左之及和与、·"


def _lazy(*lists: str) -> Callable[[], re.Pattern[str]]:
    kept: list[re.Pattern[str]] = []

    def pattern() -> re.Pattern[str]:
        if not kept:
            kept.append(re.compile(any_of(*lists)))
        return kept[0]

    return pattern


_ASIDES = _lazy("asides")
_OPENS = _lazy("opens")
_COMPLETE = _lazy("complete")
_SAMPLE = _lazy("samples")
_CAUSE = _lazy("causes")
_TOTALS = _lazy("totals")


def _opening(words: re.Pattern[str], before: str) -> bool:
    """Whether the clause of a figure begins with such words, or follows a clause that has them."""
    here = re.split(r"[；;。！？\n]", before)[-1]
    clauses = [c for c in re.split(r"[，,：:（(]", here) if c.strip()]
    if not clauses:
        return False
    own = words.match(clauses[-1].strip(" 、"))
    return own is not None or (len(clauses) > 1 and words.search(clauses[-2]) is not None)


def _is_aside(found: Draft) -> bool:
    last = re.split(r"[，,；;：:。（(]", found.words)[-1]
    if found.numeral.kind is FigureKind.PERCENT:
        return False
    return _ASIDES().search(last) is not None


_PIECES = frozenset({FigureKind.COUNT, FigureKind.OTHER})
_ONE_PIECE = re.compile(r"一(?:平方米|公里|公斤|[斤份吨亩张件本套株棵卷升])$")


def _is_total(found: Draft) -> bool:
    """Whether the figure sums up: 合计, 共计 with no name of its own."""
    if found.numeral.kind is FigureKind.SCORE and _TOTAL_SCORE.search(found.name):
        return found.wording.act is Act.LEVEL
    match = _TOTALS().search(found.words)
    if match is None or found.wording.act is not Act.LEVEL:
        return False
    left = _TOTALS().sub("", found.name)
    if found.numeral.kind is FigureKind.SCORE:
        return not left or re.fullmatch(any_of("score_nouns"), left) is not None
    left = re.sub(rf"^{any_of('total_nouns')}+", "", left)
    return not left or item_of(describe(left)) == (frozenset(), "")


def _clause_words(found: Draft) -> str:
    words = re.split(r"[，,；;：:。（(]", found.words)[-1].strip(" 、")
    return re.sub(r"(?:了|约|为|达到|达|是)+$", "", words)
