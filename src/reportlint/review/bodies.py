"""What is sent with a request, read before the answer is worked out in a thread."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportlint.result.contract import Json
from reportlint.review.access import visitor

Endpoint = Callable[[Request], Awaitable[Response]]

_MOST_FIELDS = 20


def with_form(
    answer: Callable[[Request, FormData], Response], *, files: int = 0, anybody: bool = False
) -> Endpoint:
    """An endpoint that answers a form. Nothing is read from who is not signed in."""

    async def endpoint(request: Request) -> Response:
        if not anybody:
            await run_in_threadpool(visitor, request, request.app.state.desk)
        async with request.form(max_files=files, max_fields=_MOST_FIELDS) as form:
            return await run_in_threadpool(answer, request, form)

    return endpoint


def with_json(answer: Callable[[Request, Json], Response]) -> Endpoint:
    """An endpoint that answers a JSON object; anything else is a bad request."""

    async def endpoint(request: Request) -> Response:
        await run_in_threadpool(visitor, request, request.app.state.desk)
        try:
            asked = json.loads(await request.body() or b"{}")
        except ValueError as error:
            raise HTTPException(400, "JSON") from error
        if not isinstance(asked, dict):
            raise HTTPException(400, "JSON")
        return await run_in_threadpool(answer, request, asked)

    return endpoint
