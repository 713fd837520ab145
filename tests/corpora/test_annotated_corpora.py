"""The annotated corpora: large, of many wordings, and read without a slip."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from reportlint.evaluation.annotated.model import Passage
from reportlint.evaluation.annotated.reading import passages

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
NEAR, FEW = 0.8, 0.10
KINDS = ("sum", "diff", "ratio", "share", "growth", "points", "multiple", "average", "product")
KINDS += ("equal", "order", "count")


def _read(name: str) -> tuple[Passage, ...]:
    return passages(CORPORA / name)


def _is_report(passage: Passage) -> bool:
    return "reports/" in passage.file


def _is_table(passage: Passage) -> bool:
    return not _is_report(passage) and bool(re.search(r"^\|", passage.text, re.MULTILINE))


def test_there_are_enough_of_them() -> None:
    every = [*_read("dev"), *_read("test")]
    reports = sum(_is_report(p) for p in every)
    tables = sum(_is_table(p) for p in every)
    assert reports >= 30
    assert tables >= 60
    assert len(every) - reports - tables >= 1500


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_relation_comes_in_many_wordings(kind: str) -> None:
    wordings = {
        _masked(p)
        for p in (*_read("dev"), *_read("test"))
        if any(s.kind == kind for s in p.statements) and not _is_report(p)
    }
    assert len(wordings) >= 15


def test_few_passages_resemble_another() -> None:
    prose = [p for p in (*_read("dev"), *_read("test")) if not (_is_report(p) or _is_table(p))]
    grams = [_trigrams(_masked(p)) for p in prose]
    alike = sum(_has_neighbour(i, grams) for i in range(len(grams)))
    assert alike <= FEW * len(grams)


def test_names_are_unique() -> None:
    names = Counter(p.name for folder in ("dev", "test") for p in _read(folder))
    assert [name for name, count in names.items() if count > 1] == []


def _masked(passage: Passage) -> str:
    return re.sub(r"[\d,，.．%％]+", "0", re.sub(r"\s", "", passage.text))


def _trigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 3] for i in range(len(text) - 2))


def _has_neighbour(i: int, grams: list[frozenset[str]]) -> bool:
    own = grams[i]
    return any(
        len(own & other) >= NEAR * len(own | other)
        for j, other in enumerate(grams)
        if j != i and NEAR * len(own) <= len(other) <= len(own) / NEAR
    )
