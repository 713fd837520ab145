"""One report as the page's template takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlint.profiles import load_profiles
from reportlint.result.contract import Json
from reportlint.result.visible import visible
from reportlint.writers.html.cards import Card, cards, families, sections
from reportlint.writers.html.diagram import Diagram
from reportlint.writers.html.pane import Pane
from reportlint.writers.html.spans import RANKS
from reportlint.writers.html.wording import Words

Numbered = Sequence[tuple[int, Json]]
"""Flags of the JSON contract with the numbers they are shown under."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What stands on the page of one report. `key` makes its element ids unique."""

    key: str
    file: str
    about: tuple[str, ...]
    state: str
    ledger: Json
    done: str
    reached: str
    rules_line: str
    pane: Pane
    cards: Sequence[Card]
    counts: Mapping[str, int]
    total: int
    families: Sequence[str]
    sections: Sequence[str]
    diagram: Diagram | None


def numbered(flags: Sequence[Json]) -> list[tuple[int, Json]]:
    """Flags with their numbers from 1."""
    return list(enumerate(flags, 1))


def report_view(
    key: str,
    document: Json,
    flags: Numbered,
    pane: Pane,
    words: Words,
    diagram: Diagram | None = None,
) -> ReportView:
    """The view of a `document` of the JSON contract with some of its flags."""
    shown = cards(flags, words)
    counts = Counter(card.severity for card in shown)
    done, reached = _shares(document["ledger"])
    return ReportView(
        key=key,
        file=visible(document["path"].rpartition("/")[2]),
        about=tuple(_about(document, words)),
        state="" if document["status"] == "checked" else words[document["status"]],
        ledger=document["ledger"],
        done=done,
        reached=reached,
        rules_line=_rules_line(document["ledger"], words),
        pane=pane,
        cards=shown,
        counts={rank: counts[rank] for rank in RANKS},
        total=len(shown),
        families=families(shown),
        sections=sections(shown),
        diagram=diagram,
    )


def _about(document: Json, words: Words) -> list[str]:
    year = document["year"]
    return [
        part
        for part in (
            visible(document["organization"] or ""),
            words["year"].format(year) if year else "",
            kind_of_report(document["profile"], words.lang),
        )
        if part
    ]


def kind_of_report(name: str | None, lang: str) -> str:
    """The title of a profile, its name where it is not one of ours, "" for None."""
    profile = load_profiles(()).get(name) if name else None
    if profile is None:
        return name or ""
    return profile.title_en if lang == "en" else profile.title_zh


def _shares(ledger: Json) -> tuple[str, str]:
    """Percent of the figures that were recomputed, and those with the ones not assessable."""
    figures = max(1, ledger["figures"])
    done, reached = ledger["checked"], ledger["checked"] + ledger["not_assessable"]
    return str(100 * done // figures), str(100 * reached // figures)


def _rules_line(ledger: Json, words: Words) -> str:
    counts = Counter(rule["outcome"] for rule in ledger["rules"])
    kinds = (counts["flagged"], counts["clean"], counts["not-applicable"])
    line = words["rules-line"].format(len(ledger["rules"]), *kinds)
    return line + (words["rules-failed"].format(counts["failed"]) if counts["failed"] else "")
