"""The words of a `Doc` as the grammar asks for them: those between two characters."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from reportlint.facts.segmentation import Word, tagged


def words_between(doc: Doc, start: int, end: int) -> Sequence[Word]:
    """The tokens from character `start` to `end` with jieba's classes.

    Where a token reaches over either end (`30个`), the characters between are cut anew.
    """
    span = doc.char_span(start, end)
    if span is None:
        return tagged(doc.text[start:end])
    return [Word(token.text, token.tag_) for token in span]
