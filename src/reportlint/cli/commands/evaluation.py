"""`reportlint eval`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.paper import Row, print_rows
from reportlint.cli.settings import settled
from reportlint.cli.speech import language
from reportlint.evaluation import CorpusError, evaluate, open_corpus
from reportlint.evaluation.corpus import Table


def evaluate_corpus(
    folder: Path, changes: Mapping[str, object], misses: bool, lang: str | None
) -> None:
    """Print the scores of a corpus, with `misses` also what went wrong.

    The defaults hold, not a configuration that lies about: scores are to be comparable.
    """
    config = settled([], Given(isolated=True, values={"lang": lang})).config
    try:
        found = evaluate(open_corpus(folder, changes), config)
    except CorpusError as error:
        raise CommandError(error.text) from error
    for table in found.tables:
        _print(table)
    for line in found.misses if misses else ():
        print(line)


def _print(table: Table) -> None:
    head: Row = tuple(text.in_(language()) for text in table.header)
    print(table.title.in_(language()))
    print_rows([head, *table.rows])
    print()
