"""One flag as a card on the right side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlint.result.contract import Json
from reportlint.result.visible import visible
from reportlint.writers.html.spans import related
from reportlint.writers.html.wording import Words

MAX_EVIDENCE = 40
"""Further evidence is counted, not listed."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Words elsewhere in the report that a flag rests on. `token` names their mark."""

    token: str
    role: str
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a reviewer reads of a flag, every text safe to print (and still to be escaped)."""

    number: int
    code: str
    name: str
    severity: str
    doubt: str
    message: str
    before: str
    quote: str
    after: str
    working: str
    expected: str
    advice: str
    basis: str
    also: tuple[str, ...]
    where: str
    position: str
    section: str
    family: str
    leads: tuple[Lead, ...]
    more: int
    suppressed: str
    answer: str
    fingerprint: str
    placed: bool


def cards(flags: Iterable[tuple[int, Json]], words: Words) -> list[Card]:
    """The numbered flags of the JSON contract as cards."""
    return [_card(number, flag, words) for number, flag in flags]


def sections(cards: Sequence[Card]) -> list[str]:
    """Sections that have flags, in document order."""
    return list(dict.fromkeys(card.section for card in cards))


def families(cards: Sequence[Card]) -> list[str]:
    """Families of rules that have flags, in the order of the words' table."""
    return sorted({card.family for card in cards})


def _card(number: int, flag: Json, words: Words) -> Card:
    anchor = flag["anchor"]
    others = related(flag)
    where = [visible(part) for part in anchor["where"] if part]
    return Card(
        number=number,
        code=flag["code"],
        name=flag["name"],
        severity=flag["severity"] or "info",
        doubt=words.get(f"confidence.{flag['confidence']}", ""),
        message=visible(flag["message"]),
        before=_before(anchor),
        quote=visible(anchor["quote"]),
        after=_after(anchor),
        working=visible(flag["working"]),
        expected=visible(flag["expected"] or ""),
        advice=visible(flag["advice"]),
        basis=_basis(flag["basis"], words),
        also=tuple(flag["also"]),
        where=" › ".join(where),
        position=_position(anchor, words),
        section=where[0] if where else "",
        family=flag["code"][:3],
        leads=tuple(
            _lead(f"{number}.{i}", lead, words) for i, lead in enumerate(others[:MAX_EVIDENCE], 1)
        ),
        more=max(0, len(others) - MAX_EVIDENCE),
        suppressed=visible(flag["suppressed"] or ""),
        answer=visible(flag.get("answer") or ""),
        fingerprint=flag["fingerprint"],
        placed=anchor["block"] is not None,
    )


def _lead(token: str, lead: Json, words: Words) -> Lead:
    role = words.get(f"role.{lead['role']}", lead["role"]) if "role" in lead else words["candidate"]
    where = " › ".join(visible(part) for part in lead["where"][-2:] if part)
    return Lead(token, role, visible(lead["quote"]) or "—", where)


def _before(anchor: Json) -> str:
    cut = "…" if anchor["start"] > len(anchor["before"]) else ""
    return cut + visible(anchor["before"]).lstrip()


def _after(anchor: Json) -> str:
    if len(anchor["quote"]) < anchor["end"] - anchor["start"]:
        return "…"
    after = visible(anchor["after"]).rstrip()
    return after + ("…" if after and after[-1] not in "。；！？" else "")


def _basis(basis: Json | None, words: Words) -> str:
    if basis is None or basis["status"] in {"arithmetic", "own-words"}:
        return ""
    doubt = words["unverified"] if basis["status"] == "unverified" else ""
    return " ".join(filter(None, (basis["document"], basis["clause"], doubt)))


def _position(anchor: Json, words: Words) -> str:
    """Page, line or cell, where the format has them."""
    place = anchor["place"] or {}
    if anchor["page"] is not None:
        return words["page"].format(anchor["page"])
    if "sheet" in place:
        return visible(f"{place['sheet']}!{place.get('cell', '')}")
    if "line" in place:
        return words["line"].format(place["line"])
    return ""
