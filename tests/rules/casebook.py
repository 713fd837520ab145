"""Rule documents: Markdown with small reports in which the faults are marked in place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import regex

FLAGGING, CLEAN, MISSES, FALSE_ALARMS = "应报", "不应报", "已知漏报", "已知误报"
KINDS = (FLAGGING, CLEAN, MISSES, FALSE_ALARMS)
BEFORE = 6

_HEADING = regex.compile(r"^(?P<level>#{1,3})\s+(?P<words>.+?)\s*$")
_SCOPE = regex.compile(r"^范围：(?P<scope>\S+)$", regex.MULTILINE)
_CODES = regex.compile(r"\{(?P<codes>[A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a flag of `code` points at, and the few characters before them on their line."""

    code: str
    words: str
    before: str


@dataclass(frozen=True, slots=True)
class Case:
    """One small report of a rule document."""

    code: str
    kind: str
    title: str
    text: str
    marks: tuple[Mark, ...]
    profile: str | None = None
    format: str | None = None

    @property
    def own(self) -> list[Mark]:
        """The marks of the document's own rule."""
        return [m for m in self.marks if m.code == self.code]


def read_casebook(path: Path) -> list[Case]:
    """Every case of one rule document. Raises `ValueError` where its form is broken."""
    code = path.name[:6]
    kind = title = ""
    cases: list[Case] = []
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("```report"):
            body = _body(lines, path, title)
            cases.append(_case(code, kind, title, line, body))
        elif match := _HEADING.match(line):
            if match["level"] == "##":
                kind = match["words"]
            elif match["level"] == "###":
                title = match["words"]
    wrong = {c.kind for c in cases} - set(KINDS)
    if wrong:
        raise ValueError(f"{path.name}: unknown section {wrong}")
    return cases


def read_scope(path: Path) -> str:
    """`正文` or `表格` where a rule looks at only one of them (a line `范围：正文`), else "".

    Raises `ValueError` for any other word.
    """
    found = _SCOPE.search(path.read_text(encoding="utf-8").split("\n## ")[0])
    scope = found["scope"] if found else ""
    if scope not in ("", "正文", "表格"):
        raise ValueError(f"{path.name}: 范围 is 正文 or 表格, not {scope}")
    return scope


def _body(lines: object, path: Path, title: str) -> str:
    taken: list[str] = []
    for line in lines:  # type: ignore[attr-defined]
        if line.startswith("```"):
            return "\n".join(taken)
        taken.append(line)
    raise ValueError(f"{path.name}: {title}: block is not closed")


def _case(code: str, kind: str, title: str, fence: str, body: str) -> Case:
    options = dict(option.split("=", 1) for option in fence.split()[1:])
    text, marks = unmark(body, code)
    return Case(code, kind, title, text, tuple(marks), **options)


def unmark(body: str, code: str) -> tuple[str, list[Mark]]:
    """The report without its marks, and the marks. Marks may be nested."""
    plain: list[str] = []
    opened: list[int] = []
    marks: list[Mark] = []
    position = 0
    while position < len(body):
        character = body[position]
        position += 1
        if character == "⟦":
            opened.append(len(plain))
        elif character == "⟧":
            codes = _CODES.match(body, position)
            position = codes.end() if codes else position
            names = regex.split(r"\s*,\s*", codes["codes"]) if codes else [code]
            start = opened.pop()
            marks += [Mark(name, "".join(plain[start:]), _before(plain[:start])) for name in names]
        else:
            plain.append(character)
    if opened:
        raise ValueError(f"a mark is not closed: {body[:40]}")
    return "".join(plain), marks


def _before(characters: list[str]) -> str:
    line = regex.split(r"[\n|]", "".join(characters))[-1]
    return squeeze(line)[-BEFORE:]


def squeeze(text: str) -> str:
    """Text without any white space: formats wrap and pad differently."""
    return regex.sub(r"\s", "", text)


def masked(case: Case) -> str:
    """The report with digits masked: no two cases may be equal under it."""
    return regex.sub(r"[0-9０-９]", "0", squeeze(case.text))
