"""`reportlint.ignore.toml`: flags that were looked at and do not count, each with its reason.

```toml
[[ignore]]
rule = "NUM103"              # code or name; several: rules = ["NUM103", "NUM104"]
reason = "按财政口径计算"
quote = "97.59%"             # the words, as `anchor.quote` of the JSON has them
before = "预算执行率为"      # as much of what stands around them as it takes
path = "2024/*.docx"         # the end of the report's path; * stands for anything
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from reportlint.result.model import Flag, Text
from reportlint.result.outcome import Result

_TEXTS = ("reason", "quote", "before", "after", "path", "fingerprint")
_KEYS = frozenset((*_TEXTS, "rule", "rules"))


class BadEntry(ValueError):  # noqa: N818 - the name says what it is about
    """An entry (or file) that cannot be used; `text` is one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[ignore]]`: empty fields match everything."""

    number: int
    codes: frozenset[str]
    reason: str
    quote: str | None = None
    before: str = ""
    after: str = ""
    path: str = ""
    fingerprint: str = ""

    def covers(self, path: str) -> bool:
        """Whether it is about a report of that path."""
        pattern = self.path.replace("\\", "/")
        return not pattern or fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")

    def meets(self, flag: Flag) -> bool:
        """Whether it is about such a flag."""
        if not self.codes.intersection(flag.codes):
            return False
        if self.fingerprint:
            return flag.fingerprint == self.fingerprint
        anchor = flag.anchor
        return (
            (self.quote is None or _plain(anchor.quote) == _plain(self.quote))
            and _ends_alike(_plain(anchor.before), _plain(self.before))
            and _ends_alike(_plain(anchor.after)[::-1], _plain(self.after)[::-1])
        )


def _plain(text: str) -> str:
    """Without blanks: they differ between the versions of a file."""
    return "".join(text.split())


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


@dataclass(slots=True)
class Ignored:
    """Results with what the entries suppress, and the entries that met nothing they could meet."""

    results: list[Result] = field(default_factory=list)
    unused: list[Entry] = field(default_factory=list)


def ignored(results: Sequence[Result], entries: Sequence[Entry]) -> Ignored:
    """Suppress what the entries name."""
    used: set[int] = set()
    found = [_with(result, entries, used) for result in results]
    reached = (e for e in entries if any(e.covers(result.path) for result in results))
    return Ignored(found, [entry for entry in reached if entry.number not in used])


def _with(result: Result, entries: Sequence[Entry], used: set[int]) -> Result:
    own = [entry for entry in entries if entry.covers(result.path)]
    flags = []
    for flag in result.flags:
        entry = next((entry for entry in own if entry.meets(flag)), None)
        if entry is not None:
            used.add(entry.number)
            flag = replace(flag, suppressed=flag.suppressed or entry.reason)
        flags.append(flag)
    return replace(result, flags=tuple(flags))


def entries_of(text: str, code_of: Callable[[str], str | None]) -> tuple[Entry, ...]:
    """The entries of a file; `code_of` a handle is the rule's code. Raises `BadEntry`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadEntry(Text(f"不是合法的 TOML（{error}）", f"not valid TOML ({error})")) from error
    tables = data.pop("ignore", [])
    if data or not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise BadEntry(Text("只能有 [[ignore]] 条目", "it may only hold [[ignore]] entries"))
    return tuple(_entry(number, table, code_of) for number, table in enumerate(tables, 1))


def _entry(number: int, table: Mapping[str, object], code_of: Callable[[str], str | None]) -> Entry:
    unknown = next((key for key in table if key not in _KEYS), None)
    if unknown is not None:
        known = "、".join(sorted(_KEYS))
        raise _bad(number, Text(f"没有 {unknown}，可用 {known}", f"there is no {unknown!r}"))
    texts = {key: table[key] for key in _TEXTS if key in table}
    wrong = next((key for key, value in texts.items() if not isinstance(value, str)), None)
    if wrong is not None:
        raise _bad(number, Text(f"{wrong} 应是文字", f"{wrong} must be text"))
    fields = {key: str(value) for key, value in texts.items()}
    if not fields.get("reason", "").strip():
        raise _bad(number, Text("缺少理由 reason", "reason is missing"))
    return Entry(number, _codes(number, table, code_of), **fields)


def _codes(
    number: int, table: Mapping[str, object], code_of: Callable[[str], str | None]
) -> frozenset[str]:
    written = table.get("rules", [table["rule"]] if "rule" in table else [])
    handles = written if isinstance(written, list) else [written]
    if not handles:
        raise _bad(number, Text("缺少规则 rule", "rule is missing"))
    codes = {handle: code_of(str(handle)) for handle in handles}
    for handle, code in codes.items():
        if code is None:
            raise _bad(number, Text(f"没有规则 {handle}", f"there is no rule {handle}"))
    return frozenset(filter(None, codes.values()))


def _bad(number: int, what: Text) -> BadEntry:
    return BadEntry(Text(f"第 {number} 条：{what.zh}", f"entry {number}: {what.en}"))
