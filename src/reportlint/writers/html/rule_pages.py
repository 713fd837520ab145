"""The rules' own pages, for whoever asks what a code means."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.rules import find_rule


def rule_pages(codes: Iterable[str], lang: str) -> dict[str, str]:
    """The page of each rule by code; English readers get its title in English above it."""
    found = ((code, find_rule(code)) for code in sorted(set(codes)))
    return {
        code: f"{code} {rule.name}\n" + (f"{rule.title_en}\n\n" if lang == "en" else "") + rule.page
        for code, rule in found
        if rule is not None
    }
