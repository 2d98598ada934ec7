"""The routes of the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from newslint.server import api, languagetool
from newslint.server.desk import Desk
from newslint.server.guards import COOKIE, Access, Guard, answer, body_of
from newslint.server.limits import Limits
from newslint.server.openapi import description
from newslint.server.refusal import Refusal
from newslint.server.worker import Worker

Json = dict[str, Any]

#: The files of the page, and nothing else that lies beside them.
_ASSETS = {
    "desk.js": "text/javascript; charset=utf-8",
    "desk.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def application(
    make: Callable[[], Desk],
    *,
    limits: Limits | None = None,
    access: Access | None = None,
    origins: Sequence[str] = (),
    processes: int = 0,
) -> Starlette:
    """Make the server; `make` makes a desk in each of the processes, or here if there are none."""
    limits = limits or Limits()
    access = access or Access()
    server = _Server(Worker(make, limits, processes), limits, access)
    middleware = [Middleware(Guard, access=access)]
    if origins:
        allowed = Middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type"],
        )
        middleware.insert(0, allowed)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        server.worker.close()

    return Starlette(
        routes=server.routes(),
        middleware=middleware,
        exception_handlers={
            Refusal: _refused,
            HTTPException: _http_error,
            ClientDisconnect: _gone,
            Exception: _own_fault,
        },
        lifespan=lifespan,
    )


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return answer(error)


async def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return answer(Refusal(error.detail, error.status_code), error.headers)


async def _gone(_: Request, __: Exception) -> Response:
    return answer(Refusal("the request broke off", 400))


async def _own_fault(_: Request, error: Exception) -> Response:
    """Say that newslint is at fault, and nothing of what was sent."""
    return answer(Refusal(f"this is a fault of newslint: {type(error).__name__}", 500))


class _Server:
    """Answers requests, with a worker that checks."""

    def __init__(self, worker: Worker, limits: Limits, access: Access) -> None:
        self.worker = worker
        self._limits = limits
        self._access = access
        page = files("newslint.server") / "page"
        self._index = (page / "index.html").read_text(encoding="utf-8")
        self._assets = {name: (page / name).read_bytes() for name in _ASSETS}

    def routes(self) -> list[Route]:
        """Return every route there is."""
        return [
            Route("/", self.page),
            Route("/assets/{name}", self.asset),
            Route("/openapi.json", self.openapi),
            Route("/api/desk", self.desk),
            Route("/api/rules", self.rules),
            Route("/api/explain/{rule:path}", self.explain),
            Route("/api/check", self._json(api.check), methods=["POST"]),
            Route("/api/open", self._json(api.opened), methods=["POST"]),
            Route("/api/fix", self._json(api.fixed), methods=["POST"]),
            Route("/api/annotate", self._json(api.copy), methods=["POST"]),
            Route("/api/word", self._json(api.word), methods=["POST"]),
            Route("/api/html", self.html, methods=["POST"]),
            Route("/v2/check", self.lt_check, methods=["GET", "POST"]),
            Route("/v2/languages", self.lt_languages),
            Route("/v2/info", self.lt_info),
            Route("/v2/maxtextlength", self.lt_maxtextlength),
        ]

    async def page(self, request: Request) -> Response:
        """Serve the page; a token in the address moves into a cookie."""
        token = request.query_params.get("token", "")
        if self._access.token and token:
            response: Response = RedirectResponse("/", 303)
            secure = request.url.scheme == "https"
            response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
            return response
        text = self._index.replace("{nonce}", request.state.nonce)
        return Response(text, media_type="text/html; charset=utf-8")

    async def asset(self, request: Request) -> Response:
        """Serve a file of the page."""
        name = request.path_params["name"]
        if name not in self._assets:
            raise Refusal("there is no such page", 404)
        headers = {"Cache-Control": "no-cache"}
        return Response(self._assets[name], media_type=_ASSETS[name], headers=headers)

    async def openapi(self, _: Request) -> Response:
        """Describe the JSON API."""
        return JSONResponse(description(self._limits))

    async def desk(self, _: Request) -> Response:
        """Say what can be chosen."""
        return JSONResponse(await self.worker.run(api.desk_facts))

    async def rules(self, request: Request) -> Response:
        """List the rules of a profile."""
        choice = api.choice_of_query(request.query_params)
        return JSONResponse(await self.worker.run(partial(api.rules, choice=choice)))

    async def explain(self, request: Request) -> Response:
        """Explain a rule."""
        name = request.path_params["rule"]
        return JSONResponse(await self.worker.run(partial(api.explain, name=name)))

    def _json(self, work: Callable[..., Json]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            sent = await self._article(request)
            return JSONResponse(await self.worker.run(partial(work, sent=sent)))

        return endpoint

    async def html(self, request: Request) -> Response:
        """Check an article and answer with a report to read."""
        sent = await self._article(request)
        page = await self.worker.run(partial(api.html, sent=sent))
        return Response(page, media_type="text/html; charset=utf-8")

    async def _article(self, request: Request) -> api.Article:
        if _media_type(request) != "application/json":
            raise Refusal("send JSON, with the content type application/json", 415)
        return api.article(_decoded(await body_of(request, self._limits)), self._limits)

    async def lt_check(self, request: Request) -> Response:
        """Check a text as LanguageTool's clients ask for it."""
        given = dict(request.query_params.items())
        if request.method == "POST":
            given.update(await self._form(request))
        if self._access.token and request.method == "POST":
            self._ask_for_token(request, given)
        query = languagetool.query(given, self._limits)
        return JSONResponse(await self.worker.run(partial(languagetool.check, request=query)))

    async def _form(self, request: Request) -> dict[str, str]:
        if _media_type(request) not in ("application/x-www-form-urlencoded", ""):
            raise Refusal("send a form, application/x-www-form-urlencoded", 415)
        body = _decoded(await body_of(request, self._limits))
        try:
            return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=100))
        except ValueError:
            raise Refusal("the form has more than 100 fields") from None

    def _ask_for_token(self, request: Request, given: dict[str, str]) -> None:
        _, _, bearer = request.headers.get("authorization", "").partition(" ")
        tokens = (given.get("apiKey", ""), given.get("token", ""), bearer.strip())
        if not any(map(self._access.knows, (*tokens, request.cookies.get(COOKIE, "")))):
            raise Refusal("a token is needed: send it as 'apiKey'", 401)

    async def lt_languages(self, _: Request) -> Response:
        """List the languages that can be checked."""
        return JSONResponse(languagetool.languages())

    async def lt_info(self, _: Request) -> Response:
        """Say what this server is."""
        return JSONResponse({"software": languagetool.software()})

    async def lt_maxtextlength(self, _: Request) -> Response:
        """Say how long a text may be."""
        return PlainTextResponse(str(self._limits.text))


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("the body is not valid UTF-8") from None
