"""The labels that number headings and list items: 第一部分, 一、, （一）, 1., （1）, ①, 附件1."""

from __future__ import annotations

from dataclasses import dataclass

import regex

_HAN = "[一二三四五六七八九十百零〇]{1,4}"

_LABELS: tuple[tuple[int, str], ...] = (
    (1, rf"第{_HAN}(?:部分|章|篇)[、，：:\s]*"),
    (1, rf"附(?:件|表)\s*(?:{_HAN}|[0-9０-９]{{1,2}})[、：:\s]*(?=\S)"),
    (2, rf"{_HAN}\s*[、:：．.]\s*"),
    (3, rf"[（(]\s*{_HAN}\s*[）)]\s*[、.．]?\s*"),
    (4, r"[0-9０-９]{1,2}\s*(?:[、．:：]|\.(?![0-9]))\s*"),
    (5, r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}(?:[、.．]\s*|\s+)(?=\p{Han})(?![万亿元个人项])"),
    (5, r"[（(]\s*[0-9０-９]{1,2}\s*[）)]\s*[、.．]?\s*|[0-9]{1,2}\s*[）)]\s*"),
    (6, r"[①-⑳]\s*[、.．]?\s*"),
)
_LABEL = regex.compile("|".join(f"(?P<r{i}>{p})" for i, (_, p) in enumerate(_LABELS)))

# An orphan: the number was lost, its 、 stayed ("、综合评价情况及评价结论").
_ORPHAN = regex.compile(r"、\s*(?=\p{Han})")


@dataclass(frozen=True, slots=True)
class Label:
    """A number before a title: its rank (1 outermost … 6), its text, and where the title begins."""

    rank: int
    text: str
    end: int


def read_label(text: str) -> Label | None:
    """The numbering label at the start of `text`, or None."""
    lead = len(text) - len(text.lstrip())
    match = _LABEL.match(text, lead)
    if match is None:
        orphan = _ORPHAN.match(text, lead)
        return Label(2, "", orphan.end()) if orphan else None
    group = int((match.lastgroup or "r0")[1:])
    return Label(_LABELS[group][0], match.group().strip(), match.end())
