"""First reading of a paragraph: each figure with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlint.facts.claims.layout import CUT, Layout
from reportlint.facts.claims.mention import REACH, Act
from reportlint.facts.claims.wording import Wording, is_of, read_of, read_wording
from reportlint.facts.model import FigureKind, Numeral
from reportlint.lexicon.cues import any_of

_SEPARATOR = re.compile(r"\s*(?:[、，,]|和|与|及|以及|或)?\s*")
_RESPECTIVELY = re.compile(r"分别|依次|各(?![级类项单部个地区县市])")
_NAME_SEPARATOR = re.compile(r"、|以及|及(?!时)|和(?!结余|谐|平)|与(?!结余)|同(?!期|比)")
_COUNT_OF = re.compile(r"(?<=[一-鿿])[两三四五六七八九十几][个项类种家部处者]$")
_YEAR = re.compile(r"(?:(?:19|20)\d\d\s*年度?|上年度?|去年|前年|本年度?|今年)")
_TARGET_OF = re.compile(
    r"^的(?P<base>(?:预期|年度|既定|绩效)?(?:目标|标准|计划|指标|要求)[^，。；]{0,3})$"
)
_WINDOW = 240
"""Characters left of a figure in which the words that belong to it stand."""
_PURPOSE = re.compile(r"(?:主要)?用于(?P<name>[^，,。；;：:、（）()\n]{1,24})")
_EDGES = " \u3000\t、，,：:"
_WORD = re.compile(r"[^\s，,；;：:。、（）()]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure, the clause left of it and all words since the figure before, with offsets.

    `name` is the noun phrase; `row` numbers a list of values (分别), from 1; `place` its items.
    """

    numeral: Numeral
    wording: Wording
    start: int
    words: str
    name: str
    row: int = 0
    place: int = 0
    base_of: int | None = None


def draft(layout: Layout, numerals: Sequence[Numeral]) -> list[Draft]:
    """Read the words around each figure."""
    drafts: list[Draft] = []
    row = 0
    for index in range(len(numerals)):
        found = _draft(layout, numerals, index, drafts)
        found = _of_target(drafts, found)
        if drafts and _lists_on(drafts[-1], found):
            row += 1
            drafts[-1] = replace(drafts[-1], row=row, place=1)
            found = replace(found, row=row, place=2)
        if found.place == 1:
            row += 1
            found = replace(found, row=row)
        drafts.append(found)
    return _named_rows(drafts)


def _of_target(drafts: list[Draft], found: Draft) -> Draft:
    """高于95%的目标值2.6个百分点: the rate before the words is the base of the points."""
    target = _TARGET_OF.match(found.words)
    if not drafts or target is None or found.numeral.kind is not FigureKind.POINTS:
        return found
    reading = read_of(_clause(drafts[-1]), FigureKind.PERCENT)
    if reading is None:
        return found
    said = replace(drafts[-1].wording, act=Act.BASE, base=target["base"])
    drafts[-1] = replace(drafts[-1], wording=said)
    return replace(found, wording=replace(reading, base=target["base"]), name="")


def _lists_on(previous: Draft, found: Draft) -> bool:
    """占比60%、30%、10%: a row of values though nobody says 分别."""
    same = found.wording is previous.wording and not previous.row
    return same and found.wording.act in (Act.SHARE, Act.COMPLETION, Act.CHANGE, Act.RATE)


def _draft(layout: Layout, numerals: Sequence[Numeral], index: int, before: list[Draft]) -> Draft:
    numeral = numerals[index]
    sentence = layout.sentences[layout.sentence(numeral.start)]
    start = max(sentence, _purpose_end(layout, numerals[index - 1]) if index else 0)
    start = max(start, numeral.start - _WINDOW)
    words = layout.masked[start : numeral.start]
    after = layout.masked[numeral.end : _next(layout, numerals, index)]
    if before and start > sentence:
        previous = before[-1]
        if is_of(words) and (found := read_of(_clause(previous), numeral.kind)):
            name = _clause(previous)[slice(*found.name)].strip(_EDGES)
            row = 1 if _RESPECTIVELY.search(words) else 0
            return Draft(numeral, found, start, words, name, row, row, base_of=index - 1)
        if _SEPARATOR.fullmatch(words) and previous.numeral.kind is numeral.kind:
            return _continued(previous, numeral, start, words)
    return _fresh(layout, numeral, start, words, after)


def _purpose_end(layout: Layout, numeral: Numeral) -> int:
    """50万元用于产业发展: the words after the figure are its own, not those of the next."""
    found = _PURPOSE.match(layout.masked, numeral.end)
    return found.end() if found else numeral.end


def _next(layout: Layout, numerals: Sequence[Numeral], index: int) -> int:
    end = numerals[index + 1].start if index + 1 < len(numerals) else len(layout.text)
    return min(end, numerals[index].end + 60)


def _clause(found: Draft) -> str:
    return found.words[clause_start(found.words) :]


def _continued(previous: Draft, numeral: Numeral, start: int, words: str) -> Draft:
    """A further value of a list: says of its item what the value before said of its own."""
    place = previous.place + 1 if previous.row else 0
    wording = previous.wording
    return Draft(
        numeral, wording, start, words, previous.name, previous.row, place, previous.base_of
    )


def _fresh(layout: Layout, numeral: Numeral, start: int, words: str, after: str) -> Draft:
    cut = clause_start(words)
    clause = words[cut:]
    wording = read_wording(clause, words, numeral.kind, after)
    first, last = (n + start + cut for n in wording.name)
    name = layout.text[first:last].strip(_EDGES)
    if not name and (purpose := _PURPOSE.match(layout.masked, numeral.end)):
        name = purpose["name"]
    row = 1 if _RESPECTIVELY.search(clause) else 0
    return Draft(numeral, wording, start, words, name, row, 1 if row else 0)


def clause_start(words: str) -> int:
    """Where the clause next to the figure begins; a clause without words takes one more."""
    starts = [0, *(m.end() for m in CUT.finditer(words))]
    for start in reversed(starts):
        if _WORD.search(words, start):
            return start
    return starts[-1]


def _named_rows(drafts: list[Draft]) -> list[Draft]:
    """Give the values of a list the names that stand before 分别, one each."""
    for first, count in _rows(drafts):
        head, *tail = _RESPECTIVELY.split(drafts[first].name, maxsplit=1)
        names = _split(_COUNT_OF.sub("", head), count)
        if names and tail:
            names = [name + tail[0] for name in names]
        for place in range(count):
            known = names[place] if names else ""
            drafts[first + place] = replace(drafts[first + place], name=known)
    return drafts


def _rows(drafts: list[Draft]) -> Iterator[tuple[int, int]]:
    for index, found in enumerate(drafts):
        if found.row and found.place == 1:
            after = drafts[index : index + REACH]
            yield index, sum(1 for d in after if d.row == found.row)


def _split(name: str, count: int) -> list[str] | None:
    """`count` names out of one phrase, sharing its tail after 的; None if they do not match."""
    name = re.sub(rf"^{any_of('connectors')}+", "", name)
    parts = [p.strip() for p in _NAME_SEPARATOR.split(name) if p.strip()]
    if count == 1 and name:
        return [name]
    if len(parts) != count:
        return None
    if all(_YEAR.fullmatch(p) for p in parts[:-1]) and (last := _YEAR.match(parts[-1])):
        return [p + parts[-1][last.end() :] for p in parts[:-1]] + [parts[-1]]
    head, mark, tail = parts[-1].rpartition("的")
    if mark and tail:
        return [*(p + tail for p in parts[:-1]), head + tail]
    return parts
