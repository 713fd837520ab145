from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli import main
from reportlint.evaluation import CorpusError, evaluate, open_corpus

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "injection"
Capture = pytest.CaptureFixture[str]


def corpus(folder: Path, text: str) -> Path:
    (folder / "corpus.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_corpus(tmp_path: Path, capsys: Capture) -> None:
    assert main(["eval", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "corpus.toml" in err


@pytest.mark.parametrize(
    "text", ["kind = 'spells'", "kind = [", "kind = 'injection'\nseed = 'x'", "seed = 1"]
)
def test_a_broken_corpus_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(CorpusError):
        evaluate(open_corpus(corpus(tmp_path, text)))


def test_the_command_prints_scores_by_kind(capsys: Capture) -> None:
    assert main(["eval", str(CORPUS), "--documents", "2", "--misses", "--lang", "en"]) == 0
    out, _ = capsys.readouterr()
    assert "By kind of slip (single)" in out
    assert "Clean controls" in out
    assert "all             2        0" in out
