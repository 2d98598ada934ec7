"""Quotations: where they begin and end, and what kind they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from newslint.document import Document
from newslint.span import Span


class QuoteKind(StrEnum):
    """What a pair of quotation marks does."""

    SPEECH = "speech"  # at least a clause of somebody's words
    PARTIAL = "partial"  # a few of somebody's words inside the writer's sentence
    TITLE = "title"  # the name of a work, law, ship
    SCARE = "scare"  # words held at arm's length
    BLOCK = "block"  # a block quotation, with or without marks


class Quotation(NamedTuple):
    """One quotation, its marks included in `span`.

    `parts` are the quoted words without marks, one span a paragraph it runs over. `opening` and
    `closing` are the marks as written (`closing` is empty where the quotation is never closed).
    `depth` is 0, or 1 and more for a quotation within one.
    """

    span: Span
    parts: tuple[Span, ...]
    kind: QuoteKind
    opening: str
    closing: str
    depth: int = 0


class Quotes:
    """A document's quotations in order of position, with look-up."""

    __slots__ = ("_starts", "outer", "quotations")

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self.quotations = tuple(quotations)
        self.outer = tuple(each for each in self.quotations if each.depth == 0)
        self._starts = [each.span.start for each in self.outer]

    def around(self, span: Span) -> Quotation | None:
        """Return the outermost quotation that holds all of `span`, marks included."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self.outer[index].span.covers(span):
            return None
        return self.outer[index]

    def quoted(self, span: Span) -> bool:
        """Tell whether any character of `span` stands among quoted words (marks excluded)."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self.outer) and self.outer[index].span.start < span.end:
            if any(part.overlaps(span) for part in self.outer[index].parts):
                return True
            index += 1
        return False


def quotes(document: Document) -> Quotes:
    """Find the quotations of a document."""
    return Quotes(())
