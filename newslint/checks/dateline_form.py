"""The form of a dateline by house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.datelines import DatelineMention, datelines
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

Wanted = Literal["yes", "no", "any"]


class Parameters(Record):
    """What the house wants of a dateline; "any" leaves a part alone."""

    capitals: Annotated[bool, "Whether the city is set in capitals."] = True
    day: Annotated[Wanted, "Whether the day stands in it."] = "any"
    agency: Annotated[Wanted, "Whether the agency stands in it, in brackets."] = "any"
    points: Annotated[Wanted, "Whether short months take a point."] = "any"
    article: Annotated[bool, "Whether a country keeps its “the”."] = False
    dash: Annotated[str, "The dash that closes it, or nothing for any."] = ""


class DatelineForm(DocumentCheck[Parameters]):
    """Report the parts of a dateline that are not in the house's form."""

    kind = "dateline-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "advice"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge each dateline that has a place."""
        for mention in document.layer(datelines):
            if mention.read is not None and mention.read.city:
                yield from self._faults(document.text, mention)

    def _faults(self, text: str, mention: DatelineMention) -> Iterator[Hit]:
        read, span = mention.read, mention.segment.span
        assert read is not None
        city = Span(span.start, span.start + len(read.city))
        if self.parameters.capitals and not _PREFIX.sub("", read.city).isupper():
            yield _hit(
                text, city, f"set the city in capitals: {read.city.upper()}", read.city.upper()
            )
        for wanted, has, what in (
            (self.parameters.day, bool(read.day), "the day"),
            (self.parameters.agency, bool(read.agency), "the agency"),
        ):
            if wanted == "yes" and not has:
                yield _hit(text, city, f"add {what}")
            elif wanted == "no" and has:
                yield _hit(text, city, f"leave out {what}")
        yield from self._details(text, span)

    def _details(self, text: str, span: Span) -> Iterator[Hit]:
        article = _ARTICLE.search(text, *span)
        if article is not None and not self.parameters.article:
            yield _hit(text, Span(*article.span()), "leave out “the” in a dateline", "")
        month = _SHORT_MONTH.search(text, *span)
        if month is not None and self.parameters.points != "any":
            bare, pointed = month[1], bool(month[2])
            if pointed and self.parameters.points == "no":
                yield _hit(text, Span(*month.span()), f"write {bare} without a point", bare)
            elif not pointed and self.parameters.points == "yes":
                yield _hit(text, Span(*month.span()), f"write {bare}.", f"{bare}.")
        dash = _DASH.search(text, *span)
        if dash is not None and self.parameters.dash and dash[1] != self.parameters.dash:
            advice = f"close it with {self.parameters.dash}"
            yield _hit(text, Span(*dash.span(1)), advice, self.parameters.dash)


#: McALLEN is in capitals, as a dateline has it.
_PREFIX = compiled(r"\bMc(?=\p{Lu})|\d")
_ARTICLE = compiled(r"(?<=, )[Tt]he (?=\p{Lu})")
_SHORT_MONTH = compiled(r"\b(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b(\.?)")
_DASH = compiled(r"([-–—]{1,2})$")


def _hit(text: str, span: Span, advice: str, replacement: str | None = None) -> Hit:
    edits = () if replacement is None else (Edit(span, replacement),)
    return Hit(span, {"found": span.of(text).strip(), "advice": advice}, edits=edits)
