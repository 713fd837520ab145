"""Forms: files sent in, users, signing in and out."""

from __future__ import annotations

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportlint.review.access import COOKIE, Attempts, Refused, Visitor, authorised, same_site
from reportlint.review.desk import Desk
from reportlint.review.pages import page, spoken
from reportlint.review.uploads import receive
from reportlint.review.views import wanted_document
from reportlint.store.users import (
    SESSION_HOURS,
    Role,
    add_user,
    set_active,
    sign_in,
    sign_out,
)


def recheck(request: Request, form: FormData) -> Response:
    """Check the file again; decisions stay."""
    _judge(request, form)
    document = wanted_document(request)
    desk: Desk = request.app.state.desk
    desk.intake.take(document.location, document.path)
    return RedirectResponse(f"/documents/{document.id}", 303)


def upload(request: Request, form: FormData) -> Response:
    """Files sent in: kept and checked; one leads to its report, several to the queue."""
    _judge(request, form)
    desk: Desk = request.app.state.desk
    sent = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
    files = [(file.filename, file.file) for file in sent if file.filename]
    ids = [id for name, content in files for id in receive(desk, name, content)]
    return RedirectResponse(f"/documents/{ids[0]}" if len(ids) == 1 else "/", 303)


def save_user(request: Request, form: FormData) -> Response:
    """A new user, a new password, or a user shut out or let in; for administrators."""
    who = _judge(request, form)
    if not who.is_admin:
        raise Refused
    desk: Desk = request.app.state.desk
    name = _field(form, "name")
    if "active" in form:
        set_active(desk.store, name, _field(form, "active") == "yes" or name == who.name)
    else:
        role = Role.ADMIN if _field(form, "role") == Role.ADMIN else Role.REVIEWER
        add_user(desk.store, name, _field(form, "password"), role)
    return RedirectResponse("/users", 303)


def log_in(request: Request, form: FormData) -> Response:
    """Name and password against a session."""
    desk: Desk = request.app.state.desk
    attempts: Attempts = request.app.state.attempts
    name = _field(form, "name")
    if not desk.auth or not same_site(request):
        raise Refused
    if attempts.too_many(name):
        return _again(request, 429, "too-many-attempts")
    token = sign_in(desk.store, name, _field(form, "password"))
    if token is None:
        attempts.fail(name)
        return _again(request, 401, "wrong-password")
    attempts.succeed(name)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(SESSION_HOURS * 3600),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


def log_out(request: Request, form: FormData) -> Response:
    """End the session."""
    _judge(request, form)
    desk: Desk = request.app.state.desk
    sign_out(desk.store, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _judge(request: Request, form: FormData) -> Visitor:
    return authorised(request, request.app.state.desk, _field(form, "csrf"))


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _again(request: Request, status: int, key: str) -> Response:
    desk: Desk = request.app.state.desk
    said = spoken(request, desk)[key]
    return page(request, desk, "login.html", None, status, trouble=said)
