"""The datelines of an article, taken apart."""

from __future__ import annotations

from newslint.annotate.structure import Segment, structure
from newslint.annotate.structure_dateline import Dateline, read_dateline
from newslint.annotate.structure_lines import label_of
from newslint.document import Document, Field
from newslint.record import Record
from newslint.span import Span


class DatelineMention(Record):
    """A dateline where it stands, and what was read of it; `read` is None for a bare date."""

    segment: Segment
    read: Dateline | None


def datelines(document: Document) -> tuple[DatelineMention, ...]:
    """Find the datelines of a document, from its text or its format's own field.

    The label of an editing system ("Location:") is no part of them.
    """
    found = document.layer(structure).of(Field.DATELINE)
    segments = [_unlabelled(document, segment) for segment in found]
    return tuple(
        DatelineMention(segment, read_dateline(document.text, segment.span)) for segment in segments
    )


def _unlabelled(document: Document, segment: Segment) -> Segment:
    start = segment.span.start + len(label_of(segment.span.of(document.text)))
    return segment._replace(span=Span(start, segment.span.end))
