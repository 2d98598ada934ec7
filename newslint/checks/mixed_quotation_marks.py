"""Straight and curly quotation marks in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.annotate.quotes import Quotation, quotes
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit, Related
from newslint.record import Record
from newslint.span import Span

_STYLES = {"“": "curly", "”": "curly", '"': "straight", "''": "straight", "``": "straight"}
_READ = (Field.HEADLINE, Field.STANDFIRST, Field.BODY, Field.CAPTION)


class Mark(Record):
    """A double mark as written, and the marks that would stand in its place."""

    span: Span
    style: str
    curly: str


class Parameters(Record):
    """The style the house writes."""

    style: Annotated[
        Literal["majority", "curly", "straight"], "The style of the house, or the article's own."
    ] = "majority"


class MixedQuotationMarks(DocumentCheck[Parameters]):
    """Report, once an article, double quotation marks in another style than the rest."""

    kind = "mixed-quotation-marks"
    parameters_type = Parameters
    placeholders = frozenset({"found", "count", "others", "style"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield one hit at the first mark that is out of style, with edits for all of them."""
        marks = _marks(document)
        counts = Counter(mark.style for mark in marks)
        wanted = self.parameters.style
        if wanted == "majority":
            if len(counts) < 2:
                return
            wanted = "straight" if counts["straight"] > counts["curly"] else "curly"
        wrong = [mark for mark in marks if mark.style != wanted]
        if not wrong:
            return
        values = {
            "found": wrong[0].span.of(document.text),
            "count": str(len(wrong)),
            "others": str(counts[wanted]),
            "style": wanted,
        }
        edits = tuple(Edit(mark.span, mark.curly if wanted == "curly" else '"') for mark in wrong)
        yield Hit(wrong[0].span, values, edits=edits, related=_first_of(marks, wanted))


def _marks(document: Document) -> list[Mark]:
    parts = document.layer(structure)
    marks: list[Mark] = []
    for quotation in document.layer(quotes).quotations:
        segment = parts.at(quotation.span.start)
        if segment is not None and segment.field in _READ:
            marks += _marks_of(quotation)
    return sorted(marks)


def _marks_of(quotation: Quotation) -> Iterator[Mark]:
    start, end = quotation.span
    opening, closing = quotation.opening, quotation.closing
    if opening in _STYLES:
        yield Mark(Span(start, start + len(opening)), _STYLES[opening], "“")
    if closing in _STYLES:
        yield Mark(Span(end - len(closing), end), _STYLES[closing], "”")


def _first_of(marks: Sequence[Mark], style: str) -> tuple[Related, ...]:
    other = next((mark for mark in marks if mark.style == style), None)
    return () if other is None else (Related(other.span, f"a {style} mark"),)
