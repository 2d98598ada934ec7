"""A headline that calls somebody in the story by the first name: "Boris bows out"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.mentions import MentionKind, Mentions, Person, mentions
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled, escape
from newslint.span import Span

#: Before a first name: another name. Small words that open a headline are none.
_NAME_BEFORE = (
    r"\b(?!(?:How|Why|When|What|Where|Who|Is|Can|Will|Does|Did|For|With|Without|After|As|And|But|In|On|"
    r"At|To|From|Of|By|If|Should|Could|Would|Has|Was)\b)[A-Z][\w'.-]*"
)

_PARTICLE = r"(?:bin|ibn|al|el|de|del|da|di|du|la|le|van|von|der|den)"


class Parameters(Record):
    """The check has no parameters."""


class HeadlineFirstName(DocumentCheck[Parameters]):
    """Report a first name alone in the headline of somebody whom the body names in full."""

    kind = "headline-first-name"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "name"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each such first name, with the surname to write."""
        layer = document.layer(mentions)
        for person in _called_by_surname(layer):
            first = escape(person.given[0])
            alone = compiled(rf"(?<!{_NAME_BEFORE}[ ])\b{first}\b(?![ ](?:[A-Z]|{_PARTICLE}\b)|-)")
            for part in document.layer(structure).of(Field.HEADLINE):
                for match in alone.finditer(document.folded, *part.span):
                    span = Span(*match.span())
                    found = span.of(document.text)
                    values = {"found": found, "replacement": person.family, "name": person.full}
                    related = (Related(person.first, "named in full here"),)
                    yield Hit(span, values, person.family, related=related)


def _called_by_surname(layer: Mentions) -> Iterator[Person]:
    """Yield the people with a full name and a first name of their own."""
    for person in layer.with_own_first_name():
        full = any(each.kind is MentionKind.FULL for each in layer.of(person))
        if full and len(person.given[0]) > 2:
            yield person
