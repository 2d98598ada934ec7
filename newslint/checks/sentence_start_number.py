"""A sentence that opens with a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.dates import dates
from newslint.annotate.number_words import in_words
from newslint.annotate.quantities import quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: After an abbreviation the figure belongs to what stands before: "the S.&P. 500", "No. 10".
_SPLIT = compiled(r"(?:\b[A-Za-z&.]{1,4}\.|['’])[ ]?$")
_OPENING = " \"“‘'("


class Parameters(Record):
    """The parameters of a sentence-start-number rule."""

    years: Annotated[bool, "Whether a year may open a sentence, as AP lets it."] = True
    words_to: Annotated[int, "The largest number that the fix writes in words."] = 100


class SentenceStartNumber(DocumentCheck[Parameters]):
    """Report a sentence that opens with a figure; small ones are written in words by the fix.

    Headlines are the rule's to leave out; a sum of money, whose symbol opens the sentence, and
    items of a numbered list stay silent.
    """

    kind = "sentence-start-number"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the figure that opens each sentence."""
        text = document.folded
        for sentence in document.layer(sentences).spans:
            start = sentence.start
            while start < sentence.end and text[start] in _OPENING:
                start += 1
            if not text[start : start + 1].isdigit() or _SPLIT.search(
                text, max(0, start - 8), start
            ):
                continue
            hit = self._hit(start, document)
            if hit is not None:
                yield hit

    def _hit(self, start: int, document: Document) -> Hit | None:
        text = document.folded
        if document.layer(dates).claims(start):
            end = next(
                (each.span.end for each in document.layer(dates).all if each.span.start == start), 0
            )
            year = end - start == 4
            if not end or (year and self.parameters.years):
                return None
            return _report(Span(start, end), "", document)
        each = document.layer(quantities).at(start)
        following = text[each.figure.end : each.figure.end + 2] if each else ""
        if each is None or following[:1] == ":" or following in (". ", ") "):
            return None  # the number of a list item, or a time
        whole = each.low is None and not each.number.scale and each.value == int(each.value)
        counts = each.kind == "count" or (each.kind == "measure" and following[:1] in " -")
        small = whole and counts and each.value <= self.parameters.words_to
        words = in_words(int(each.value)).capitalize() if small else ""
        return _report(each.figure, words, document)


def _report(span: Span, words: str, document: Document) -> Hit:
    found = span.of(document.text)
    values = {"found": found, "replacement": words or "the number in words, or another opening"}
    return Hit(span, values, words or None)
