"""From a corpus file to its passages. The format is described in `corpora/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlint.evaluation.annotated.model import Mark, Passage, Statement
from reportlint.evaluation.annotated.statements import statement
from reportlint.evaluation.annotated.values import Printed, printed

_MARK = re.compile(r"⟦([a-z]\w*|\?):([^⟦⟧]+)⟧", re.ASCII)
_LINE = re.compile(r"([a-z]\w*): *([^|]*?) *(?:\| *(.+?) *)?", re.ASCII)
OPTIONAL = "?"


def passages(folder: Path) -> tuple[Passage, ...]:
    """All passages under `folder`, sorted by file. Raises `ValueError` that says where and what."""
    found: list[Passage] = []
    for path in sorted(folder.rglob("*.md")):
        if path.name != "README.md":
            found += read_passages(path.read_text("utf-8"), path.relative_to(folder).as_posix())
    return tuple(found)


def read_passages(text: str, file: str) -> Iterator[Passage]:
    """The passages of one file's `text`."""
    for chunk in re.split(r"^== *", text, flags=re.MULTILINE)[1:]:
        name, *lines = chunk.splitlines()
        try:
            yield _passage(file, name.strip(), lines)
        except ValueError as error:
            raise ValueError(f"{file} {name.strip()}: {error}") from error


def _passage(file: str, name: str, lines: Sequence[str]) -> Passage:
    marked = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
    notes = [line.strip() for line in lines if not line.startswith(">") and line.strip()]
    said = [note for note in notes if note.startswith("~")]
    names = dict(_named(note) for note in notes if not note.startswith("~"))
    text, marks = _marks(marked, names)
    statements = tuple(statement(line) for line in said)
    _check(marks, names, statements)
    return Passage(file, name, text, marks, statements)


def _named(note: str) -> tuple[str, tuple[str, str]]:
    found = _LINE.fullmatch(note)
    if found is None:
        raise ValueError(f"neither text, figure nor relation: {note}")
    return found[1], (found[2], found[3] or "")


def _marks(marked: str, names: dict[str, tuple[str, str]]) -> tuple[str, tuple[Mark, ...]]:
    default = names.pop("unit", ("", ""))[0]
    text, at, marks = "", 0, []
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        marks.append(_mark(found[1], found[2], len(text), names, default))
        text += found[2]
    text += marked[at:]
    if "⟦" in text or "⟧" in text:
        raise ValueError("a mark that is no ⟦id:printed⟧")
    return text, tuple(marks)


def _mark(id: str, words: str, start: int, names: dict[str, tuple[str, str]], unit: str) -> Mark:
    end = start + len(words)
    if id == OPTIONAL:
        return Mark(id, start, end, None, "", optional=True)
    name, value = names.get(id, ("", ""))
    read: Printed = printed(words, value, unit)
    indicators = tuple(n.strip() for n in name.split(" / ") if n.strip())
    return Mark(id, start, end, read.value, read.unit, indicators)


def _check(
    marks: Sequence[Mark], names: dict[str, tuple[str, str]], statements: Sequence[Statement]
) -> None:
    ids = [m.id for m in marks if not m.optional]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise ValueError(f"marked twice: {', '.join(sorted(twice))}")
    used = set(names)
    for s in statements:
        used |= {s.result, *(figure for figure, _, _ in s.operands)} - {"", "100%"}
    if lost := used - set(ids):
        raise ValueError(f"not marked in the text: {', '.join(sorted(lost))}")
