"""A quotation that nobody is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.attributions import attributions
from newslint.annotate.quotes import Quotation, QuoteKind, quotes
from newslint.annotate.spoken_turns import spoken_turns
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.span import Span

_SHOWN = 6  # words of the quotation that a message repeats


class Parameters(Record):
    """Which quotations need a speaker."""

    words: Annotated[int, "The fewest quoted words that need a speaker."] = 8


class UnattributedQuotation(DocumentCheck[Parameters]):
    """Report quoted speech without a speaker in its sentence, carried over, or led in."""

    kind = "unattributed-quotation"
    parameters_type = Parameters
    placeholders = frozenset({"found", "words"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the first paragraph of every long quotation that has no attribution."""
        found = document.layer(attributions)
        turns = document.layer(spoken_turns)
        for quotation in document.layer(quotes).outer:
            if quotation.kind not in (QuoteKind.SPEECH, QuoteKind.PARTIAL) or not quotation.closed:
                continue  # where a quotation ends is not known, its speaker may be taken for words
            if turns.within(quotation.span):
                continue  # somebody speaks already, and repeats the words
            count = quotation.words(document.text)
            if count >= self.parameters.words and found.of(quotation) is None:
                values = {"found": _opening_words(quotation, document.text), "words": str(count)}
                yield Hit(_first_paragraph(quotation), values)


def _first_paragraph(quotation: Quotation) -> Span:
    if len(quotation.parts) == 1:
        return quotation.span
    return Span(quotation.span.start, quotation.parts[0].end)


def _opening_words(quotation: Quotation, text: str) -> str:
    first = quotation.parts[0].of(text).split()
    return " ".join(first[:_SHOWN]) + ("…" if len(first) > _SHOWN else "")
