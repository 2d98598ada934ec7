"""A part of the article that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.structure import structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import compiled


class Parameters(Record):
    """The part that every article must have."""

    part: Annotated[Field, "The part that is looked for."]
    shortest: Annotated[int, "Stories shorter than this many words may do without."] = 60


class MissingField(DocumentCheck[Parameters]):
    """Report an article without the part, at the first word of its story, or of its headline."""

    kind = "missing-field"
    parameters_type = Parameters
    placeholders = frozenset({"part"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for the part above the story's end; a bio at the foot is no byline."""
        parts = document.layer(structure)
        body = parts.of(Field.BODY)
        if self.parameters.part is Field.BODY:
            for headline in [] if body else parts.of(Field.HEADLINE)[:1]:
                yield Hit(first_word(document.text, headline.span), {"part": "body"}, absent=True)
            return
        if not body or parts.of(self.parameters.part):
            return
        if (
            sum(len(each.span.of(document.text).split()) for each in body)
            < self.parameters.shortest
        ):
            return
        span = first_word(document.text, body[0].span)
        yield Hit(span, {"part": self.parameters.part.value}, absent=True)


_WORD = compiled(
    r"\W*\w[\w'’-]*",
)
