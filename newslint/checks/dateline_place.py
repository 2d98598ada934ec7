"""A city in a dateline that readers cannot place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.datelines import datelines
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """The cities that need no state or country."""

    words: Annotated[tuple[str, ...], "Cities that stand alone."] = ()


class DatelinePlace(DocumentCheck[Parameters]):
    """Report a city without its state or country, and one that needs none but has it."""

    kind = "dateline-place"
    parameters_type = Parameters
    placeholders = frozenset({"found", "advice"})

    def problems(self) -> Iterator[str | Complaint]:
        """Say that a house without such cities has no use for the rule."""
        if not self.parameters.words:
            yield "needs 'words' or 'list'"

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look each dateline's city up in the house's list."""
        alone = {word.casefold() for word in self.parameters.words}
        for segment, read in document.layer(datelines):
            if read is None or not read.city or "/" in read.city:
                continue
            stands_alone = read.city.casefold() in alone
            span = Span(segment.span.start, segment.span.start + len(read.city))
            values = {"found": read.city}
            if not read.region and not stands_alone:
                yield Hit(span, {**values, "advice": "add the state or country"})
            elif read.region and stands_alone:
                at = document.text.find(read.region, span.end)
                place = Span(span.start, at + len(read.region))
                yield Hit(place, {**values, "advice": f"leave out {read.region}"})
