"""Names in a row: A、B和C."""

from __future__ import annotations

import regex

LONGEST_NAME = 24
_BRACKET = regex.compile(r"[（(][^（）()]*[）)]|《[^《》]*》|“[^“”]*”")
_NUMBERED = regex.compile(
    r"\d+(?:\.\d+)?\s*(?:个|家|项|人|名|万|元|%|％|分|户|处|条|座|次|公里|平方|亩)|一是|[①②]|[（(]\d[）)]"
)
_OPEN = regex.compile(
    r"等(?=$|[，,。；）\d一二三四五六七八九十余多若各其]|[^级]{0,4}(?:个|家|项))|…|\.{3}|之一|^含|其中|如"
)
_AND = regex.compile(r"以及|和|及|与")
_QUOTED = regex.compile(r"[《“][^《》“”]*[》”]")
_REST = regex.compile(r"[、，,和及与以]*")


def names_in(listed: str) -> tuple[int, int] | None:
    """The least and the greatest number of names; None where it is no closed list of names."""
    plain = _BRACKET.sub(_hidden, listed).strip()
    if "、" not in plain or any(c in plain for c in "（）()《》“”：:"):
        return None
    head, _, tail = plain.partition("，")
    if "、" not in head or "、" in tail or _OPEN.search(head) or _NUMBERED.search(head):
        return None
    names = [name.strip() for name in head.split("、")]
    if not all(0 < len(n) <= LONGEST_NAME for n in names):
        return None
    return len(names), sum(len([n for n in _AND.split(name) if n]) for name in names)


def names_to(listed: str) -> int | None:
    """How many names end here: with 、 between all but the last two; or each in quotes."""
    quoted = _QUOTED.findall(listed)
    first = listed.find(quoted[0]) if quoted else 0
    if len(quoted) > 1 and _REST.fullmatch(_QUOTED.sub("", listed[first:])):
        return len(quoted)
    plain = _BRACKET.sub(_hidden, listed).strip()
    if "、" not in plain or regex.search(r"[\d%％]", plain):
        return None
    *names, last = plain.split("、")
    names += [n for n in regex.split(r"以及|和|及", last, maxsplit=1) if n]
    return len(names) if all(0 < len(n) <= LONGEST_NAME for n in names) else None


def _hidden(match: regex.Match[str]) -> str:
    """A bracket counts for nothing, a title or quotation for one name."""
    return "" if match.group()[0] in "（(" else "名" * min(len(match.group()), 4)
