"""Two annotations of the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.evaluation import CorpusError, evaluate, open_corpus

FIRST = "== p1\n> 收入⟦a:80万元⟧，其中拨款⟦b:60万元⟧。\na: 收入\nb: 拨款\n~ sum a >= b\n"
SECOND = "== p1\n> 收入⟦x:80万元⟧，其中拨款⟦y:60⟧万元。\nx: 收入\ny: 拨款 | 60 万元\n~ sum x >= y\n"


def _corpora(folder: Path, second: str) -> Path:
    for name, kind, text in (("first", "annotated", FIRST), ("second", "agreement", second)):
        (folder / name).mkdir()
        (folder / name / "p.md").write_text(text, "utf-8")
        settings = f'kind = "{kind}"\nfirst = "../first"\n'
        (folder / name / "corpus.toml").write_text(settings, "utf-8")
    return folder / "second"


def test_spans_differ_and_relations_agree(tmp_path: Path) -> None:
    found = evaluate(open_corpus(_corpora(tmp_path, SECOND)))
    rows = {row[0].strip(): row[1:] for row in found.tables[0].rows}
    assert rows["figures"] == ("2", "0.5000", "0.5000", "0.5000")
    assert rows["sum"] == ("1", "1.0000", "1.0000", "1.0000")


def test_other_words_are_refused(tmp_path: Path) -> None:
    folder = _corpora(tmp_path, SECOND.replace("收入⟦", "支出⟦"))
    with pytest.raises(CorpusError, match=r"p\.md p1: not the words of the first annotation"):
        evaluate(open_corpus(folder))
