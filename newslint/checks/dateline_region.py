"""The state of the dateline, named again behind a town of the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import regex

from newslint.annotate.datelines import datelines
from newslint.annotate.quotes import quotes
from newslint.annotate.structure import structure
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_TOWN = r"(?<town>(?:(?:St|Ft|Mt)\.[ ])?[A-Z][a-z'-]+(?:[ ][A-Z][a-z'-]+){0,2})"
#: "Chris Covert, Nevada director": a person, and what he directs.
_ROLE = r"[ ](?:director|chair\w*|senator|governor|coordinator|spokes\w+|manager|Gov|Sen|Rep)\b"


class Parameters(Record):
    """The states."""

    states: Annotated[
        Mapping[str, str], "State in full -> its form in a dateline (Nevada -> Nev.)."
    ] = {}


class DatelineRegion(DocumentCheck[Parameters]):
    """Report "Elko, Nevada" in a story whose dateline says that it is set in Nevada."""

    kind = "dateline-region"
    parameters_type = Parameters
    placeholders = frozenset({"found", "town", "state"})
    needs_article = True

    def problems(self) -> Iterator[str | Complaint]:
        """Say that a rule without states finds nothing."""
        if not self.parameters.states:
            yield Complaint("needs 'states'", "states")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the state behind each town, with the comma before it.

        Whether the comma behind it stays depends on the clause, so there is no fix.
        """
        for segment, read in document.layer(datelines):
            state = self._state(read.region) if read is not None and read.region else None
            if state is not None:
                related = (Related(segment.span, "the dateline says it"),)
                for span, town in self._repeated(state, segment.span.end, document):
                    found = span.of(document.text)
                    values = {"found": found, "town": town, "state": state}
                    yield Hit(span, values, related=related)

    def _state(self, region: str) -> str | None:
        wanted = region.strip(" .").casefold()
        for state, short in self.parameters.states.items():
            if wanted in (state.casefold(), short.strip(".").casefold()):
                return state
        return None

    def _repeated(self, state: str, start: int, document: Document) -> Iterator[tuple[Span, str]]:
        short = self.parameters.states[state]
        forms = "|".join(map(regex.escape, sorted({state, short}, key=len, reverse=True)))
        pattern = compiled(rf"{_TOWN}(?<state>,[ ](?:{forms})(?![\w-]|,?[ ]\d|{_ROLE}))")
        for match in pattern.finditer(document.folded, start):
            span = Span(*match.span("state"))
            segment = document.layer(structure).at(span.start)
            in_body = segment is not None and segment.field is Field.BODY
            if in_body and not document.layer(quotes).quoted(span):
                yield span, match["town"]
