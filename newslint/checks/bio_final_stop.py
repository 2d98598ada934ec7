"""A bio whose last sentence no full stop closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import regex

from newslint.annotate.structure import Segment, structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit
from newslint.span import Span


class Parameters(NamedTuple):
    """How sure it must be that the words are a bio."""

    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.7


class BioFinalStop(DocumentCheck[Parameters]):
    """Report the last word of a bio that ends without a stop."""

    kind = "bio-final-stop"
    parameters_type = Parameters
    placeholders = frozenset({"found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look at the end of each bio that holds at least one sentence."""
        for bio in _bios(document):
            texts = [segment.span.of(document.text) for segment in bio]
            sure = min(segment.confidence for segment in bio) >= self.parameters.confidence
            if not sure or not any(_SENTENCE.search(text) for text in texts):
                continue
            match = _OPEN_END.search(texts[-1])
            if match is not None:
                span = Span(match.start(1), match.end(1)).shift(bio[-1].span.start)
                stop = Edit(Span(span.end, span.end), ".")
                yield Hit(span, {"found": match[1]}, edits=(stop,))


_SENTENCE = regex.compile(r"[.!?…][\"'”’)]*(?:\s|$)|(?:\S+\s+){6}", regex.V0)
# The last word; an address or handle may stand without a stop after it.
_OPEN_END = regex.compile(
    r"(?<!\S)(?!\S*(?:@|://|www\.|\w\.(?:com|org|net|co|edu)\b))(\([^()]*\)|\S*[\p{L}\p{N}%)”\"’'])$",
    regex.V0,
)


def _bios(document: Document) -> Iterator[list[Segment]]:
    """Yield runs of bio segments; only a run's last word can lack the stop."""
    run: list[Segment] = []
    for segment in document.layer(structure).of(Field.BIO):
        if run and segment.block != run[-1].block + 1:
            yield run
            run = []
        run.append(segment)
    if run:
        yield run
