"""A quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from newslint.annotate.attributions import attributions
from newslint.annotate.quotes import Quotation, Quotes, quotes
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_SHOWN = 5  # words of the quotation that a message repeats
_NAME = compiled(r"(?:\p{Lu}[\w.'’-]+ ){1,3}\p{Lu}[\w'’-]+,")
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
    not_reopened: Annotated[str, "Message for a quotation that runs over a paragraph unmarked."] = (
        "The quotation “{found}” runs on into the next paragraph: open it again there, or close "
        "it before."
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
            elif (unmarked := _unmarked(document, quotation)) is not None:
                related = (Related(unmarked, "no mark stands here"),)
                yield self._never_closed(quotation, text)._replace(
                    related=related, message=self.parameters.not_reopened
                )
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


def _unmarked(document: Document, quotation: Quotation) -> Span | None:
    """Return the first word of a paragraph that a quotation runs over without opening it again.

    Lines that only wrap, and lines that give the speaker's name, are no such paragraphs.
    """
    text = document.text
    if len(quotation.parts) < 2 or not quotation.opening:
        return None
    for before, part in pairwise(quotation.parts):
        ended = before.of(text).rstrip().endswith((".", "?", "!", "…"))
        if ended and text[part.start].isupper() and text[part.start - 1].isspace():
            attribution = document.layer(attributions).of(quotation)
            speaker = attribution.speaker if attribution is not None else None
            named = speaker is not None and part.covers(speaker)
            named = named or _NAME.match(text, part.start) is not None
            word = len(part.of(text).split(maxsplit=1)[0])
            return None if named else Span(part.start, part.start + word)
    return None


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
