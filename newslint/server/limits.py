"""How much one request, and all of them together, may ask for."""

from __future__ import annotations

from newslint.record import Record


class Limits(Record):
    """The limits of a server.

    `body` is in bytes, `unpacked` in bytes of what a zipped document holds, `text` in characters of
    an article, `depth` in nested levels of JSON.
    `seconds` is what a check may take, waiting included, and `upload` what a body may take to
    arrive. `waiting` requests may stand in line; `connections` may be open.
    """

    body: int = 4_000_000
    unpacked: int = 20_000_000
    text: int = 200_000
    depth: int = 64
    seconds: float = 20.0
    upload: float = 15.0
    waiting: int = 64
    connections: int = 256
