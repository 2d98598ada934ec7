"""Which part of the article every stretch of text is, as a newsroom names the parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newslint.document import Document, Field
from newslint.span import Span


class Segment(NamedTuple):
    """A stretch of one block that is one part of the article.

    `block` is the block's number. `confidence` is 1.0 where the format says so, less where the
    text had to be judged: checks of form leave a doubtful part alone.
    """

    span: Span
    field: Field
    block: int
    confidence: float = 1.0


class Structure:
    """A document's segments, in order, with look-up by field and offset."""

    __slots__ = ("_starts", "segments")

    def __init__(self, segments: Iterable[Segment]) -> None:
        self.segments = tuple(segments)
        self._starts = [segment.span.start for segment in self.segments]

    def of(self, *fields: Field) -> list[Segment]:
        """Return the segments of the named fields."""
        return [segment for segment in self.segments if segment.field in fields]

    def at(self, offset: int) -> Segment | None:
        """Return the segment that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.segments[index].span.end:
            return None
        return self.segments[index]


def structure(document: Document) -> Structure:
    """Assign every block, or parts of it, to a field."""
    return Structure(
        Segment(block.span, block.field or Field.BODY, number)
        for number, block in enumerate(document.blocks)
    )
