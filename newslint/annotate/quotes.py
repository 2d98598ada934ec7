"""Quotations: where they begin and end, and what kind they are."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from newslint.annotate.quote_kinds import looks_like_scare, looks_like_speech, looks_like_title
from newslint.annotate.quote_pairs import Pair, pair_marks
from newslint.document import Block, BlockKind, Document, Field
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_TAG = compiled(r"</?[A-Za-z][^<>]{0,500}>")


class QuoteKind(StrEnum):
    """What a pair of quotation marks does."""

    SPEECH = "speech"  # at least a clause of somebody's words
    PARTIAL = "partial"  # a few of somebody's words inside the writer's sentence
    TITLE = "title"  # the name of a work, law, ship
    SCARE = "scare"  # words held at arm's length
    BLOCK = "block"  # a block quotation, with or without marks


class Quotation(Record):
    """One quotation, its marks included in `span`.

    `parts` are the quoted words without marks, one span a paragraph it runs over. `opening` and
    `closing` are the marks as written (`closing` is empty where the quotation is never closed;
    both are where a block quotation has no marks). `depth` is 0, or 1 and more for a quotation
    within one.
    """

    span: Span
    parts: tuple[Span, ...]
    kind: QuoteKind
    opening: str
    closing: str
    depth: int = 0

    @property
    def closed(self) -> bool:
        """Tell whether the quotation has its closing mark, or needs none."""
        return bool(self.closing) or not self.opening

    @property
    def inner(self) -> Span:
        """Return the span from the first quoted character to the last, without outer marks."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def words(self, text: str) -> int:
        """Count the quoted words, as parted by white space."""
        return sum(len(part.of(text).split()) for part in self.parts)


class Quotes:
    """A document's quotations in order of position, with look-up.

    `strays` are the closing marks that close nothing.
    """

    __slots__ = ("_part_starts", "_parts", "_starts", "outer", "quotations", "strays")

    def __init__(self, quotations: Iterable[Quotation], strays: Iterable[Span] = ()) -> None:
        self.quotations = tuple(quotations)
        self.strays = tuple(strays)
        self.outer = tuple(each for each in self.quotations if each.depth == 0)
        self._starts = [each.span.start for each in self.outer]
        self._parts = [part for each in self.outer for part in each.parts]
        self._part_starts = [part.start for part in self._parts]

    def around(self, span: Span) -> Quotation | None:
        """Return the outermost quotation that holds all of `span`, marks included."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self.outer[index].span.covers(span):
            return None
        return self.outer[index]

    def gap(self, quotation: Quotation) -> Span:
        """Return the stretch around an outermost quotation in which no other one stands."""
        index = bisect_right(self._starts, quotation.span.start) - 1
        before = self.outer[index - 1].span.end if index else 0
        last = index + 1 == len(self.outer)
        return Span(before, sys.maxsize if last else self._starts[index + 1])

    def quoted(self, span: Span) -> bool:
        """Tell whether any character of `span` stands among quoted words (marks excluded)."""
        index = max(bisect_right(self._part_starts, span.start) - 1, 0)
        while index < len(self._parts) and self._parts[index].start < span.end:
            if self._parts[index].overlaps(span):
                return True
            index += 1
        return False


def quotes(document: Document) -> Quotes:
    """Find the quotations of a document."""
    text = document.text
    readable = [block for block in document.blocks if block.kind is not BlockKind.CODE]
    hidden = [*document.masked, *_tags(text)]
    found = pair_marks(text, [block.span for block in readable], hidden)
    marked = [_quotation(text, pair) for pair in found.pairs]
    strays = [Span(mark.start, mark.end) for mark in found.strays]
    block_quotes = list(_block_quotes(readable))
    if block_quotes:
        marked = _merged(block_quotes, marked)
    return Quotes(marked, strays)


def _tags(text: str) -> list[Span]:
    """Find tags left in the text: the marks around their attributes quote nobody."""
    return [Span(*match.span()) for match in _TAG.finditer(text)] if "<" in text else []


def _quotation(text: str, pair: Pair) -> Quotation:
    closing = pair.closing.text if pair.closing else ""
    kind = _kind(text, pair)
    return Quotation(pair.span, pair.parts, kind, pair.opening.text, closing, pair.depth)


def _kind(text: str, pair: Pair) -> QuoteKind:
    if len(pair.parts) > 1:
        return QuoteKind.SPEECH
    words = pair.parts[0]
    if looks_like_title(text, pair.opening.start, words):
        return QuoteKind.TITLE
    if looks_like_scare(text, pair.opening.start, words):
        return QuoteKind.SCARE
    if looks_like_speech(text, pair.opening.start, words):
        return QuoteKind.SPEECH
    return QuoteKind.PARTIAL


def _block_quotes(blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Make one quotation of each run of blocks that are set as quotations."""
    run: list[Span] = []
    for block in blocks:
        if block.kind is BlockKind.QUOTE or block.field is Field.PULLQUOTE:
            run.append(block.span)
        elif run:
            yield _block_quote(run)
            run = []
    if run:
        yield _block_quote(run)


def _block_quote(run: Sequence[Span]) -> Quotation:
    return Quotation(Span(run[0].start, run[-1].end), tuple(run), QuoteKind.BLOCK, "", "")


def _merged(block_quotes: Sequence[Quotation], marked: Sequence[Quotation]) -> list[Quotation]:
    """Put marked quotations inside block quotations one level deeper."""
    holder = Quotes(block_quotes)
    deeper = [
        each._replace(depth=each.depth + 1) if holder.around(each.span) else each for each in marked
    ]
    return sorted([*block_quotes, *deeper], key=lambda each: (each.span.start, each.depth))
