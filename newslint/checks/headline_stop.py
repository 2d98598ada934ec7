"""A headline that ends in a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """Which part takes no stop, and how sure it must be that a line is that part."""

    part: Annotated[Field, "The part of the article that takes no stop."] = Field.HEADLINE
    confidence: Annotated[float, "The least confidence in that part, from 0 to 1."] = 0.9


class HeadlineStop(DocumentCheck[Parameters]):
    """Report the full stop that closes a headline, or a caption, of one sentence."""

    kind = "headline-stop"
    parameters_type = Parameters
    placeholders = frozenset({"found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look at the end of the headlines that surely are some."""
        for segment in document.layer(structure).of(self.parameters.part):
            if segment.confidence < self.parameters.confidence:
                continue
            match = _STOPPED.search(document.text, *segment.span)
            if match is None or _INNER.search(document.text, *segment.span):
                continue
            span = Span(*match.span("word"))
            edit = Edit(Span(*match.span("stop")), "")
            yield Hit(span, {"found": span.of(document.text)}, edits=(edit,))


# A stop that belongs to an abbreviation, an initial or an ellipsis is none of the headline's.
_STOPPED = compiled(
    r"(?P<word>(?<![^\s])(?!\S*\.\S*\.$)(?!(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs|etc)\.)\S*"
    r"[\p{L}\p{N}%][\"'”’)]?(?P<stop>\.)[\"'”’]?)$",
)
_INNER = compiled(r"[.!?]\s+\S")
