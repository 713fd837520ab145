"""占: a part over its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import heading_context, inherit, item_of
from reportlint.facts.claims.lists import Composition, head_of
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.subjects import row_subject, subject_of
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import NO_INDICATOR, Claim, Indicator

_WHOLE: tuple[frozenset[str], str] = (frozenset(), "")
_VAGUE = re.compile(
    r"^(?:其|总额?|总数|总量|总体|全部|合计|总计|总支出|总收入|总金额|总规模|总投资|支出总额|收入总额|资金总额|总人数)?$"
)


def share_claims(passage: Passage, book: Book, lists: tuple[Composition, ...]) -> Iterator[Claim]:
    """The claims of shares whose part and whole are both printed."""
    for mention in passage.mentions:
        if mention.act is Act.SHARE and (claim := _claim(passage, book, mention, lists)):
            yield claim


def part_of(passage: Passage, share: Mention) -> Mention | None:
    """The level that a share is said of."""
    if share.row:
        return row_subject(passage, share)
    return subject_of(passage, share)


def _claim(
    passage: Passage, book: Book, mention: Mention, lists: tuple[Composition, ...]
) -> Claim | None:
    part = part_of(passage, mention)
    if part is None or not part.is_level:
        return None
    wholes = [w for w in _wholes(passage, book, mention, part, lists) if w != part.id]
    if not wholes:
        return None
    readings = [
        Reading(RelationKind.SHARE, mention.id, (term(part, Role.PART), term(whole, Role.WHOLE)))
        for whole in dict.fromkeys(wholes)
    ]
    words = words_of(mention)
    return stated(
        passage, readings, words, formula="share", measured="占比", named=len(readings) == 1
    )


def _wholes(
    passage: Passage,
    book: Book,
    mention: Mention,
    part: Mention,
    lists: tuple[Composition, ...],
) -> list[str]:
    base = mention.base
    if base and base.figure is not None:
        return [passage.mentions[base.figure].id]
    if base is None or _VAGUE.match(base.text):
        total = base is not None and base.text.startswith("总")
        heads = [
            h.id
            for h in head_of(lists, part)
            if h.comparable(part) and not (total and item_of(h.indicator) != _WHOLE)
        ]
        among = _among(passage, part)
        return heads or among or _called(passage, mention, part) or _in_all(book, mention, part)
    named = _named(passage, book, mention, part, lists)
    return [named] if named else _in_all(book, mention, part)


def _in_all(book: Book, mention: Mention, part: Mention) -> list[str]:
    """占总支出的36.86%: what the unit spent or received in all, wherever that was said."""
    words = mention.base.text if mention.base else ""
    flow = next((f for word, f in _FLOWS.items() if word in words), None)
    if flow is None or not _ALL.fullmatch(words):
        return []
    found = book.whole(mention, part, flow)
    return [found] if found and found != part.id else []


_FLOWS = {"支出": "flow:expenditure", "收入": "flow:income"}
_ALL = re.compile(
    r"(?:当年|全年|本年度?|年度|部门|单位)*(?:总支出|支出总额|支出总量|支出合计|支出|总收入|收入总额|收入合计)"
    r"(?:决算)?(?:总额|合计|数|总数)?"
)


def _named(
    passage: Passage,
    book: Book,
    mention: Mention,
    part: Mention,
    lists: tuple[Composition, ...],
) -> str | None:
    """The whole the words name: in the paragraph, then anywhere before, then in a table."""
    assert mention.base is not None
    wanted = mention.base.indicator
    for head in head_of(lists, part):
        if head.comparable(part) and _shortened(wanted, head.indicator):
            return head.id
    for other in reversed(passage.before(mention.index)):
        if other is part or not other.is_level or not other.comparable(part):
            continue
        alike = same_quantity(wanted, other.indicator) or same_quantity(wanted, other.name)
        if alike and other.figure.period == part.figure.period:
            return other.id
    whole = inherit(wanted, NO_INDICATOR, heading_context(passage.where))
    return book.find(mention, whole, part.figure.period)


_OUT_OF = re.compile(r"[^，,。；;、]{1,16}中[，,]?\s*(?:共?有)?")


def _among(passage: Passage, part: Mention) -> list[str]:
    """14个指标中有5个未量化: the first is what the second is part of."""
    before = passage.before(part.index)[-1:]
    words = passage.text[part.start : part.figure.start]
    out_of = before and before[0].is_level and before[0].comparable(part)
    return [before[0].id] if out_of and _OUT_OF.fullmatch(words) else []


def _called(passage: Passage, mention: Mention, part: Mention) -> list[str]:
    """占总投资的64.06% after 项目总投资: the whole whose name ends in these words."""
    words = mention.base.text if mention.base else ""
    found = [
        m.id
        for m in passage.before(mention.index)
        if words
        and m is not part
        and m.is_level
        and m.comparable(part)
        and m.name.text.endswith(words)
    ]
    return found if len(found) == 1 else []


def _shortened(wanted: Indicator, full: Indicator) -> bool:
    """基本支出 is short for the 一般公共预算财政拨款基本支出 that the list is a list of."""
    name = full.rest or full.text
    if any(name[n : n + 2] in wanted.text for n in range(len(name) - 1)) and "总" in wanted.text:
        return True
    return bool(wanted.facets) and wanted.facets <= full.facets and wanted.rest in ("", full.rest)
