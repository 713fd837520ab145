"""What authors say to flags in the file itself: `reportlint: 忽略 NUM101 <reason>`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from reportlint.document import Document, Remark, Stretch
from reportlint.result import Anchor, Flag, Result, Text
from reportlint.rules import find_rule

_COMMAND = regex.compile(r"\s*reportlint\s*[:：]\s*(?:忽略|ignore(?![A-Za-z]))", regex.I)
_HANDLE = regex.compile(r"[\s,，、;；]*([A-Za-z]{3}\d{3}(?!\d)|[A-Za-z]+(?:-[A-Za-z\d]+)+)")
_BEFORE_REASON = " \t\n\u3000,，、;；:：.。-—"


@dataclass(frozen=True, slots=True)
class Answer:
    """A well-formed answer: the rules it is about (by code), why, and the words it stands on."""

    codes: tuple[str, ...]
    reason: str
    on: tuple[Stretch, ...]

    def meets(self, flag: Flag) -> bool:
        """Whether the flag is of such a rule and points at words the answer stands on.

        A flag about the file as a whole has no words: the answer may stand anywhere.
        """
        if not set(self.codes).intersection(flag.codes):
            return False
        anchors = (flag.anchor, *flag.candidates)
        if flag.anchor.block is None:
            return True
        return any(_touch(stretch, anchor) for stretch in self.on for anchor in anchors)


def _touch(stretch: Stretch, anchor: Anchor) -> bool:
    if (stretch.block, stretch.cell) != (anchor.block, anchor.cell):
        return False
    if anchor.start == anchor.end or stretch.start == stretch.end:
        return True
    return stretch.start < anchor.end and anchor.start < stretch.end


def answered(flags: Sequence[Flag], document: Document) -> tuple[tuple[Flag, ...], list[Text]]:
    """The flags with their answers, and what is to be said of answers that meet none."""
    answers: list[Answer] = []
    notes: list[Text] = []
    for remark in document.remarks:
        if _COMMAND.match(remark.text):
            found = _read(remark)
            answers.extend([found] if isinstance(found, Answer) else [])
            notes.extend([found] if isinstance(found, Text) else [])
    met = [next((a for a in answers if a.meets(flag)), None) for flag in flags]
    pairs = zip(flags, met, strict=True)
    notes += _unused(answer for answer in answers if answer not in met)
    return tuple(replace(f, answer=a.reason) if a else f for f, a in pairs), notes


def _unused(answers: Iterator[Answer]) -> Iterator[Text]:
    for answer in answers:
        codes = ", ".join(answer.codes)
        yield Text(
            f"批注“忽略 {codes}”处没有这样的问题，请删去该批注",
            f"the comment “ignore {codes}” meets no such flag: delete it",
        )


def _read(remark: Remark) -> Answer | Text:
    """The answer, or what is wrong with it."""
    command = _COMMAND.match(remark.text)
    position = command.end() if command else 0
    codes = []
    while found := _HANDLE.match(remark.text, position):
        rule = find_rule(found[1])
        if rule is None:
            break
        codes.append(rule.code)
        position = found.end()
    reason = " ".join(remark.text[position:].strip(_BEFORE_REASON).split())
    if not codes:
        shown = " ".join(remark.text.split())[:40]
        return Text(
            f"批注“{shown}”没有写明规则编号，未采用", f"the comment “{shown}” names no known rule"
        )
    if not reason:
        listed = ", ".join(codes)
        return Text(
            f"批注“忽略 {listed}”没有写明理由，未采用",
            f"the comment “ignore {listed}” gives no reason: it does not count",
        )
    return Answer(tuple(codes), reason, remark.on)


def honoured(result: Result) -> Result:
    """The result with answered flags suppressed: for authors, not for those who review them."""
    flags = (replace(f, suppressed=f.answer) if f.answer else f for f in result.flags)
    return replace(result, flags=tuple(flags))
