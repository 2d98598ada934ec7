"""Commas and full stops on the wrong side of a closing quotation mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.quotes import Quotation, QuoteKind, quotes
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """On which side the marks go."""

    side: Annotated[
        Literal["inside", "sense"],
        "inside: always before the closing mark; sense: there only at the end of whole sentences.",
    ] = "inside"


class QuotationPunctuation(DocumentCheck[Parameters]):
    """Report commas and full stops on the other side of a closing mark than the house's."""

    kind = "quotation-punctuation"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the closing mark with its neighbour, exchanged."""
        text = document.text
        for quotation in document.layer(quotes).outer:
            if not quotation.closing:
                continue
            closing = Span(quotation.span.end - len(quotation.closing), quotation.span.end)
            if self.parameters.side == "inside":
                yield from _put_inside(text, closing)
            else:
                yield from _put_outside(text, closing, quotation)


def _put_inside(text: str, closing: Span) -> Iterator[Hit]:
    mark = text[closing.end : closing.end + 1]
    after = text[closing.end + 1 : closing.end + 2]
    before = text[closing.start - 1]
    if mark not in (",", ".") or after == mark or not before.isalnum():
        return
    place = Span(closing.start, closing.end + 1)
    yield _exchanged(text, place, mark + closing.of(text))


def _put_outside(text: str, closing: Span, quotation: Quotation) -> Iterator[Hit]:
    mark = text[closing.start - 1]
    if mark not in (",", ".") or not text[closing.start - 2].isalnum():
        return
    if quotation.kind not in (QuoteKind.PARTIAL, QuoteKind.TITLE, QuoteKind.SCARE):
        return
    place = Span(closing.start - 1, closing.end)
    yield _exchanged(text, place, closing.of(text) + mark)


def _exchanged(text: str, place: Span, replacement: str) -> Hit:
    values = {"found": place.of(text), "replacement": replacement}
    return Hit(place, values, edits=(Edit(place, replacement),))
