"""One quotation given twice, and not in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from newslint.annotate.quotes import Quotation, QuoteKind, quotes
from newslint.annotate.speaking import Speakers, speakers
from newslint.annotate.structure import structure
from newslint.annotate.wording import Wording, aligned, differences, occurrence, told_apart, wording
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related

_MOST = 200  # quotations compared; an article has a tenth of it


class Parameters(NamedTuple):
    """When two quotations are one."""

    words: Annotated[int, "The fewest words of a quotation that is compared."] = 6
    similarity: Annotated[int, "From how many percent on two quotations count as one."] = 92
    other_speaker: Annotated[str, "Message for the same words given to another speaker."] = (
        "“{found}” is said by {speaker} here and by {other} before."
    )


class _Said(NamedTuple):
    quotation: Quotation
    words: Wording
    vocabulary: frozenset[str]

    def like(self, other: _Said) -> bool:
        """Tell whether the two share enough words to be worth aligning."""
        shared = len(self.vocabulary & other.vocabulary)
        return 2 * shared >= min(len(self.vocabulary), len(other.vocabulary))


class QuotationVariants(DocumentCheck[Parameters]):
    """Report a quotation that repeats an earlier one in other words or for another speaker."""

    kind = "quotation-variants"
    parameters_type = Parameters
    placeholders = frozenset({"found", "difference", "speaker", "other"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each quotation of the story with all before it."""
        said = _said(document, self.parameters.words)
        who = document.layer(speakers)
        for number, later in enumerate(said):
            for earlier in filter(later.like, said[:number]):
                hit = self._compared(document, earlier, later, who)
                if hit is not None:
                    yield hit
                    break

    def _compared(
        self, document: Document, earlier: _Said, later: _Said, who: Speakers
    ) -> Hit | None:
        short, long = sorted((earlier.words, later.words), key=lambda each: len(each.words))
        if occurrence(short, long) is not None:
            return self._misattributed(document, earlier, later, who)
        match = aligned(short, long)
        if match is None or match.score < self.parameters.similarity:
            return None
        apart = differences(short.words, match.other.words)
        if not apart or any(_at_gap(short, each.first) for each in apart):
            return None
        if who.differ(earlier.quotation, later.quotation):
            return None
        here, there = (short, match.other) if short is later.words else (match.other, short)
        values = {
            "found": here.span(0, len(here.words)).of(document.text),
            "difference": told_apart(document.text, here, there, document.text),
        }
        place = there.span(0, len(there.words))
        related = (Related(place, "the same words quoted before"),)
        return Hit(here.span(0, len(here.words)), values, related=related)

    def _misattributed(
        self, document: Document, earlier: _Said, later: _Said, who: Speakers
    ) -> Hit | None:
        if not who.differ(earlier.quotation, later.quotation):
            return None
        text = document.text
        values = {
            "found": later.quotation.parts[0].of(text).strip(" ,."),
            "speaker": who.name(later.quotation),
            "other": who.name(earlier.quotation),
        }
        related = (Related(earlier.quotation.span, "the same words before"),)
        message = self.parameters.other_speaker
        return Hit(later.quotation.span, values, related=related, message=message)


def _said(document: Document, least: int) -> list[_Said]:
    parts = document.layer(structure)
    said: list[_Said] = []
    for quotation in document.layer(quotes).outer[:_MOST]:
        segment = parts.at(quotation.span.start)
        if segment is None or segment.field not in (Field.BODY, Field.CAPTION):
            continue
        if quotation.kind is QuoteKind.TITLE or not quotation.closed:
            continue
        words = wording(document.text, quotation.parts)
        if len(words.words) >= least:
            said.append(_Said(quotation, words, frozenset(words.words)))
    return said


def _at_gap(words: Wording, number: int) -> bool:
    return number in words.gaps or number + 1 in words.gaps
