"""The datelines of an article, taken apart."""

from __future__ import annotations

from newslint.annotate.structure import Segment, structure
from newslint.annotate.structure_dateline import Dateline, read_dateline
from newslint.document import Document, Field
from newslint.record import Record


class DatelineMention(Record):
    """A dateline where it stands, and what was read of it; `read` is None for a bare date."""

    segment: Segment
    read: Dateline | None


def datelines(document: Document) -> tuple[DatelineMention, ...]:
    """Find the datelines of a document, from its text or its format's own field."""
    return tuple(
        DatelineMention(segment, read_dateline(document.text, segment.span))
        for segment in document.layer(structure).of(Field.DATELINE)
    )
