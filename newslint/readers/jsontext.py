"""JSON whose strings know where they stand in the file."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]

from newslint.document import TextBuilder
from newslint.readers.base import Extract
from newslint.span import Span


class Located(str):
    """A decoded JSON string and the span of the source between its quotation marks."""

    __slots__ = ("span",)
    span: Span

    @classmethod
    def at(cls, value: str, span: Span) -> Located:
        """Make a string that was read from `span`."""
        located = cls(value)
        located.span = span
        return located


class _Decoder(json.JSONDecoder):
    """The standard decoder, but for strings, which keep their place."""

    def __init__(self) -> None:
        super().__init__()
        # The scanner in C knows nothing of `parse_string`; the one in Python asks for it, and
        # strings themselves are still scanned in C.
        self.parse_string = _located_string
        self.scan_once = py_make_scanner(self)


def _located_string(text: str, start: int, strict: bool = True) -> tuple[str, int]:
    value, end = scanstring(text, start, strict)
    return Located.at(value, Span(start, end - 1)), end


def decode_json(text: str) -> object:
    """Decode JSON; string values are `Located`, with offsets in `text`.

    Raises json.JSONDecodeError, or RecursionError where it is nested too deeply.
    """
    return _Decoder().decode(text)


_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_REPLACEMENT = "\ufffd"


def extract(source: str, value: Located, shift: int = 0) -> Extract:
    """Return the text of a string value with its way back to the source.

    `shift` is where in `source` the decoded JSON began.
    """
    start, end = value.span.shift(shift)
    builder = TextBuilder()
    for match in _ESCAPE.finditer(source, start, end):
        builder.literal(source[start : match.start()], start)
        builder.derived(_unescaped(match.group()), Span(*match.span()))
        start = match.end()
    builder.literal(source[start:end], start)
    return Extract(*builder.build())


def _unescaped(escape: str) -> str:
    kind = escape[1]
    if kind != "u":
        return _SIMPLE.get(kind, kind)
    if len(escape) > 6:
        high, low = int(escape[2:6], 16), int(escape[8:12], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    code = int(escape.removeprefix("\\u"), base=16)
    # Half a surrogate pair is no character, and could not be printed. A NUL would be none either.
    return _REPLACEMENT if 0xD800 <= code < 0xE000 or code == 0 else chr(code)
