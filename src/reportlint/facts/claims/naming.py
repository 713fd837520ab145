"""What each figure of a paragraph is called: the noun phrase beside it, or the one that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlint.facts.claims.context import own_words
from reportlint.facts.claims.drafts import clause_start
from reportlint.facts.claims.layout import CUT, Layout
from reportlint.facts.claims.measures import measuring, only_grows
from reportlint.facts.claims.mention import REACH, Act, Mention
from reportlint.facts.claims.periods import without_periods
from reportlint.facts.claims.phrases import Phrase, Segmented, before, behind, enumerated
from reportlint.facts.claims.wording import RATES, grammar
from reportlint.facts.model import FigureKind
from reportlint.lexicon.cues import cues
from reportlint.lexicon.naming import naming_words

_MEASURES = frozenset({Act.CHANGE, Act.SHARE, Act.COMPLETION, Act.MULTIPLE})
_BOUND = re.compile(r"(?:以[上下内外]|及以[上下]|左右)?的?(?:有|为|是|仅|仅有|达|共)?")
_WORDY = re.compile(r"[一-鿿A-Za-z]")
_NO_RESULT = re.compile(
    r"(?:[较比与同占和及、，,。；;：:）)]|增|减|下降|上升|提高|左右|以[上下内])"
)
_RESULT_LINK = re.compile(r"^(?:已经?|均|全部|为|是|用于|则|未)*")
_LEVELS = frozenset({Act.LEVEL, Act.REACHED, Act.FROM, Act.BASE, Act.RATE})
_PROPORTION = re.compile(r"(?<=[一-鿿]{2})(?:比例|率)$")
_EVENTS = ("次", "场", "期", "轮", "批次", "场次", "期次", "起")
_GLUE = 8
_SAME = re.compile(r"[、，,（(：: ]*(?:即|也就是|就是|折合|约合|合|换算为|换算成)?约?[（( ]*")
_GREW = re.compile(r"(?<=[一-鿿]{2})[多少增减涨降]$")
_OWN = re.compile(
    r"^(?:该|本|我)(?:县|市|区|省|镇|乡|院|校|局|厅|委|所|站|中心|部门|单位|项目|专项|街道|社区)"
    r"(?:今年|本年|全年|上年|去年)?(?=[一-鿿]{2})"
)
_GRADE = re.compile(
    r"(?:^|[、，,和及与:：“ ]|等级为?|等次为?|结果为?|结论为?|其中)([优良中差])[”]?[的为有是]{0,2}$"
)
_ASPECT = re.compile(
    r"(?<=[一-鿿]{2})(?:年度)?(?:目标值?|计划)$|(?<=[一-鿿]{4})(?:年初|全年)?(?:预算|决算)数?$|^年初预算数?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A figure's full name, and the quantity in it that what follows may go on with."""

    name: str
    subject: str
    verb: str = ""


class Namer:
    """Names the figures of one paragraph from left to right."""

    def __init__(self, layout: Layout, where: Sequence[str], organization: str | None) -> None:
        self.layout = layout
        self.where = where
        self.organization = organization
        self.segmented = Segmented(layout.text)
        self.named: list[Named] = []
        self.shared: dict[int, str] = {}

    def all(self, mentions: Sequence[Mention]) -> list[str]:
        """The names of `mentions`, in their order; "" where nothing tells."""
        for index in range(len(mentions)):
            self.named.append(self._named(mentions, index))
        return [n.name for n in self.named]

    def _named(self, mentions: Sequence[Mention], index: int) -> Named:
        mention = mentions[index]
        if mention.act in _MEASURES or self._grows(mention):
            return self._measured(mentions, index)
        phrase = self._phrase(mention)
        if mention.row and mention.name.text and mention.row not in self.shared:
            phrase = self._of(mention.name.text)
        name = self._in_row(mentions, index, phrase) or self._level(mentions, index, phrase)
        return Named(name, _GREW.sub("", _ASPECT.sub("", name) or name))

    def _grows(self, mention: Mention) -> bool:
        """Whether a clause is nothing but a verb of change: 仅多3家, 也是提10%."""
        if mention.act is not Act.LEVEL or mention.row:
            return False
        if mention.kind is FigureKind.POINTS:
            return True
        return only_grows(self._clause(mention)[0])

    def _in_row(self, mentions: Sequence[Mention], index: int, phrase: Phrase) -> str:
        """单价分别为…: the n-th value is of the n-th item of what was listed before."""
        mention = mentions[index]
        if not mention.row:
            return ""
        if mention.place == 1 and not mention.name.text:
            own = "" if phrase.text in naming_words().deictic else phrase.text
            self.shared[mention.row] = own.rpartition("的")[2]
        if mention.row not in self.shared:
            return ""
        item, own = self._item(mentions, index), self.shared[mention.row]
        return item + ("" if item.endswith(own) else own) if item else ""

    def _item(self, mentions: Sequence[Mention], index: int) -> str:
        """The name that belongs to a place in a row of values."""
        mention = mentions[index]
        row = [m for m in mentions[max(0, index - REACH) : index + REACH] if m.row == mention.row]
        if not 0 < mention.place <= len(row):
            return ""
        names = self._listed(row) or self._aligned(mentions, row)
        return names[mention.place - 1] if len(names) == len(row) else ""

    def _listed(self, row: Sequence[Mention]) -> list[str]:
        """A、B、C三项分别为…"""
        start = self.layout.sentences[row[0].sentence]
        text = self.layout.text[start : row[0].figure.start]
        return [self._of(name).text for name in enumerated(text, len(row))]

    def _aligned(self, mentions: Sequence[Mention], row: Sequence[Mention]) -> list[str]:
        """The levels that were given before, as many as there are values."""
        levels = [m for m in mentions[: row[0].index] if m.sentence == row[0].sentence]
        levels = [m for m in levels if m.act in _LEVELS and not m.aside]
        if levels and levels[-1].figure.numeral.value == len(row):
            levels.pop()
        listed = [m for m in levels if m.row]
        chosen = [m for m in listed if m.row == listed[-1].row] if listed else levels[-len(row) :]
        return [self.named[m.index].subject for m in chosen]

    def _phrase(self, mention: Mention) -> Phrase:
        start, end = mention.start, mention.figure.start
        words = self.layout.masked[start:end]
        start += clause_start(words)
        found = before(self.segmented, start, end, self.layout.masked)
        clause = self.layout.masked[start:end]
        if grade := _GRADE.search(clause):
            return Phrase(grade[1])
        if clause.strip("，、 了") in naming_words().spelled:
            return Phrase(naming_words().spelled[clause.strip("，、 了")])
        text = own_words(found.text, self.organization) if found.text else ""
        return found._replace(text=self._timeless(text))

    def _timeless(self, text: str) -> str:
        text = _OWN.sub("", without_periods(text).strip("的"))
        return naming_words().spelled.get(text, text)

    def _of(self, words: str) -> Phrase:
        """A name given in words, trimmed like what stands left of a figure."""
        segmented = Segmented(words)
        return before(segmented, 0, len(words), words)

    def _level(self, mentions: Sequence[Mention], index: int, phrase: Phrase) -> str:
        mention = mentions[index]
        words = naming_words()
        if phrase.text in words.verbs:
            phrase = phrase._replace(text="", verb=phrase.text)
        silent = not phrase.text or phrase.text in words.deictic
        following = self._behind(mentions, index)
        if following and phrase.text.startswith("每"):
            return following
        if phrase.text in words.aspects:
            return _ASPECT.sub("", self._topic(mentions, index)) + phrase.text
        if following in words.aspects or self._is_bound(mention, phrase.text):
            if topic := self._topic(mentions, index):
                return topic
            following = ""
        residual = phrase.text in cues()["residual"]
        if (
            following
            and not residual
            and (mention.kind is FigureKind.COUNT or silent or phrase.verb)
        ):
            return following
        if not silent:
            return phrase.text
        for found in (self._bound, self._result, self._announced, self._topic):
            if name := found(mentions, index):
                return name
        return phrase.each or phrase.verb or phrase.text or self._headed(mention)

    def _announced(self, mentions: Sequence[Mention], index: int) -> str:
        """演出：上半年13场, 从支出进度看，3月末21%: a clause without a figure names it."""
        mention = mentions[index]
        start = self.layout.sentences[mention.sentence]
        if index and mentions[index - 1].sentence == mention.sentence:
            start = mentions[index - 1].figure.end
        cuts = [
            start,
            *(m.end() for m in CUT.finditer(self.layout.masked, start, mention.figure.start)),
        ]
        for begin, end in reversed(list(pairwise(cuts))):
            if name := self._own(before(self.segmented, begin, end - 1, self.layout.masked)):
                return name
        return ""

    def _headed(self, mention: Mention) -> str:
        """支出12万元 under the heading 公务接待费."""
        return self._own(self._of(self.where[-1])) if self.where else ""

    def _behind(self, mentions: Sequence[Mention], index: int) -> str:
        """The noun phrase right of the figure, unless it is the next figure's name."""
        mention = mentions[index]
        end = mention.figure.end
        following = self.layout.masked[end : end + 24]
        if mention.kind is FigureKind.COUNT:
            if not re.match(r"的?[一-鿿]", following) or mention.figure.numeral.unit[:1] in "%":
                return ""
        elif not re.match(r"的[一-鿿]|[一-鿿]{2}", following):
            return ""
        skip = 1 if following[0] == "的" else 0
        stop = re.search(r"[^\w]", following[skip:])
        reach = end + skip + (stop.start() if stop else len(following) - skip)
        nxt = (
            mentions[index + 1].figure.start if index + 1 < len(mentions) else len(self.layout.text)
        )
        reach = min(reach, nxt)
        found = behind(
            self.segmented.between(end + skip, reach),
            events=mention.figure.numeral.unit in _EVENTS,
        )
        if not found:
            return ""
        gap = self.segmented.between(end + skip + len(found), nxt)
        if len(gap) < 3 and all(w.text in naming_words().links for w in gap):
            return ""
        if mention.kind is FigureKind.COUNT and self._is_part(mentions, index):
            return self._result(mentions, index) or found
        return found

    def _is_part(self, mentions: Sequence[Mention], index: int) -> bool:
        """In 抽查16所学校，6所台账不全 the second count says of how many something is true."""
        mention = mentions[index]
        near = mentions[max(0, index - 4) : index]
        unit = mention.figure.numeral.unit
        return any(m.sentence == mention.sentence and m.figure.numeral.unit == unit for m in near)

    def _bound(self, mentions: Sequence[Mention], index: int) -> str:
        """80分以下的7家: what the words name is a class."""
        if not index:
            return ""
        last, mention = mentions[index - 1], mentions[index]
        between = self.layout.masked[last.figure.end : mention.figure.start]
        if "的" in between and _BOUND.fullmatch(between):
            return last.figure.numeral.text + re.sub(r"的.*", "", between)
        return ""

    def _result(self, mentions: Sequence[Mention], index: int) -> str:
        """74份手续完备: where nothing stands before, what is said of the figure."""
        mention = mentions[index]
        left = self.layout.masked[mention.start : mention.figure.start]
        if _WORDY.search(left[-2:]) and not left.endswith(("有", "发现", "中", "里")):
            return ""
        end = mention.figure.end
        following = self.layout.masked[end : end + 16]
        stop = re.search(r"[，,。；;、：:！\n（）()]|$", following)
        said = following[: stop.start()] if stop else ""
        nxt = mentions[index + 1].figure.start if index + 1 < len(mentions) else 10**9
        if len(said) < 2 or nxt < end + len(said) or _NO_RESULT.match(said):
            return ""
        found = _RESULT_LINK.sub("", said)
        return found if len(found) > 1 else ""

    def _topic(self, mentions: Sequence[Mention], index: int) -> str:
        """The name that goes on: of the nearest like figure of the sentence, else of the last."""
        mention = mentions[index]
        if index and self._glued(mentions[index - 1], mention):
            return self.named[index - 1].subject
        if head := self._before_bracket(mentions, index):
            return head
        other = ""
        for place in range(index - 1, max(-1, index - 12), -1):
            found, subject = mentions[place], self.named[place].subject
            if found.sentence != mention.sentence:
                break
            if not subject or found.act is Act.BASE or (found.aside and not mention.aside):
                continue
            if found.act in _LEVELS and found.comparable(mention):
                return subject
            other = other or subject
        return other or self._earlier(mentions, index)

    def _before_bracket(self, mentions: Sequence[Mention], index: int) -> str:
        """床位使用率（目标85%: what the first figure of a bracket belongs to."""
        mention = mentions[index]
        if not mention.group or (index and mentions[index - 1].group == mention.group):
            return ""
        opens = self.layout.groups[mention.group - 1][0] - 1
        start = self.layout.sentences[self.layout.sentence(opens)]
        start = max([start, *(m.figure.end for m in mentions[max(0, index - 2) : index])])
        cuts = [m.end() for m in CUT.finditer(self.layout.masked, start, max(start, opens))]
        start = cuts[-1] if cuts else start
        start = max(start, self.layout.masked.rfind("、", start, opens) + 1)
        return self._own(before(self.segmented, start, opens, self.layout.masked))

    def _glued(self, last: Mention, mention: Mention) -> bool:
        """面粉3.1吨1.3万元, 首付三成，即354万元: nothing but a sign between two figures."""
        between = self.layout.masked[last.figure.end : mention.figure.start]
        return len(between) < _GLUE and _SAME.fullmatch(between) is not None

    def _earlier(self, mentions: Sequence[Mention], index: int) -> str:
        mention = mentions[index]
        for place in range(index - 1, max(-1, index - 6), -1):
            if mentions[place].comparable(mention) and mentions[place].act in _LEVELS:
                return self.named[place].subject
        return ""

    def _is_bound(self, mention: Mention, name: str) -> bool:
        """Whether the figure is what its quantity is held against: 低于省定的10%."""
        clause, start = self._clause(mention)
        if not clause.endswith("的") and mention.kind not in RATES:
            return False
        if re.search(r"[率度]$|比例$|比重$", name) or not clause:
            return False
        words = naming_words()
        for word in self.segmented.between(start, start + len(clause)):
            if word.text in words.bounds:
                return True
            if word.text not in words.degrees and not word.text.isspace():
                return False
        return False

    def _measured(self, mentions: Sequence[Mention], index: int) -> Named:
        """A change or share: the quantity and the word that measures it."""
        mention = mentions[index]
        clause, start = self._clause(mention)
        if mention.act in (Act.SHARE, Act.COMPLETION) and not mention.row:
            own = self._phrase(mention).text
            if _PROPORTION.search(own):
                return Named(own, own)
        if index and not _WORDY.search(clause) and mentions[index - 1].act is mention.act:
            verb, at = self.named[index - 1].verb, len(clause)
        else:
            verb, at = measuring(mention.act, clause)
        subject = self._subject(mention, clause[:at], start)
        if not subject and mention.row:
            subject = self._item(mentions, index)
        subject = subject or self._changing(mentions, index)
        return Named(subject + verb, subject, verb)

    def _clause(self, mention: Mention) -> tuple[str, int]:
        words = self.layout.masked[mention.start : mention.figure.start]
        cut = clause_start(words)
        return words[cut:], mention.start + cut

    def _until_compared(self, start: int, end: int) -> int:
        """Where a comparison begins between two places, or the second."""
        at = start
        for word in self.segmented.between(start, end):
            if word.text in naming_words().compare:
                return at
            at += len(word.text)
        return end

    def _subject(self, mention: Mention, clause: str, start: int) -> str:
        """What the words before the verb name, the comparison among them aside."""
        if mention.row and mention.name.text:
            return self._own(self._of(mention.name.text))
        found = list(grammar().against.finditer(clause)) + list(
            grammar().same_period.finditer(clause)
        )
        first = min((m.start() for m in found), default=len(clause))
        last = max((m.end() for m in found), default=0)
        for begin, end in ((last, len(clause)), (0, first)) if found else ((0, len(clause)),):
            stop = self._until_compared(start + begin, start + end)
            name = self._own(before(self.segmented, start + begin, stop, self.layout.masked))
            if name:
                return name
        return ""

    def _own(self, phrase: Phrase) -> str:
        text = own_words(phrase.text, self.organization) if phrase.text else ""
        text = self._timeless(text)
        return text if len(text) > 1 and text not in naming_words().deictic else ""

    def _changing(self, mentions: Sequence[Mention], index: int) -> str:
        """The quantity last named in the sentence, else in the one before."""
        mention = mentions[index]
        for place in range(index - 1, max(-1, index - 12), -1):
            found = mentions[place]
            if mention.sentence - found.sentence > 1:
                break
            if found.act is not Act.BASE and self.named[place].subject:
                return self.named[place].subject
        return ""


def with_names(
    mentions: Sequence[Mention], layout: Layout, where: Sequence[str], organization: str | None
) -> tuple[Mention, ...]:
    """The mentions with figures that bear their names."""
    names = Namer(layout, where, organization).all(mentions)
    return tuple(_called(m, name) for m, name in zip(mentions, names, strict=True))


def _called(mention: Mention, name: str) -> Mention:
    own = mention.figure.indicator
    if not name or name == own.text:
        return mention
    return replace(mention, figure=replace(mention.figure, indicator=replace(own, text=name)))
