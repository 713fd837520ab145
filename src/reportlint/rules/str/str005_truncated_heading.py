"""STR005: truncated-heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Paragraph
from reportlint.facts.model import Facts, Section
from reportlint.lexicon.headings import open_ending
from reportlint.result import Evidence, Flag, Text
from reportlint.rules.anchoring import section_anchor
from reportlint.rules.registry import OWN_WORDS, rule

SIBLINGS = 3
"""So many siblings must share a form before breaking it means anything."""
MOST_SIBLINGS = 40
FORM = 3
"""The shared words have at least so many characters."""
LONGEST_TAIL = 4
CONTINUATION = 12


@rule(
    "STR005",
    "truncated-heading",
    severity="warning",
    title_en="A heading is cut short.",
    basis=OWN_WORDS,
)
def truncated_heading(facts: Facts) -> Iterator[Flag]:
    """标题不完整。

    查什么：同级标题句式一致而其中一个少了末尾的字（别的都是“……进一步优化”，它是“……进一步打”）；标题以
    “的、和、与、及”等不能收尾的词结束。
    为什么：标题被截断，说明粘贴或排版时丢了字。
    例：“（六）队伍建设进一步加”。
    不查什么：句式本来就不统一的标题；“目的”“存在”“参与”等以同样的字结尾的词；与正文同行的标题。
    依据：报告自身表述。
    """
    for index, section in enumerate(facts.outline.sections):
        if section.body_start is not None or not section.number:
            continue
        siblings = _siblings(facts, index)
        model = _cut_from(section.title, [s.title for s in siblings])
        if model is not None:
            yield _flag(facts, section, siblings[model])
        elif open_ending(section.title) and not _continued(facts, section):
            yield _flag(facts, section, None)


def _siblings(facts: Facts, index: int) -> list[Section]:
    section = facts.outline.sections[index]
    return [
        s
        for i, s in enumerate(facts.outline.sections)
        if i != index
        and s.parent == section.parent
        and s.level == section.level
        and s.body_start is None
    ]


def _cut_from(title: str, others: Sequence[str]) -> int | None:
    """The sibling (its index) whose form `title` breaks off, or None.

    All others end in the same words followed by equally many characters, and `title` in the same
    words followed by fewer; or all others end in the same word, and `title` lacks its last one.
    """
    if not SIBLINGS <= len(others) <= MOST_SIBLINGS:
        return None
    if _lacks_last(title, _shared_ending(others)):
        return 0
    for tail in range(2, LONGEST_TAIL + 1):
        if any(len(o) <= tail for o in others):
            return None
        shared = _shared_ending([o[:-tail] for o in others])
        if len(shared) >= FORM and any(title[:-k].endswith(shared) for k in range(1, tail)):
            return 0
    return None


def _lacks_last(title: str, shared: str) -> bool:
    """Whether `title` ends in the shared ending (or the end of it) but for its last character."""
    shortest = 2 if shared.endswith("情况") else FORM
    return not title.endswith(shared[-1:]) and any(
        title.endswith(shared[-length:-1]) for length in range(shortest, len(shared) + 1)
    )


def _shared_ending(titles: Sequence[str]) -> str:
    first = titles[0] if titles else ""
    length = 0
    while length < len(first) and all(t.endswith(first[len(first) - length - 1 :]) for t in titles):
        length += 1
    return first[len(first) - length :]


def _continued(facts: Facts, section: Section) -> bool:
    """Whether the next line is the rest of a heading that the layout broke."""
    blocks = facts.document.blocks
    following = blocks[section.block + 1] if section.block + 1 < len(blocks) else None
    if not isinstance(following, Paragraph):
        return False
    text = following.text.strip()
    return 0 < len(text) <= CONTINUATION and not text.endswith("。")


def _flag(facts: Facts, section: Section, model: Section | None) -> Flag:
    if model is None:
        word = open_ending(section.title)
        zh = f"标题“{section.title}”以“{word}”结尾，不完整。"
        en = f"The heading “{section.title}” ends in “{word}”: it is cut short."
    else:
        zh = f"标题“{section.title}”疑被截断：同级标题如“{model.title}”。"
        en = f"The heading “{section.title}” seems cut short; its siblings read “{model.title}”."
    return Flag(
        anchor=section_anchor(facts, section),
        message=Text(zh, en),
        advice=Text("补全标题。", "Complete the heading."),
        evidence=(Evidence("item", section_anchor(facts, model)),) if model else (),
    )
