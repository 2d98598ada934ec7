"""Attributions: for each quotation its cue, its speaker, and how the two were found."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from newslint.annotate.cue_phrases import Cue, asked_of, owner, words_given
from newslint.annotate.cues import cue_after, cue_before, cue_in, lead_in, leads_straight
from newslint.annotate.narration import Narration
from newslint.annotate.quotes import Quotation, Quotes, quotes
from newslint.document import Document
from newslint.record import Record
from newslint.span import Span

_WEAK = 1
_FAR = 8  # quotations looked back on; more would make a page of marks slow


class How(StrEnum):
    """Where the cue of a quotation stands."""

    SENTENCE = "sentence"  # in the quotation's own sentence
    LEAD_IN = "lead-in"  # in the paragraph before, which ends in a colon
    CARRIED = "carried"  # with an earlier quotation or sentence
    LATER = "later"  # with the quotation or sentence that follows


class Attribution(Record):
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
        self.narration = Narration(document, layer)
        self.quoted = self.narration.quoted
        self.found: list[Cue | None] = [None] * len(self.quoted)
        self.hows = [How.SENTENCE] * len(self.quoted)

    def read(self) -> list[Attribution]:
        """Attribute every quotation."""
        numbers = range(len(self.quoted))
        for number in numbers:
            self.found[number] = self._own(number)
        for number in numbers:
            if self.found[number] is None:
                self._set(number, *self._earlier(number))
        for number in reversed(numbers):
            if self.found[number] is None:
                self._set(number, *self._later(number))
        return [
            Attribution(quotation, cue.span, cue.speaker, how)
            for quotation, cue, how in zip(self.quoted, self.found, self.hows, strict=True)
            if cue is not None
        ]

    def _set(self, number: int, cue: Cue | None, how: How) -> None:
        self.found[number], self.hows[number] = cue, how

    def _own(self, number: int) -> Cue | None:
        """Find the cue in the quotation's own sentence."""
        ends = self.narration.ends(number)
        behind = self.narration.after(number)
        leading = self.narration.before(number)
        before = cue_before(leading)
        after = cue_after(behind)
        if ends == "," and not behind and before is not None and before.strength == _WEAK:
            return None  # the comma promises a cue that does not come
        trails = ends in (",", "?", "!") and not leads_straight(leading, before)
        choice = [after, before] if trails else [before, after]
        present = [each for each in choice if each is not None]
        touches = before is not None and leading[-1].end == before.span.end
        if touches and leading[-1].text.isalpha() and behind:
            return before  # “what Park called “the old order”, the club …”
        strong = [each for each in present if each.strength > _WEAK]
        chosen = strong or present
        if chosen:
            return chosen[0]
        return (
            self.narration.named_inside(number)
            or self.narration.label(number)
            or self.narration.cited(number)
            or self.narration.closing_credit(number)
            or cue_before(self.narration.lost_end(number))
            or (owner(leading) if self.narration.capital(number) else None)
        )

    def _earlier(self, number: int) -> tuple[Cue | None, How]:
        """Carry a speaker over from the sentence, quotation or paragraph before."""
        same = self._previous(number, 0)
        if self.narration.ends(number) == ",":
            return same, How.CARRIED  # the comma promises a cue of its own
        words, end = self.narration.sentence_before(number)
        cue = cue_in(words) or (asked_of(words) if end == "?" else None)
        if cue is not None:
            return cue, How.CARRIED
        if same is not None or self._follows_another(number):
            return same, How.CARRIED
        led_in = self.narration.led_in_by(number)
        if led_in:
            return lead_in(led_in), How.LEAD_IN
        previous = self._previous(number, 1 + self.narration.aside_before(number))
        if previous is None and self.narration.stands_alone(number):
            previous = cue_in(self.narration.end_of_block_before(number), loose=True)
        if previous is None and self.narration.opens_block(number):
            previous = words_given(self.narration.end_of_block_before(number))
        return previous, How.CARRIED

    def _previous(self, number: int, blocks: int) -> Cue | None:
        """Return the cue of the last attributed quotation, at most so many blocks before."""
        first = self.narration.first_block[number] - blocks
        for other in range(number - 1, max(-1, number - _FAR), -1):
            if self.narration.last_block[other] < first:
                return None
            if self.found[other] is not None:
                return self.found[other]
        return None

    def _follows_another(self, number: int) -> bool:
        """Tell whether another quotation stands before this one in its paragraph."""
        block = self.narration.first_block[number]
        return number > 0 and self.narration.last_block[number - 1] == block

    def _later(self, number: int) -> tuple[Cue | None, How]:
        """Take the speaker of what follows: a quotation, or a line that names somebody."""
        after = number + 1
        if after < len(self.quoted) and self.hows[after] is How.SENTENCE:
            adjoins = self.narration.first_block[after] == self.narration.last_block[number]
            goes_on = self.narration.ends(number) != "," or self.narration.joined(number)
            if adjoins and goes_on and self.found[after] is not None:
                return self.found[after], How.LATER
        below = self.narration.said_below(number) if self.narration.ends(number) == "," else []
        return self.narration.signed(number) or cue_after(below), How.LATER
