"""What newslint read in an article: who is named, which figures, who said what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.annotate.attributions import attributions
from newslint.annotate.mentions import mentions
from newslint.annotate.quantities import quantities
from newslint.annotate.quotes import QuoteKind
from newslint.annotate.structure import structure
from newslint.document import Document
from newslint.span import Span

Json = dict[str, Any]

#: More than this of a kind is no overview.
MOST = 200


def understood(document: Document) -> Json:
    """Return the people, figures and quotations, each with its place in the source."""
    return {
        "parts": [
            {"field": each.field.value, **_place(document, each.span)}
            for each in document.layer(structure).segments[:MOST]
        ],
        "people": list(_people(document))[:MOST],
        "figures": list(_figures(document))[:MOST],
        "quotations": list(_quotations(document))[:MOST],
    }


def _place(document: Document, span: Span) -> Json:
    source = document.offsets.source(span)
    return {"text": span.of(document.text)[:300], "start": source.start, "end": source.end}


def _people(document: Document) -> Iterator[Json]:
    layer = document.layer(mentions)
    for person in layer.people:
        places = layer.of(person)
        roles = [each.after.of(document.text) or each.before.of(document.text) for each in places]
        yield {
            "name": person.full,
            "role": next((role for role in roles if role), ""),
            "mentions": [_place(document, each.span) for each in places],
        }


def _figures(document: Document) -> Iterator[Json]:
    for each in document.layer(quantities).all:
        yield {"kind": each.kind, "noun": each.noun, **_place(document, each.span)}


def _quotations(document: Document) -> Iterator[Json]:
    for each in document.layer(attributions).attributions:
        if each.quotation.kind in (QuoteKind.SPEECH, QuoteKind.PARTIAL, QuoteKind.BLOCK):
            speaker = _place(document, each.speaker) if each.speaker else None
            yield {"speaker": speaker, **_place(document, each.quotation.span)}
