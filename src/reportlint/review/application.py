"""The addresses of the pages, and what answers them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportlint.review import forms, verdicts, views
from reportlint.review.access import Attempts, Refused, SignInNeeded
from reportlint.review.bodies import Endpoint, with_form, with_json
from reportlint.review.desk import Desk
from reportlint.review.exports import ExportError
from reportlint.review.pages import page, spoken
from reportlint.review.security import LOOPBACK, Guard, TooLargeError
from reportlint.review.uploads import TooLargeFileError
from reportlint.store import StoreError

_MULTIPART_ROOM = 1_000_000


def application(desk: Desk) -> Starlette:
    """The server over a desk, which it closes when it shuts down."""
    hosts = () if desk.auth else LOOPBACK
    most = desk.upload_bytes + _MULTIPART_ROOM
    app = Starlette(
        routes=_ROUTES,
        middleware=[Middleware(Guard, hosts=hosts, most=most)],
        exception_handlers=_HANDLERS,
        lifespan=_lifespan,
    )
    app.state.desk = desk
    app.state.attempts = Attempts()
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.desk.close()


async def _sign_in(request: Request, _: Exception) -> Response:
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/login", 303)
    return Response(status_code=401)


async def _refused(request: Request, _: Exception) -> Response:
    return _trouble(request, 403, spoken(request, request.app.state.desk)["refused"])


async def _too_large(request: Request, _: Exception) -> Response:
    return _trouble(request, 413, spoken(request, request.app.state.desk)["too-large"])


async def _store_failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreError)
    words = spoken(request, request.app.state.desk)
    return _trouble(request, 503, words["failed"].format(error.text.in_(words.lang)))


async def _not_exported(request: Request, error: Exception) -> Response:
    assert isinstance(error, ExportError)
    lang = spoken(request, request.app.state.desk).lang
    return _trouble(request, 409, error.text.in_(lang))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = spoken(request, request.app.state.desk)
    said = words["not-found"] if error.status_code == 404 else str(error.detail)
    return _trouble(request, error.status_code, said)


async def _crashed(request: Request, error: Exception) -> Response:
    words = spoken(request, request.app.state.desk)
    return _trouble(request, 500, words["failed"].format(type(error).__name__))


def _trouble(request: Request, status: int, said: str) -> Response:
    if "text/html" not in request.headers.get("accept", ""):
        return Response(said, status, media_type="text/plain; charset=utf-8")
    return page(request, request.app.state.desk, "trouble.html", None, status, said=said)


def _post(path: str, endpoint: Endpoint) -> Route:
    return Route(path, endpoint, methods=["POST"])


_HANDLERS = {
    SignInNeeded: _sign_in,
    Refused: _refused,
    TooLargeError: _too_large,
    TooLargeFileError: _too_large,
    StoreError: _store_failed,
    ExportError: _not_exported,
    HTTPException: _http_error,
    Exception: _crashed,
}

_ROUTES = [
    Route("/", views.queue_page),
    Route("/rules", views.rules_page),
    Route("/users", views.users_page),
    Route("/login", views.login_page),
    Route("/favicon.ico", views.no_icon),
    Route("/static/{name}", views.static_file),
    Route("/language/{lang}", views.choose_language),
    Route("/documents/{id:int}", views.report_page),
    Route("/documents/{id:int}/pages/{version}/{number:int}", views.page_picture),
    Route("/documents/{id:int}/history/{number:int}", views.flag_history),
    Route("/documents/{id:int}/export/{format}", views.export_one),
    Route("/export/{format}", views.export_every),
    _post("/documents/{id:int}/decisions", with_json(verdicts.decide_flags)),
    _post("/documents/{id:int}/undo", with_json(verdicts.undo_last)),
    _post("/documents/{id:int}/recheck", with_form(forms.recheck)),
    _post("/upload", with_form(forms.upload, files=50)),
    _post("/users", with_form(forms.save_user)),
    _post("/login", with_form(forms.log_in, anybody=True)),
    _post("/logout", with_form(forms.log_out)),
]
