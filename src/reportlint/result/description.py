"""A flag in words, for every output that people read. Nothing here is escaped for a format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlint.result import words
from reportlint.result.model import (
    Anchor,
    BasisStatus,
    Evidence,
    Flag,
    Ledger,
    Outcome,
    Severity,
    Text,
)

SHOWN_EVIDENCE = 8
"""More passages than this are counted, not listed."""


def details(flag: Flag, lang: str) -> Iterator[tuple[str, str]]:
    """Label and text of all that stands below a flag's message; what is empty is left out."""
    rows = (
        (words.WORKING, flag.working_in(lang)),
        (words.EXPECTED, flag.expected or ""),
        (words.EVIDENCE, evidence_words(flag.evidence, lang)),
        (words.CANDIDATES, "、".join(anchor.quote for anchor in flag.candidates)),
        (words.ADVICE, flag.advice.in_(lang)),
        (words.ALSO, ", ".join(flag.also)),
        (words.WHERE, where_words(flag.anchor)),
        (words.BASIS, basis_words(flag, lang)),
        (words.ANSWER, flag.answer or ""),
        (words.SUPPRESSED, flag.suppressed or ""),
    )
    return ((label.in_(lang), text) for label, text in rows if text)


def severity_words(flag: Flag, lang: str) -> str:
    """错误, 警告 or 提示."""
    return words.SEVERITIES[flag.severity or Severity.INFO].in_(lang)


def where_words(anchor: Anchor) -> str:
    """The heading path, and the labels of a cell."""
    return " › ".join(filter(None, anchor.where))


def position_words(anchor: Anchor, lang: str) -> str:
    """Page, line or cell of the file, where its format has them."""
    page, part = anchor.place.page, anchor.place.part or {}
    if page is not None:
        return f"p. {page}" if lang == "en" else f"第{page}页"
    if "line" in part:
        return f"line {part['line']}" if lang == "en" else f"第{part['line']}行"
    if "sheet" in part:
        return f"{part['sheet']}!{part.get('cell', '')}"
    return ""


def evidence_words(evidence: Sequence[Evidence], lang: str) -> str:
    """The words a flag rests on, those of one role together."""
    shown = groupby(evidence[:SHOWN_EVIDENCE], key=lambda e: e.role)
    groups = [_of_one_role(role, list(found), lang) for role, found in shown]
    more = len(evidence) - SHOWN_EVIDENCE
    if more > 0:
        groups.append(f"+{more}" if lang == "en" else f"另 {more} 处")
    return ("; " if lang == "en" else "；").join(groups)


def _of_one_role(role: str, evidence: Sequence[Evidence], lang: str) -> str:
    known = words.ROLES.get(role)
    label = known.in_(lang) if known else role
    quotes = (", " if lang == "en" else "、").join(e.anchor.quote or "—" for e in evidence)
    if not label:
        return quotes
    return f"{quotes} ({label})" if lang == "en" else f"{quotes}（{label}）"


def basis_words(flag: Flag, lang: str) -> str:
    """The regulation, with its status if it is not verified; nothing for arithmetic."""
    basis = flag.basis
    if basis is None or basis.status in {BasisStatus.ARITHMETIC, BasisStatus.OWN_WORDS}:
        return ""
    tail = ""
    if basis.status is BasisStatus.UNVERIFIED:
        remark = words.BASES[basis.status].in_(lang)
        tail = f" ({remark})" if lang == "en" else f"（{remark}）"
    return f"{basis.document} {basis.clause}".strip() + tail


def family_words(code: str, lang: str) -> str:
    """The family of a rule's code; the three letters for one that has no name."""
    return words.FAMILIES.get(code[:3], Text(code[:3], code[:3])).in_(lang)


def counted(flags: Iterable[Flag]) -> Counter[Severity]:
    """How many flags of each severity; suppressed ones do not count."""
    return Counter(flag.severity or Severity.INFO for flag in flags if not flag.suppressed)


def counts_words(flags: Iterable[Flag], lang: str) -> str:
    """Flags by severity in one phrase."""
    counts = counted(flags)
    parts = (count_words(counts[severity], severity, lang) for severity in Severity)
    return (", " if lang == "en" else "，").join(parts)


def count_words(number: int, severity: Severity, lang: str) -> str:
    """`3 个错误`, `1 error`."""
    word = words.SEVERITIES[severity].in_(lang)
    if lang != "en":
        return f"{number} 个{word}"
    return f"{number} {word}" + ("" if number == 1 or severity is Severity.INFO else "s")


def figures_words(ledger: Ledger, lang: str) -> str:
    """What became of the figures."""
    if lang == "en":
        return (
            f"{ledger.figures} figures: {ledger.checked} recomputed, {ledger.not_assessable} "
            f"not assessable, {ledger.unrelated} unrelated."
        )
    return (
        f"{ledger.figures} 个数字：{ledger.checked} 个已核算，"
        f"{ledger.not_assessable} 个条件不足无法核算，{ledger.unrelated} 个与其他数字无关联。"
    )


def rules_words(ledger: Ledger, lang: str) -> str:
    """What became of the rules."""
    outcomes = Counter(rule.outcome for rule in ledger.rules)
    flagged, clean = outcomes[Outcome.FLAGGED], outcomes[Outcome.CLEAN]
    idle, failed = outcomes[Outcome.NOT_APPLICABLE], outcomes[Outcome.FAILED]
    if lang == "en":
        tail = f", {failed} failed" if failed else ""
        counted = f"{flagged} flagged, {clean} clean, {idle} not applicable{tail}"
        return f"{len(ledger.rules)} rules: {counted}."
    tail = f"，{failed} 条运行失败" if failed else ""
    counted = f"{flagged} 条报出，{clean} 条无误，{idle} 条不适用{tail}"
    return f"{len(ledger.rules)} 条规则：{counted}。"
