"""Two people speaking in one paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.attributions import Attribution, attributions
from newslint.annotate.speaking import speakers
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """Which quotations count."""

    words: Annotated[int, "The fewest quoted words of either speaker."] = 4


class TwoSpeakers(DocumentCheck[Parameters]):
    """Report the second person who is quoted in a paragraph."""

    kind = "two-speakers"
    parameters_type = Parameters
    placeholders = frozenset({"speaker", "other"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each quotation with the one before it in its paragraph."""
        who = document.layer(speakers)
        starts = [block.span.start for block in document.blocks]
        before: Attribution | None = None
        for each in document.layer(attributions).attributions:
            if each.quotation.words(document.text) < self.parameters.words:
                continue
            if before is not None and who.differ(before.quotation, each.quotation):
                places = [bisect_right(starts, one.quotation.span.start) for one in (before, each)]
                if places[0] == places[1]:
                    yield _hit(before, each, who.name(before.quotation), who.name(each.quotation))
            before = each


def _hit(before: Attribution, each: Attribution, first: str, second: str) -> Hit:
    related = (Related(_speaker(before), "the first speaker"),)
    return Hit(_speaker(each), {"speaker": second, "other": first}, related=related)


def _speaker(attribution: Attribution) -> Span:
    return attribution.speaker or attribution.cue or attribution.quotation.span
