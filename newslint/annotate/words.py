"""The one pass over the text that every other layer reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.document import Document, may_hold_addresses
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Token(Record):
    """A word, number or mark, in the document's text.

    `kind` is `word`, `number`, `url` or `mark`; `block` is the number of the block it stands in.
    Inner apostrophes, hyphens and ampersands and the dots of "U.S." belong to the word, inner
    commas, dots and colons and an ordinal's ending to the number.
    """

    start: int
    end: int
    text: str
    kind: str
    block: int

    @property
    def span(self) -> Span:
        """Return the token's place."""
        return Span(self.start, self.end)

    @property
    def capitalised(self) -> bool:
        """Tell whether the first letter is a capital."""
        return self.text[:1].isupper()


class Words:
    """A document's tokens, with look-up by offset."""

    __slots__ = ("_numbers", "_starts", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self._numbers: dict[str, list[int]] = {}
        self._starts = [token.start for token in tokens]

    def at(self, offset: int) -> int:
        """Return the number of the first token that ends after `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and self.tokens[index].end > offset else index + 1

    def within(self, span: Span) -> list[Token]:
        """Return the tokens that start inside `span`."""
        first = bisect_left(self._starts, span.start)
        return self.tokens[first : bisect_left(self._starts, span.end, first)]

    def spelled(self, text: str) -> list[int]:
        """Return the numbers of the tokens that are `text`, letter by letter, in order."""
        return [number for number in self.in_any_case(text) if self.tokens[number].text == text]

    def in_any_case(self, text: str) -> Sequence[int]:
        """Return the numbers of the tokens that are `text` in whatever capitals, in order."""
        if not self._numbers:
            for number, token in enumerate(self.tokens):
                self._numbers.setdefault(token.text.lower(), []).append(number)
        return self._numbers.get(text.lower(), ())


_ADDRESS = (
    r"(?P<url>https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+)|"
)
_OTHER = (
    r"(?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W\d_]))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&][^\W_]+|[-‐‑](?=\w)[^\W_]+)*)"
    r"|(?P<mark>\.{2,}|-{2,}|''|``|[^\w\s]|_)"
)
_TOKEN = compiled(_OTHER)
_TOKEN_OR_ADDRESS = compiled(_ADDRESS + _OTHER)


def words(document: Document) -> Words:
    """Split the text into words, numbers and marks."""
    tokens: list[Token] = []
    text = document.text
    # Looking for addresses reads every word twice.
    finditer = (_TOKEN_OR_ADDRESS if may_hold_addresses(text) else _TOKEN).finditer
    for number, block in enumerate(document.blocks):
        tokens += [
            Token(match.start(), match.end(), match.group(), match.lastgroup or "", number)
            for match in finditer(text, block.span.start, block.span.end)
        ]
    return Words(tokens)


#: Endings that make a word an owner.
OWNER = ("'s", "’s", "'", "’")


def without_owner(text: str) -> str:
    """Return a word without the ending that makes it an owner."""
    return next((text[: -len(each)] for each in OWNER if text.endswith(each)), text)


_FIRST = compiled(r"\w[\w'’-]*")


def first_word(text: str, span: Span) -> Span:
    """Return the first word of a stretch of text: where a finding about its lack is anchored."""
    match = _FIRST.search(text, *span)
    return Span(*match.span()) if match else Span(span.start, min(span.start + 1, span.end))
