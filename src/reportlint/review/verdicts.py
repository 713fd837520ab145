"""Verdicts given and taken back; the page's script asks for these."""

from __future__ import annotations

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportlint.result.contract import Json
from reportlint.result.visible import visible
from reportlint.review.access import TOKEN_HEADER, Visitor, authorised
from reportlint.review.desk import Desk
from reportlint.review.pages import moment, spoken
from reportlint.review.reports import filter_of
from reportlint.review.views import wanted_document
from reportlint.store.decisions import decide, undo
from reportlint.store.flags import flags_of, numbers_of, tally
from reportlint.store.model import Document, Filter, StoredFlag, Verdict

_LONGEST_REASON = 2000
_MOST_NUMBERS = 500
"""Flags that one request names, or that an answer describes."""


def decide_flags(request: Request, asked: Json) -> Response:
    """A verdict on some flags by number, or on all that a filter leaves."""
    who, document = _judge(request), wanted_document(request)
    verdict, reason = _verdict(asked), str(asked.get("reason") or "").strip()[:_LONGEST_REASON]
    if verdict is Verdict.EXPLAINED and not reason:
        raise HTTPException(422, spoken(request, request.app.state.desk)["reason-needed"])
    chosen = _chosen(request, document, asked)
    desk: Desk = request.app.state.desk
    decide(desk.store, document.id, [flag.key for flag in chosen], verdict, reason, who.name)
    return _state(request, document, frozenset(flag.number for flag in chosen))


def undo_last(request: Request, _: Json) -> Response:
    """Take back the visitor's last verdict on this report."""
    who, document = _judge(request), wanted_document(request)
    desk: Desk = request.app.state.desk
    keys = undo(desk.store, document.id, who.name)
    return _state(request, document, numbers_of(desk.store, document.id, keys))


def _judge(request: Request) -> Visitor:
    token = request.headers.get(TOKEN_HEADER, "")
    return authorised(request, request.app.state.desk, token)


def _verdict(asked: Json) -> Verdict:
    try:
        return Verdict(asked.get("verdict", ""))
    except ValueError as error:
        raise HTTPException(422, "verdict") from error


def _chosen(request: Request, document: Document, asked: Json) -> list[StoredFlag]:
    """The flags meant: all that fit the filter `all` (as in addresses), else those numbered."""
    store = request.app.state.desk.store
    if isinstance(asked.get("all"), str):
        return flags_of(store, document.id, filter_of(QueryParams(asked["all"])))
    numbers = asked.get("numbers")
    given = numbers if isinstance(numbers, list) else []
    wanted = frozenset(n for n in given[:_MOST_NUMBERS] if isinstance(n, int) and 0 < n < 2**31)
    return flags_of(store, document.id, Filter(numbers=wanted))


def _state(request: Request, document: Document, numbers: frozenset[int]) -> Response:
    """How the flags with these numbers stand now, and what is left to do."""
    desk: Desk = request.app.state.desk
    words = spoken(request, desk)
    first = Filter(numbers=frozenset(sorted(numbers)[:_MOST_NUMBERS]))
    now = flags_of(desk.store, document.id, first)
    counts = tally(desk.store, document.id)
    changed = [_changed(flag) | {"said": words[flag.verdict.value]} for flag in now]
    return JSONResponse(
        {
            "changed": changed,
            "count": len(numbers),
            "tally": {verdict.value: counts.get(verdict.value, 0) for verdict in Verdict},
        }
    )


def _changed(flag: StoredFlag) -> Json:
    decision = flag.decision
    return {
        "number": flag.number,
        "verdict": flag.verdict.value,
        "reason": visible(decision.reason) if decision else "",
        "who": visible(decision.who) if decision else "",
        "at": moment(decision.at) if decision else "",
    }
