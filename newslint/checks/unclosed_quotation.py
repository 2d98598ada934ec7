"""A quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.quotes import Quotation, Quotes, quotes
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span

_SHOWN = 5  # words of the quotation that a message repeats
_BEFORE = 40  # characters before a stray mark from which the message takes its words


class Parameters(Record):
    """The messages for what can be wrong beside a quotation that never closes."""

    closes_nothing: Annotated[str, "Message for a closing mark that closes nothing."] = (
        "The mark after “{found}” closes a quotation that was never opened."
    )
    opens_nothing: Annotated[str, "Message for an opening mark with nothing behind it."] = (
        "The mark after “{found}” opens a quotation of no words."
    )
    too_early: Annotated[str, "Message for a mark that closes before the speaker is done."] = (
        "Leave out the closing mark after “{found}”: the quotation goes on in the next paragraph."
    )


class UnclosedQuotation(DocumentCheck[Parameters]):
    """Report marks that open and never close, close what never opened, or close too early."""

    kind = "unclosed-quotation"
    parameters_type = Parameters
    placeholders = frozenset({"found"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the marks without a partner."""
        layer = document.layer(quotes)
        text = document.text
        for quotation in layer.outer:
            if not quotation.closed:
                yield self._never_closed(quotation, text)
        for stray in layer.strays:
            values = {"found": _last_words(text, stray.start)}
            yield Hit(stray, values, message=self.parameters.closes_nothing)
        for closing, opening in _too_early(document, layer):
            values = {"found": _last_words(text, closing.start)}
            related = (Related(opening, "the quotation goes on here"),)
            yield Hit(closing, values, related=related, message=self.parameters.too_early)

    def _never_closed(self, quotation: Quotation, text: str) -> Hit:
        mark = Span(quotation.span.start, quotation.span.start + len(quotation.opening))
        words = quotation.parts[0].of(text).split()
        if not words:
            found = _last_words(text, mark.start)
            return Hit(mark, {"found": found}, message=self.parameters.opens_nothing)
        shown = " ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")
        return Hit(mark, {"found": shown})


def _last_words(text: str, end: int) -> str:
    before = text[max(0, end - _BEFORE) : end].rsplit("\n", maxsplit=1)[-1]
    return " ".join(before.split()[-3:])


def _too_early(document: Document, layer: Quotes) -> Iterator[tuple[Span, Span]]:
    """Yield (closing mark, next opening mark) where a comma parts two paragraphs of one speech."""
    text = document.text
    starts = {block.span.start: number for number, block in enumerate(document.blocks)}
    ends = {block.span.end: number for number, block in enumerate(document.blocks)}
    for first, second in zip(layer.outer, layer.outer[1:], strict=False):
        block = ends.get(first.span.end)
        if block is None or starts.get(second.span.start) != block + 1 or not first.closing:
            continue
        goes_on = second.parts[0].of(text).lstrip("[(… ")[:1].islower()
        if goes_on and first.parts[-1].of(text).rstrip().endswith((",", ";", "—", "–")):
            closing = Span(first.span.end - len(first.closing), first.span.end)
            yield closing, Span(second.span.start, second.span.start + len(second.opening))
