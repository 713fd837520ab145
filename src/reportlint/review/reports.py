"""One report with a page of its flags."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from reportlint.result.contract import Json
from reportlint.review.desk import Desk
from reportlint.store.flags import choices, count_flags, flags_of, tally
from reportlint.store.model import Document, Filter, StoredFlag, Verdict
from reportlint.store.results import money_of
from reportlint.writers.html.diagram import diagram
from reportlint.writers.html.spans import RANKS, marks
from reportlint.writers.html.views import ReportView, report_view
from reportlint.writers.html.wording import Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of flags: the view of the report, the flags by number, and where one is in the list.

    `query` is the filter as it stands in addresses, without the page.
    """

    view: ReportView
    flags: dict[int, StoredFlag]
    tally: dict[str, int]
    wanted: Filter
    found: int
    page: int
    pages: int
    families: list[str]
    sections: list[str]
    query: str


def sheet(desk: Desk, document: Document, asked: QueryParams, words: Words) -> Sheet:
    """The page of flags that is asked for."""
    wanted = filter_of(asked)
    found = count_flags(desk.store, document.id, wanted)
    pages = max(1, -(-found // desk.page_size))
    page = min(max(1, _number(asked.get("page", "1"))), pages)
    flags = flags_of(
        desk.store,
        document.id,
        wanted,
        lang=words.lang,
        offset=(page - 1) * desk.page_size,
        limit=desk.page_size,
    )
    families, sections = choices(desk.store, document.id)
    return Sheet(
        view=_view(desk, document, flags, words),
        flags={flag.number: flag for flag in flags},
        tally=tally(desk.store, document.id),
        wanted=wanted,
        found=found,
        page=page,
        pages=pages,
        families=families,
        sections=sections,
        query=query_of(wanted),
    )


def filter_of(asked: QueryParams) -> Filter:
    """The filter in an address; what is not understood is ignored."""
    verdict = asked.get("verdict", "")
    return Filter(
        severities=frozenset(s for s in asked.getlist("severity") if s in RANKS),
        family=asked.get("family", "")[:3],
        section=asked.get("section") if asked.get("section", "*") != "*" else None,
        verdict=Verdict(verdict) if verdict in list(Verdict) else None,
    )


def query_of(wanted: Filter) -> str:
    """A filter as it stands in addresses."""
    pairs = [("severity", rank) for rank in RANKS if rank in wanted.severities]
    if wanted.family:
        pairs.append(("family", wanted.family))
    if wanted.section is not None:
        pairs.append(("section", wanted.section))
    if wanted.verdict is not None:
        pairs.append(("verdict", wanted.verdict.value))
    return urlencode(pairs)


def contract_of(document: Document) -> Json:
    """A stored document as the JSON contract has it, without flags."""
    return {
        "path": document.path,
        "status": document.status,
        "profile": document.profile,
        "organization": document.organization,
        "year": document.year,
        "ledger": document.details["ledger"],
    }


def _view(desk: Desk, document: Document, flags: list[StoredFlag], words: Words) -> ReportView:
    numbered = [(flag.number, flag.data | {"answer": flag.answer}) for flag in flags]
    version = (document.sha256 or "")[:12]
    pictures = f"/documents/{document.id}/pages/{version}/"
    pane = desk.displays.pane(document, marks(numbered), pictures)
    money = money_of(document.details["money"])
    drawn = diagram(money) if money else None
    return report_view("r1", contract_of(document), numbered, pane, words, drawn)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 1
