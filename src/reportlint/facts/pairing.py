"""Brackets and quotation marks that lack their other half."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from reportlint.document import Document
from reportlint.facts.model import Span
from reportlint.facts.passages import Passage, passages

_CLOSES: Mapping[str, str] = {
    "）": "（",
    ")": "（",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
    "”": "“",
    "’": "‘",
    "」": "「",
}
_OPENS: Mapping[str, str] = {"(": "（", **{opening: opening for opening in _CLOSES.values()}}
# 1）, (2), a): a number needs no opening bracket.
_LABEL = regex.compile(
    r"(?:^|(?<=[\s，,。；;：:、）)]))\s*(?:[0-9０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})[）)]"
)
_FORMULA = regex.compile(r"[=＝×÷∑√]|\d\s*[/*]\s*\d")
_END = regex.compile(r"[。！？；：:.!?]\s*[）)】》”’」]*\s*$")
LONGEST = 2000
"""Longer paragraphs are quotations or poured tables."""


def unpaired(document: Document) -> Iterator[tuple[Span, str]]:
    """The first lone half of each text, in document order. Unfinished sentences are left out."""
    texts = list(passages(document))
    lone = [_lone(passage) for passage in texts]
    for index, (passage, marks) in enumerate(zip(texts, lone, strict=True)):
        if not marks or _continued(passage) or _beside(lone, index):
            continue
        at, mark = marks[0]
        following = texts[index + 1].text if index + 1 < len(texts) else ""
        # Each paragraph of a long quotation opens it anew.
        if not following.lstrip().startswith(mark):
            yield passage.span(at, at + 1), mark


def _lone(passage: Passage) -> list[tuple[int, str]]:
    text = passage.text
    if len(text) > LONGEST or _FORMULA.search(text) or "'" in text or '"' in text:
        return []
    labels = {m.end() - 1 for m in _LABEL.finditer(text)}
    stack: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for at, mark in enumerate(text):
        if mark in _OPENS:
            stack.append((at, _OPENS[mark]))
        elif mark in _CLOSES:
            if stack and stack[-1][1] == _CLOSES[mark]:
                stack.pop()
            elif at in labels:
                continue
            elif any(kind == _CLOSES[mark] for _, kind in stack):
                while stack and stack[-1][1] != _CLOSES[mark]:
                    lone.append((stack[-1][0], text[stack.pop()[0]]))
                stack.pop()
            else:
                lone.append((at, mark))
    lone += [(at, text[at]) for at, _ in stack]
    return sorted(lone)


def _continued(passage: Passage) -> bool:
    """Whether the text may go on in the next block (a page break, a label)."""
    return not _END.search(passage.text)


def _beside(lone: Sequence[Sequence[tuple[int, str]]], index: int) -> bool:
    """Whether a neighbouring text lacks the other half: a quotation over several paragraphs."""
    for other in range(max(0, index - 3), min(len(lone), index + 4)):
        if other != index and any(
            _CLOSES.get(b, "") == _OPENS.get(a, "?") or _CLOSES.get(a, "") == _OPENS.get(b, "?")
            for _, a in lone[index]
            for _, b in lone[other]
        ):
            return True
    return False
