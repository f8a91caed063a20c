"""Guards: who may ask, how much a request may hold, and what every answer says to the browser."""

from __future__ import annotations

import secrets
from typing import Final
from urllib.parse import urlsplit

from attrs import field, frozen
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from performance_rules.web.words import say, tongue

COOKIE: Final = "performance_rules"
HOME: Final = ("127.0.0.1", "localhost", "::1")
"""Names under which a machine is only its own."""

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class TooLargeError(Exception):
    """A request holds more than it may."""


@frozen
class Door:
    """Who may come in.

    Attributes:
        hosts: the names under which the server answers; empty for any, where a token is asked for.
        token: what must be known; empty where only this machine can ask.
        most: how many bytes a request may hold.
    """

    hosts: tuple[str, ...] = HOME
    token: str = field(default="", repr=False)
    most: int = 200 * 1024**2


class Guard:
    """What stands before the application: a request that may not come in never reaches it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Stand before an application."""
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        counted = _Counted(receive, self.door.most)
        dressed = _Dressed(send)
        refusal = self._refusal(HTTPConnection(scope))
        if refusal is not None:
            await refusal(scope, receive, dressed)
            return
        try:
            await self.app(scope, counted, dressed)
        except TooLargeError:
            if dressed.begun:
                raise
            answer = _refused(413, "too_large", HTTPConnection(scope))
            await answer(scope, receive, dressed)

    def _refusal(self, asked: HTTPConnection) -> Response | None:
        """Return what to answer a request that may not come in."""
        door, headers = self.door, asked.headers
        host = _host(headers.get("host", ""))
        if door.hosts and host not in door.hosts:
            return _refused(421, "wrong_host", asked)
        if asked.scope["method"] not in ("GET", "HEAD") and not _own(headers):
            return _refused(403, "elsewhere", asked)
        size = headers.get("content-length", "0")
        if not (size.isascii() and size.isdigit()) or int(size) > door.most:
            return _refused(413, "too_large", asked)
        return self._stranger(asked) if door.token else None

    def _stranger(self, asked: HTTPConnection) -> Response | None:
        """Return what to answer somebody who does not know the token."""
        door = self.door
        kind, _, given = asked.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and _same(given, door.token):
            return None
        if _same(asked.cookies.get(COOKIE, ""), door.token):
            return None
        if _same(asked.query_params.get("token", ""), door.token):
            # The token goes from the address into a cookie, so that it is in no history and no log.
            answer = RedirectResponse(asked.url.path, 303)
            answer.set_cookie(COOKIE, door.token, httponly=True, samesite="strict")
            return answer
        refusal = _refused(401, "no_token", asked)
        refusal.headers["WWW-Authenticate"] = "Bearer"
        return refusal


class _Counted:
    """What comes in, up to a size."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive, self.left = receive, most

    async def __call__(self) -> Message:
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise TooLargeError
        return message


class _Dressed:
    """What goes out, with the headers that every answer has."""

    def __init__(self, send: Send) -> None:
        self.send, self.begun = send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await self.send(message)


def _refused(status: int, key: str, asked: HTTPConnection) -> Response:
    return PlainTextResponse(say(tongue(asked), key) + "\n", status)


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode(), wanted.encode())


def _own(headers: Headers) -> bool:
    """Whether a request that changes something comes from our own page, or from a program."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
    return urlsplit(origin).netloc == headers.get("host")


def _host(value: str) -> str:
    """Return the name in a header ``Host``, without its port."""
    try:
        return urlsplit(f"//{value}").hostname or ""
    except ValueError:
        return ""
