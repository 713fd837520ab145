"""Sentences of many authors and the relations they state."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_notation import Case, cases, written

from reportlint.arithmetic.model import Verdict
from reportlint.facts.assessment import assess
from reportlint.facts.claims import read_text

SENTENCES = list(cases(Path(__file__).with_name("sentences.txt")))
FAULTY = list(cases(Path(__file__).with_name("faulty.txt")))


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c.sentence[:24])
def test_a_sentence_states_these_relations(case: Case) -> None:
    figures, claims = read_text(case.sentence, 2024)
    by_id = {f.id: f for f in figures}
    said = [c for c in claims if not c.borne_out]
    assert [written(c, by_id) for c in said] == list(case.relations)


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c.sentence[:24])
def test_true_figures_are_never_inconsistent(case: Case) -> None:
    figures, claims = read_text(case.sentence, 2024)
    found = assess(claims, {f.id: f for f in figures})
    assert [a for a in found if a.verdict is Verdict.INCONSISTENT] == []


@pytest.mark.parametrize("case", FAULTY, ids=lambda c: c.sentence[:24])
def test_a_wrong_figure_makes_these_relations_fail(case: Case) -> None:
    figures, claims = read_text(case.sentence, 2024)
    by_id = {f.id: f for f in figures}
    failed = [a for a in assess(claims, by_id) if a.verdict is Verdict.INCONSISTENT]
    assert [written(a.claim, by_id) for a in failed] == list(case.relations)


def test_every_span_holds_the_words_of_its_claim() -> None:
    for case in SENTENCES:
        figures, claims = read_text(case.sentence, 2024)
        by_id = {f.id: f for f in figures}
        for claim in claims:
            assert 0 <= claim.words.start < claim.words.end <= len(case.sentence)
            if claim.relation.result and claim.source == "stated" and claim.kind != "sum":
                result = by_id[claim.relation.result]
                assert claim.words.start <= result.start < claim.words.end
