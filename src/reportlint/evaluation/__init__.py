"""Scores: the program against corpora whose truth is known."""

from reportlint.evaluation.corpus import Corpus, CorpusError, Evaluation, evaluate, open_corpus

__all__ = ["Corpus", "CorpusError", "Evaluation", "evaluate", "open_corpus"]
