"""What stands before every request: who may ask, from where, and how much may arrive."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newslint.record import Record
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal

COOKIE = "newslint_token"
#: Names by which a browser reaches this machine: others may be a trick with the domain's address.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Access(Record):
    """Who may ask: with a token, everybody who has it; `hosts` are the names answered to."""

    token: str = ""
    hosts: tuple[str, ...] = LOOPBACK

    def knows(self, given: str) -> bool:
        """Tell whether a token is the right one, in a time that tells nothing of it."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


class Guard:
    """Answers to known names, asks for the token, and gives every response its headers."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = scope.setdefault("state", {})["nonce"] = secrets.token_urlsafe(16)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _secure(MutableHeaders(scope=message), nonce)
            await send(message)

        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, with_headers)

    def _refused(self, scope: Scope) -> Response | None:
        if self._access.hosts and _host(Headers(scope=scope)) not in self._access.hosts:
            return answer(Refusal("this server does not answer to that name", 421))
        if not self._access.token or scope["method"] == "OPTIONS":
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"))
        if self._access.knows(_token(Request(scope), query)):
            return None
        if scope["path"].startswith("/v2/") and scope["method"] == "POST":
            return None  # LanguageTool's clients send it in the form, which is read later
        return answer(
            Refusal("a token is needed: open /?token=… once, or send it as a bearer", 401)
        )


def _host(headers: Headers) -> str:
    host = headers.get("host", "").lower()
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def _token(request: Request, query: Mapping[str, list[str]]) -> str:
    """Return the token of a request: a bearer's, a cookie's, or in the address."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return given.strip()
    for name in ("token", "apiKey"):
        if name in query:
            return query[name][0]
    return request.cookies.get(COOKIE, "")


def _secure(headers: MutableHeaders, nonce: str) -> None:
    headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        f"style-src 'self' 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    headers.setdefault("Cache-Control", "no-store")


def answer(refusal: Refusal, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Write a refusal as JSON."""
    given = dict(headers or {})
    if refusal.status == 401:
        given["WWW-Authenticate"] = "Bearer"
    return JSONResponse({"error": refusal.message}, refusal.status, given)


async def body_of(request: Request, limits: Limits) -> bytes:
    """Return the body of a request; refuses one that is too long or too slow."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit():
        raise Refusal("the length of the body is no number")
    if int(length) > limits.body:
        raise _too_long(limits)
    try:
        return await asyncio.wait_for(_read(request, limits), limits.upload)
    except TimeoutError:
        raise Refusal("the body took too long to arrive", 408) from None


async def _read(request: Request, limits: Limits) -> bytes:
    pieces = []
    length = 0
    async for piece in request.stream():
        length += len(piece)
        if length > limits.body:
            raise _too_long(limits)
        pieces.append(piece)
    return b"".join(pieces)


def _too_long(limits: Limits) -> Refusal:
    return Refusal(f"the body is longer than the {limits.body:,} bytes allowed", 413)
