"""A lead that gives the headline again, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """How much of a headline a lead may repeat."""

    run: Annotated[int, "The fewest words in a row that count as word for word."] = 7
    share: Annotated[float, "The share of the headline's words that such runs must cover."] = 0.75
    part: Annotated[Field, "The part that is compared with the headline."] = Field.BODY


class LeadRepeatsHeadline(DocumentCheck[Parameters]):
    """Report a first sentence that repeats the headline's own words in their order."""

    kind = "lead-repeats-headline"
    parameters_type = Parameters
    placeholders = frozenset({"found", "words", "of"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare the headline with the first sentence of the story."""
        parts = document.layer(structure)
        headlines, bodies = parts.of(Field.HEADLINE), parts.of(self.parameters.part)
        if not headlines or not bodies:
            return
        lead = _first_sentence(document, bodies[0].span)
        headline = _words(document, headlines[0].span)
        if _shared(headline, lead) < self.parameters.run:
            return
        runs = _runs(headline, lead, shortest=3)
        covered = sum(size for _, _, size in runs)
        longest = max((size for _, _, size in runs), default=0)
        if longest < self.parameters.run or covered < self.parameters.share * len(headline):
            return
        (first, start, _), (last, end, size) = runs[0], runs[-1]
        span = Span(lead[start].start, lead[end + size - 1].end)
        above = Span(headline[first].start, headline[last + size - 1].end)
        values = {
            "found": span.of(document.text),
            "words": str(covered),
            "of": str(len(headline)),
        }
        yield Hit(span, values, related=(Related(above, "the headline"),))


def _first_sentence(document: Document, body: Span) -> Sequence[Token]:
    sentence = document.layer(sentences).at(body.start)
    end = min(sentence.end, body.end) if sentence else body.end
    return _words(document, Span(body.start, end))


def _words(document: Document, span: Span) -> list[Token]:
    return [token for token in document.layer(words).within(span) if token.kind != "mark"]


def _shared(headline: Sequence[Token], lead: Sequence[Token]) -> int:
    """Count the words of the headline that stand in the lead: no run is longer."""
    found = {token.text.casefold() for token in lead}
    return sum(token.text.casefold() in found for token in headline)


def _runs(
    headline: Sequence[Token], lead: Sequence[Token], shortest: int
) -> list[tuple[int, int, int]]:
    """Return (place in the headline, place in the lead, words) of the common runs, in order."""
    from difflib import SequenceMatcher  # seldom needed

    first = [token.text.casefold() for token in headline]
    second = [token.text.casefold() for token in lead]
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size >= shortest]
