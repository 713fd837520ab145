"""The spaCy side: span groups with the figures, names and statements of a text."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from reportlint.facts.pipeline import language

TEXT = "全年预算数500万元，全年执行数485万元，执行率为97%。"


def test_spans_of_figures_indicators_and_claims() -> None:
    doc = language()(TEXT)
    assert [s.label_ for s in doc.spans["figures"]] == ["amount", "amount", "percent"]
    assert [s.text for s in doc.spans["indicators"]] == ["全年预算数", "全年执行数", "执行率"]
    assert [s.label_ for s in doc.spans["claims"]] == ["ratio"]
    assert doc.text == TEXT


def test_extensions_hold_exact_characters() -> None:
    doc = language()(TEXT)
    assert [doc.text[f.start : f.end] for f in doc._.figures] == ["500万元", "485万元", "97%"]
    assert [c.formula for c in doc._.claims] == ["exec_rate"]


def test_components_work_in_another_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("reportlint_claims")
    doc = nlp(TEXT)
    assert [s.label_ for s in doc.spans["claims"]] == ["ratio"]


@pytest.mark.parametrize("text", ["", "没有数字的一段话。", "  \n"])
def test_texts_without_figures(text: str) -> None:
    doc = language()(text)
    assert (doc.text, len(doc.spans["figures"]), len(doc.spans["claims"])) == (text, 0, 0)


def test_reading_a_text_without_figures_imports_neither_spacy_nor_jieba() -> None:
    code = (
        "import sys; from reportlint.facts.claims import read_text; read_text('没有数字。');"
        "print(sorted({'spacy', 'jieba'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
