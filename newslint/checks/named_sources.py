"""How many named people a story rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.attributions import attributions
from newslint.annotate.speaking import Speaker, SpeakerKind, speakers
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """How many sources are enough."""

    named: Annotated[int, "The fewest people who must be quoted by name."] = 2
    words: Annotated[int, "Words of a story from which on it needs them."] = 150


class NamedSources(DocumentCheck[Parameters]):
    """Report a story that quotes fewer people by name than the house wants."""

    kind = "named-sources"
    parameters_type = Parameters
    placeholders = frozenset({"named", "unnamed", "names", "wanted"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield one hit at the first word of the story."""
        body = document.layer(structure).of(Field.BODY)
        if not body:
            return
        length = sum(len(part.span.of(document.text).split()) for part in body)
        if length < self.parameters.words:
            return
        who = document.layer(speakers)
        found = [who.of(each.quotation) for each in document.layer(attributions).attributions]
        people = {each.person: each.name for each in found if each and each.person}
        if not found or len(people) >= self.parameters.named:
            return
        unnamed = {each.text.lower() for each in found if each and _is_unnamed(each)}
        if not people and not unnamed:
            return
        values = {
            "named": str(len(people)),
            "unnamed": str(len(unnamed)),
            "names": ", ".join(people.values()) or "nobody",
            "wanted": str(self.parameters.named),
        }
        first = next(part.span for part in body if part.span.of(document.text).strip())
        yield Hit(_first_word(first, document.text), values, absent=True)


def _is_unnamed(speaker: Speaker) -> bool:
    return speaker.kind is SpeakerKind.ROLE


def _first_word(span: Span, text: str) -> Span:
    word = span.of(text).split(maxsplit=1)[0]
    start = text.index(word, span.start)
    return Span(start, start + len(word))
