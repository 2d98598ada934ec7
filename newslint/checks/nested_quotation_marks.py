"""Marks of a quotation within a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.quotes import Quotation, quotes
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span

_DOUBLE = frozenset('“”"„') | {"''", "``"}
_SINGLE = frozenset("‘’'‚")


class Parameters(Record):
    """Which marks stand outside."""

    outer: Annotated[
        Literal["any", "double", "single"], "The marks of a quotation that stands in no other."
    ] = "any"
    outermost: Annotated[str, "Message for a quotation whose own marks are the inner ones."] = (
        "Write {outer} marks around “{found}”: it stands in no other quotation."
    )


class NestedQuotationMarks(DocumentCheck[Parameters]):
    """Report inner marks that are those of the outer quotation, and outer ones of another house."""

    kind = "nested-quotation-marks"
    parameters_type = Parameters
    placeholders = frozenset({"found", "outer"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each quotation with the one around it."""
        layer = document.layer(quotes)
        for quotation in layer.quotations:
            around = layer.around(quotation.span) if quotation.depth else None
            if around is None:
                yield from self._outermost(document, quotation)
            elif quotation.depth == 1 and around.closed and _family(quotation) == _family(around):
                opening = Span(around.span.start, around.span.start + len(around.opening))
                related = (Related(opening, "the quotation around it"),)
                yield Hit(quotation.span, _values(quotation, document), related=related)

    def _outermost(self, document: Document, quotation: Quotation) -> Iterator[Hit]:
        wanted = self.parameters.outer
        segment = document.layer(structure).at(quotation.span.start)
        if wanted == "any" or not quotation.closing or segment is None:
            return
        if segment.field is Field.HEADLINE or _family(quotation) in ("", wanted):
            return
        values = {**_values(quotation, document), "outer": wanted}
        yield Hit(quotation.span, values, message=self.parameters.outermost)


def _values(quotation: Quotation, document: Document) -> dict[str, str]:
    return {"found": quotation.parts[0].of(document.text).strip(" ,.")}


def _family(quotation: Quotation) -> str:
    if quotation.opening in _DOUBLE:
        return "double"
    return "single" if quotation.opening in _SINGLE else ""
