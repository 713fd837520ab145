"""Fields that are labels before a colon: `存在的问题：无。`"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.fields.model import Field, FieldRole, Statement
from reportlint.facts.fields.sections import part_of
from reportlint.facts.model import Facts, Span
from reportlint.lexicon.fields import field_titles

_LABEL = regex.compile(
    r"(?:^|(?<=[。；;]))\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]\s*|[①-⑳]|第[一二三四五六七八九十][，、]|[一二三四五六]是)?"
    r"(?P<label>[^：:。；;，,\s（(]{2,20})(?:[（(][^（）()]{0,20}[）)])?\s*[：:]\s*"
)


def labelled_fields(facts: Facts, block: int, text: str) -> Iterator[Field]:
    """Each label of a paragraph with the text up to the next label of that kind."""
    found = [(m, role) for m in _LABEL.finditer(text) if (role := _role(m["label"]))]
    ends = [*(m.start() for m, _ in found[1:]), len(text)]
    for (match, role), end in zip(found, ends, strict=False):
        said = text[match.end() : end]
        at = Span(block, match.end(), end)
        following = range(block + 1, len(facts.document.blocks))
        if not said.strip() and following:
            continue
        yield Field(
            role=role,
            title=match["label"],
            title_span=Span(block, match.start("label"), match.end("label")),
            content=(Statement(at, said),) if said.strip() else (),
            owed=role is FieldRole.PROBLEMS,
            part=part_of(facts, block),
            where=facts.outline.where(block),
            followed=bool(following),
        )


def _role(words: str) -> FieldRole | None:
    return next((r for r in FieldRole if field_titles()[r].labels(words)), None)
