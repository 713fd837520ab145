"""What is only looked at. Each runs in a thread of its own: the store and the files may be slow."""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportlint.result.visible import visible
from reportlint.review.access import Refused, visitor
from reportlint.review.desk import Desk
from reportlint.review.exports import FORMATS, Download, export, export_all
from reportlint.review.pages import LANGUAGE_COOKIE, PACKAGE, moment, page, spoken
from reportlint.review.reports import sheet
from reportlint.store.decisions import history
from reportlint.store.documents import after_in_queue, count_documents, document_of, queue
from reportlint.store.flags import flags_of, rule_records
from reportlint.store.model import Document
from reportlint.store.users import Role, all_users
from reportlint.writers.html.rendering import PACKAGE as WRITER
from reportlint.writers.html.rule_pages import rule_pages
from reportlint.writers.html.wording import LANGUAGES

_STATIC = {
    "viewer.css": (WRITER, "text/css"),
    "viewer.js": (WRITER, "text/javascript"),
    "review.css": (PACKAGE, "text/css"),
    "review.js": (PACKAGE, "text/javascript"),
}


def queue_page(request: Request) -> Response:
    """Reports by the weight of their open flags."""
    desk: Desk = request.app.state.desk
    who = visitor(request, desk)
    words = request.query_params.get("q", "")[:200]
    total = count_documents(desk.store, words)
    pages = max(1, -(-total // desk.page_size))
    number = request.query_params.get("page", "1")
    current = min(int(number), pages) if number.isdecimal() and number != "0" else 1
    shown = queue(desk.store, words, (current - 1) * desk.page_size, desk.page_size)
    return page(
        request,
        desk,
        "queue.html",
        who,
        documents=shown,
        words=words,
        page=current,
        pages=pages,
        progress=desk.intake.progress,
        megabytes=desk.upload_bytes // 1_000_000,
    )


def report_page(request: Request) -> Response:
    """One report beside its flags."""
    desk: Desk = request.app.state.desk
    who = visitor(request, desk)
    document = wanted_document(request)
    words = spoken(request, desk)
    found = sheet(desk, document, request.query_params, words)
    return page(
        request,
        desk,
        "review.html",
        who,
        document=document,
        sheet=found,
        v=found.view,
        rules=rule_pages((card.code for card in found.view.cards), words.lang),
        formats=FORMATS,
        following=after_in_queue(desk.store, document.id),
    )


def page_picture(request: Request) -> Response:
    """A page of a printed report."""
    desk: Desk = request.app.state.desk
    visitor(request, desk)
    found = desk.displays.picture(wanted_document(request), request.path_params["number"])
    if found is None:
        raise HTTPException(404)
    kind, content = found
    return Response(content, media_type=kind, headers={"Cache-Control": "private, max-age=86400"})


def flag_history(request: Request) -> Response:
    """Everything that was decided on a flag."""
    desk: Desk = request.app.state.desk
    visitor(request, desk)
    document, number = wanted_document(request), request.path_params["number"]
    found = [f for f in flags_of(desk.store, document.id) if f.number == number]
    if not found:
        raise HTTPException(404)
    words = spoken(request, desk)
    return JSONResponse(
        [
            {
                "verdict": words[d.verdict.value],
                "reason": visible(d.reason),
                "who": visible(d.who),
                "at": moment(d.at),
            }
            for d in history(desk.store, document.id, found[0].key)
        ]
    )


def rules_page(request: Request) -> Response:
    """How often the flags of each rule were dismissed."""
    desk: Desk = request.app.state.desk
    who = visitor(request, desk)
    return page(request, desk, "rules.html", who, records=rule_records(desk.store))


def users_page(request: Request) -> Response:
    """Who may sign in; for administrators."""
    desk: Desk = request.app.state.desk
    who = visitor(request, desk)
    if not who.is_admin:
        raise Refused
    return page(request, desk, "users.html", who, users=all_users(desk.store), roles=list(Role))


def login_page(request: Request) -> Response:
    """Name and password."""
    desk: Desk = request.app.state.desk
    if not desk.auth:
        return RedirectResponse("/", 303)
    return page(request, desk, "login.html", None, trouble="")


def export_one(request: Request) -> Response:
    """One report as a file."""
    desk: Desk = request.app.state.desk
    visitor(request, desk)
    document, format = wanted_document(request), request.path_params["format"]
    try:
        return _download(export(desk, document, format, spoken(request, desk)))
    except KeyError as error:
        raise HTTPException(404) from error


def export_every(request: Request) -> Response:
    """All reports as one file."""
    desk: Desk = request.app.state.desk
    visitor(request, desk)
    if request.path_params["format"] != "xlsx":
        raise HTTPException(404)
    return _download(export_all(desk, "xlsx", spoken(request, desk)))


def static_file(request: Request) -> Response:
    """Our style sheets and scripts."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    package, kind = _STATIC[name]
    content = (files(package) / "static" / name).read_bytes()
    return Response(content, media_type=kind, headers={"Cache-Control": "no-cache"})


def no_icon(_: Request) -> Response:
    """Browsers ask for it; there is none."""
    return Response(status_code=204)


def choose_language(request: Request) -> Response:
    """Remember a language, and go back to where one came from."""
    came_from = urlsplit(request.headers.get("referer", ""))
    path = came_from.path if came_from.netloc == request.headers.get("host") else "/"
    query = f"?{came_from.query}" if came_from.query and path != "/" else ""
    answer = RedirectResponse("/" + path.lstrip("/") + query, 303)
    lang = request.path_params["lang"]
    if lang in LANGUAGES:
        year = 365 * 24 * 3600
        answer.set_cookie(LANGUAGE_COOKIE, lang, max_age=year, httponly=True, samesite="strict")
    return answer


def wanted_document(request: Request) -> Document:
    """The document that the address names. Raises `HTTPException` 404."""
    desk: Desk = request.app.state.desk
    found = document_of(desk.store, request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return found


def _download(file: Download) -> Response:
    named = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.content, media_type=file.type, headers={"Content-Disposition": named})
