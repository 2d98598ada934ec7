"""Letters that were read in the wrong encoding, and codes left undecoded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The check needs none."""


# UTF-8 read as Windows-1252 (or Latin-1) gives one of these and then a sign or control character.
_SIGNS = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BROKEN = rf"[ÂÃÅÄ][{_SIGNS}]|â(?:€[{_SIGNS}]?|[\u0080-\u0084†][{_SIGNS}])|ï¿½|\ufffd"
_CODE = (
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|eacute|#\d{2,5}|#x[\da-fA-F]{2,4});"
)


class Mojibake(PatternCheck[Parameters]):
    """Report words with broken letters, or with the codes of a web page."""

    kind = "mojibake"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "meant"})

    def patterns(self) -> Sequence[Pattern]:
        """Return the sequences that no language writes."""
        return [Pattern(_BROKEN, "broken", ignore_case=False), Pattern(_CODE, "code")]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report each word once and offer what was meant where that can be told."""
        end = -1
        for match in matches:
            if match.span.start < end:
                continue
            span = _word(document.text, match.span)
            end = span.end
            found = span.of(document.text)
            meant = repaired(found)
            values = {"found": found, "replacement": meant or found}
            values["meant"] = f"write “{meant}”" if meant else "find out what was meant"
            yield Hit(span, values, replacement=meant or None)


_EDGE = compiled(
    r"[\s\ufffc]",
)
_REST = compiled(
    _BROKEN,
)


def _word(text: str, span: Span) -> Span:
    """Widen a span to the white space on both sides."""
    start, end = span
    while start > 0 and not _EDGE.match(text[start - 1]):
        start -= 1
    while end < len(text) and not _EDGE.match(text[end]):
        end += 1
    return Span(start, end)


def repaired(word: str) -> str:
    """Return what a broken word was meant to be, or an empty string where that is lost."""
    word = unescape(word)
    for _ in range(3):
        if not _REST.search(word):
            return word
        better = _read_again(word)
        if not better or better == word:
            return ""
        word = better
    return ""


def _read_again(word: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""
