"""A city in a dateline that readers cannot place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    spell_out: Annotated[
        Mapping[str, str], "Short form of a state that no dateline has -> what to write."
    ] = {}


class DatelinePlace(DocumentCheck[Parameters]):
    """Report a city without its state, with one that it does not need, or with a postal code."""

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
                place = _with_region(document, span, read.region)
                yield Hit(place, {**values, "advice": f"leave out {read.region}"})
            elif name := self.parameters.spell_out.get(read.region):
                place = _with_region(document, span, read.region)
                yield Hit(place, {**values, "advice": f"write {name} for {read.region}"})


def _with_region(document: Document, city: Span, region: str) -> Span:
    return Span(city.start, document.text.find(region, city.end) + len(region))
