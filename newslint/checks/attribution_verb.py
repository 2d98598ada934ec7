"""Verbs of speaking that a house does not write beside a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from newslint.annotate.attributions import attributions
from newslint.annotate.cues import said_that
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: "He commented on the “war”" is no attribution.
_ON_A_THING = compiled(r"[ ](?:up)?on[ ](?!\w+day\b|[A-Z])")


class Parameters(Record):
    """The verbs, and whether paraphrase counts."""

    swap: Annotated[Mapping[str, str], "Form to avoid -> form to write."] = {}
    paraphrase: Annotated[bool, "Whether “claimed that …” is meant too."] = False


class AttributionVerb(DocumentCheck[Parameters]):
    """Report a cue that the house writes otherwise."""

    kind = "attribution-verb"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def problems(self) -> Iterator[str | Complaint]:
        """Say that a rule without verbs finds nothing."""
        if not self.parameters.swap:
            yield Complaint("needs 'swap' or 'list'", "swap")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the verb of every cue that is in the list."""
        text = document.text
        cues = {each.cue for each in document.layer(attributions).attributions if each.cue}
        if self.parameters.paraphrase:
            cues.update(said_that(document))
        for cue in sorted(cues):
            for form, better in self.parameters.swap.items():
                place = _within(cue, form, text)
                if place is not None and not _ON_A_THING.match(text, place.end):
                    found = place.of(text)
                    yield Hit(place, {"found": found, "replacement": better}, better)


def _within(cue: Span, form: str, text: str) -> Span | None:
    """Return where a form stands in a cue as a word of its own."""
    at = f" {cue.of(text).lower()} ".find(f" {form.lower()} ")
    return None if at < 0 else Span(cue.start + at, cue.start + at + len(form))
