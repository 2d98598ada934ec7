"""A long quotation that names its speaker only at its end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.attributions import Attribution, How, attributions
from newslint.annotate.quotes import QuoteKind
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span

# After these a reader knows already who speaks.
_GOING_ON = frozenset("added adds continued continues went goes concluded concludes".split())


class Parameters(Record):
    """From what length on a reader must be told earlier."""

    sentences: Annotated[int, "The fewest quoted sentences before the speaker is named."] = 3
    words: Annotated[int, "The fewest quoted words before the speaker is named."] = 25


class LateAttribution(DocumentCheck[Parameters]):
    """Report the cue behind a quotation of several sentences that has none before it."""

    kind = "late-attribution"
    parameters_type = Parameters
    placeholders = frozenset({"sentences", "words", "found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the cue of every long quotation that comes after it."""
        text = document.text
        ends = [span.end for span in document.layer(sentences).spans]
        told = -1
        for each in document.layer(attributions).attributions:
            quotation, cue = each.quotation, each.cue
            if cue is None or each.how is not How.SENTENCE:
                continue
            late = cue.start >= quotation.span.end and told < quotation.span.start
            told = cue.end if cue.start < quotation.span.end else quotation.span.end
            first = bisect_right(ends, quotation.span.start)
            count = 1 + bisect_left(ends, quotation.inner.end, first) - first
            words = quotation.words(text)
            going_on = cue.of(text).split()[0].lower() in _GOING_ON and _is_short(each, text)
            signed = cue.of(text)[0] in "—–―-"  # a list of voices, each with its name below
            if not late or going_on or signed or quotation.kind is not QuoteKind.SPEECH:
                continue
            if count >= self.parameters.sentences and words >= self.parameters.words:
                place = _clause(each, cue)
                values = {
                    "sentences": str(count),
                    "words": str(words),
                    "found": place.of(text),
                }
                opening = Span(quotation.span.start, quotation.span.start + 1)
                yield Hit(place, values, related=(Related(opening, "the quotation begins here"),))


def _is_short(attribution: Attribution, text: str) -> bool:
    """Tell whether the speaker is a surname or a pronoun, as for one who is known already."""
    return attribution.speaker is None or len(attribution.speaker.of(text).split()) == 1


def _clause(attribution: Attribution, cue: Span) -> Span:
    """Return cue and speaker as one stretch."""
    speaker = attribution.speaker or cue
    return Span(min(cue.start, speaker.start), max(cue.end, speaker.end))
