"""A headline, standfirst or caption that ends in a full stop, or lacks one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """Which part takes a stop or none, and how sure it must be that a line is that part."""

    part: Annotated[Field, "The part of the article that is looked at."] = Field.HEADLINE
    stop: Annotated[
        Literal["never", "always", "with others"],
        "Whether the part ends in a stop: with others is where its other sentences do.",
    ] = "never"
    confidence: Annotated[float, "The least confidence in that part, from 0 to 1."] = 0.9


class HeadlineStop(DocumentCheck[Parameters]):
    """Report the full stop that closes a part of one sentence, or the one that it lacks."""

    kind = "headline-stop"
    parameters_type = Parameters
    placeholders = frozenset({"found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look at the end of the headlines that surely are some."""
        for segment in document.layer(structure).of(self.parameters.part):
            if segment.confidence < self.parameters.confidence:
                continue
            hit = self._hit(document.text, segment.span)
            if hit is not None:
                yield hit

    def _hit(self, text: str, span: Span) -> Hit | None:
        several = _INNER.search(text, *span) is not None
        if self.parameters.stop == "never":
            match = _STOPPED.search(text, *span)
            if match is None or several:
                return None
            word = Span(*match.span("word"))
            edit = Edit(Span(*match.span("stop")), "")
        else:
            match = _UNSTOPPED.search(text, *span)
            if match is None or (self.parameters.stop == "with others" and not several):
                return None
            word = Span(*match.span())
            edit = Edit(Span(word.end, word.end), ".")
        return Hit(word, {"found": word.of(text)}, edits=(edit,))


# A stop that belongs to an abbreviation, an initial or an ellipsis is none of the headline's.
_STOPPED = compiled(
    r"(?P<word>(?<![^\s])(?!\S*\.\S*\.$)(?!(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs|etc)\.)\S*"
    r"[\p{L}\p{N}%][\"'”’)]?(?P<stop>\.)[\"'”’]?)$",
)
_UNSTOPPED = compiled(r"(?<!\S)[^\s]*[\p{L}\p{N}%]$")
_INNER = compiled(
    r"(?<!\b\p{Lu}|\b(?:Mr|Dr|Ms|St|vs|No|Mrs|Gen|Gov|Sen|Rep))[.!?][\"'”’)]?\s+\p{Lu}"
)
