"""Attributions: for each quotation its cue, its speaker, and how the two were found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from newslint.annotate.cues import Cue, cue_after, cue_before, lead_in, tokens
from newslint.annotate.quotes import Quotation, QuoteKind, Quotes, quotes
from newslint.annotate.sentences import Sentences, sentences
from newslint.annotate.speakers import Word
from newslint.document import Document
from newslint.span import Span


class How(StrEnum):
    """Where the cue of a quotation stands."""

    SENTENCE = "sentence"  # in the quotation's own sentence
    LEAD_IN = "lead-in"  # in the paragraph before, which ends in a colon
    CARRIED = "carried"  # with an earlier quotation or sentence
    LATER = "later"  # with the quotation or sentence that follows


class Attribution(NamedTuple):
    """Who says a quotation: the words of the cue and the speaker, either of which may lack."""

    quotation: Quotation
    cue: Span | None
    speaker: Span | None
    how: How


class Attributions:
    """A document's attributions in order of their quotations, with look-up."""

    __slots__ = ("_by_start", "attributions")

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self.attributions = tuple(attributions)
        self._by_start = {each.quotation.span.start: each for each in self.attributions}

    def of(self, quotation: Quotation) -> Attribution | None:
        """Return the attribution of an outermost quotation."""
        return self._by_start.get(quotation.span.start)


def attributions(document: Document) -> Attributions:
    """Find who says each of the outermost quotations that are no titles."""
    layer = document.layer(quotes)
    if not layer.outer:
        return Attributions(())
    return Attributions(_Reader(document, layer).read())


class _Reader:
    """Reads the quotations of a document in order."""

    def __init__(self, document: Document, layer: Quotes) -> None:
        self.text = document.text
        self.outer = layer.outer
        self.blocks = [block.span for block in document.blocks]
        self.sentences: Sentences = document.layer(sentences)
        self.first_block: list[int] = []
        self.last_block: list[int] = []
        self._place()
        self.found: list[Cue | None] = []
        self.hows: list[How] = []

    def _place(self) -> None:
        """Note in which blocks each quotation begins and ends."""
        number = 0
        for quotation in self.outer:
            while self.blocks[number].end <= quotation.span.start:
                number += 1
            self.first_block.append(number)
            last = number
            while self.blocks[last].end < quotation.span.end:
                last += 1
            self.last_block.append(last)

    def read(self) -> list[Attribution]:
        """Attribute every quotation."""
        self.found = [self._own(number) for number in range(len(self.outer))]
        self.hows = [How.SENTENCE] * len(self.outer)
        for number in range(len(self.outer)):
            if self.found[number] is None:
                self._carry(number)
        for number in range(len(self.outer) - 1, -1, -1):
            if self.found[number] is None:
                self._later(number)
        return [
            Attribution(quotation, cue.span, cue.speaker, how)
            for quotation, cue, how in zip(self.outer, self.found, self.hows, strict=True)
            if cue is not None
        ]

    def _own(self, number: int) -> Cue | None:
        """Find the cue in the quotation's own sentence."""
        quotation = self.outer[number]
        if quotation.kind is QuoteKind.TITLE:
            return None
        left, right = self._left(number), self._right(number)
        before = self._before(left)
        after = cue_after(right)
        ends = self.text[quotation.inner.start : quotation.inner.end].rstrip()[-1:]
        follows = self.text[quotation.span.end : quotation.span.end + 1]
        after_first = ends in (",", "?", "!") or follows == ","
        choice = [after, before] if after_first else [before, after]
        strong = [each for each in choice if each is not None and each.strength > 1]
        weak = [each for each in choice if each is not None]
        if strong or weak:
            return (strong or weak)[0]
        return None

    def _before(self, left: Sequence[Word]) -> Cue | None:
        if left and left[-1].text == ":":
            return lead_in(left)
        return cue_before(left)

    def _left(self, number: int) -> list[Word]:
        start = self.outer[number].span.start
        block = self.blocks[self.first_block[number]]
        begin = block.start
        if number and self.last_block[number - 1] == self.first_block[number]:
            begin = self.outer[number - 1].span.end
        sentence = self.sentences.at(start)
        if sentence is not None:
            begin = max(begin, sentence.start)
        return tokens(self.text, begin, start) if begin < start else []

    def _right(self, number: int) -> list[Word]:
        quotation = self.outer[number]
        begin = quotation.span.end
        end = self.blocks[self.last_block[number]].end
        if number + 1 < len(self.outer):
            end = min(end, self.outer[number + 1].span.start)
        closing = self.sentences.at(begin - 1)
        if closing is not None and closing.end <= begin:
            inner = self.text[quotation.inner.start : quotation.inner.end].rstrip()
            if not inner.endswith(("?", "!", "—", "…")):
                return []
            closing = self.sentences.at(begin + 1)
        if closing is not None:
            end = min(end, closing.end)
        return tokens(self.text, begin, end) if begin < end else []

    def _carry(self, number: int) -> None:
        """Carry a speaker over from the quotation before."""
        if self.outer[number].kind is QuoteKind.TITLE:
            return
        block = self.first_block[number]
        if number and self.last_block[number - 1] >= block - 1 and self.found[number - 1]:
            self.found[number] = self.found[number - 1]
            self.hows[number] = How.CARRIED
            return
        if block:
            before = self.blocks[block - 1]
            if self.text[before.end - 1] == ":":
                words = self._last_sentence(block - 1)
                self.found[number] = lead_in(words)
                self.hows[number] = How.LEAD_IN

    def _last_sentence(self, block: int) -> list[Word]:
        span = self.blocks[block]
        sentence = self.sentences.at(span.end - 1)
        begin = max(span.start, sentence.start) if sentence else span.start
        return tokens(self.text, begin, span.end)

    def _later(self, number: int) -> None:
        """Take the speaker of the quotation that follows in the same paragraph."""
        if self.outer[number].kind is QuoteKind.TITLE or number + 1 >= len(self.outer):
            return
        if self.first_block[number + 1] == self.last_block[number] and self.found[number + 1]:
            self.found[number] = self.found[number + 1]
            self.hows[number] = How.LATER
