"""A corpus is a folder with a `corpus.toml` whose `kind` says how it is scored.

A new kind is a module with `evaluate(corpus, config) -> Evaluation` and its line in `_scorer`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportlint.config import Config
from reportlint.result import Text


class CorpusError(Exception):
    """A folder that is no corpus, or one that is broken; `text` is the line for the user."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus on disk: its folder and what its `corpus.toml` says."""

    folder: Path
    settings: Mapping[str, object]

    @property
    def kind(self) -> str:
        """How it is scored."""
        return str(self.settings.get("kind", ""))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of results; cells are text, the first column names the row."""

    title: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation found. `misses`: one line for everything that went wrong."""

    tables: tuple[Table, ...]
    misses: tuple[str, ...] = ()


Scorer = Callable[[Corpus, Config], Evaluation]


def open_corpus(folder: Path, changes: Mapping[str, object] | None = None) -> Corpus:
    """The corpus in `folder`, settings overridden by `changes`. Raises `CorpusError`."""
    path = folder / "corpus.toml"
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise CorpusError(
            Text(f"{folder}：没有 corpus.toml，不是语料库", f"{folder}: no corpus.toml, no corpus")
        ) from None
    except ValueError as error:
        raise CorpusError(Text(f"{path}：文件有误（{error}）", f"{path}: {error}")) from error
    return Corpus(folder, {**settings, **(changes or {})})


def evaluate(corpus: Corpus, config: Config | None = None) -> Evaluation:
    """Score the program on a corpus. Raises `CorpusError` for a broken or unknown one."""
    try:
        return _scorer(corpus)(corpus, config or Config())
    except ValueError as error:
        reason = " ".join(str(error).split())
        where = corpus.folder
        raise CorpusError(Text(f"{where}：语料有误（{reason}）", f"{where}: {reason}")) from error


def _scorer(corpus: Corpus) -> Scorer:
    match corpus.kind:
        case "injection":
            from reportlint.evaluation.injection.evaluation import evaluate as injection

            return injection
        case "annotated":
            from reportlint.evaluation.annotated.evaluation import evaluate as annotated

            return annotated
        case "agreement":
            from reportlint.evaluation.annotated.agreement import evaluate as agreement

            return agreement
        case "sections":
            from reportlint.evaluation.sections.evaluation import evaluate as sections

            return sections
    raise CorpusError(
        Text(
            f"{corpus.folder}：不认识的语料类型“{corpus.kind}”",
            f"{corpus.folder}: unknown kind of corpus {corpus.kind!r}",
        )
    )
