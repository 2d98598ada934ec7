"""A story that does not say when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.dates import dates
from newslint.annotate.structure import structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled, escape


class Parameters(Record):
    """Where the day must stand."""

    paragraphs: Annotated[int, "How many paragraphs may pass before the day is given."] = 3
    words: Annotated[tuple[str, ...], "Words that say when, beside weekdays and dates."] = ()
    shortest: Annotated[int, "Stories of fewer words may do without."] = 60


class DayMissing(DocumentCheck[Parameters]):
    """Report a story whose first paragraphs name no day."""

    kind = "day-missing"
    parameters_type = Parameters
    placeholders = frozenset({"paragraphs"})
    needs_article = True

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        words = "|".join(escape(word) for word in parameters.words) or "(?!)"
        self._words = compiled(rf"\b(?:{words})\b", IGNORECASE)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for a weekday, a date or another word for when."""
        parts = document.layer(structure)
        body = parts.of(Field.BODY)
        length = sum(len(each.span.of(document.text).split()) for each in body)
        if length < self.parameters.shortest:
            return
        opening = [*parts.of(Field.DATELINE), *body[: self.parameters.paragraphs]]
        found = document.layer(dates)
        for segment in opening:
            days = [each for each in found.within(segment.span) if each.kind in _DAYS]
            if days or self._words.search(document.text, *segment.span):
                return
        span = first_word(document.text, body[0].span)
        yield Hit(span, {"paragraphs": str(self.parameters.paragraphs)}, absent=True)


_DAYS = frozenset({"day", "weekday", "figures"})
