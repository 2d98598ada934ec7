"""Bylines that name somebody twice, or more people than a reader takes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.alike import plain
from newslint.annotate.structure import Segment, structure
from newslint.annotate.structure_bylines import read_byline
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """How many people a byline may name."""

    most: Annotated[int, "The most people that a byline may name; 0 is any number."] = 0


class BylineNames(DocumentCheck[Parameters]):
    """Report each name given twice in one byline, and bylines of too many names.

    Lines that stand together are one byline. What the file's own field says is another, and so is
    a signature below the story.
    """

    kind = "byline-names"
    parameters_type = Parameters
    placeholders = frozenset({"found", "count", "most"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Count the names of each byline."""
        for run in _runs(document.layer(structure).segments):
            first: dict[str, Span] = {}
            told: set[str] = set()
            for segment in run:
                for name in read_byline(segment.span.of(document.text)).names:
                    span = name.shift(segment.span.start)
                    found = span.of(document.text)
                    before = first.setdefault(plain(found), span)
                    if before is not span and plain(found) not in told:
                        told.add(plain(found))
                        related = (Related(before, "the first time"),)
                        yield Hit(span, {"found": found, **self._counted(1)}, related=related)
            if 0 < self.parameters.most < len(first):
                names = list(first.values())
                span = names[self.parameters.most]
                message = "The byline names {count} people: {most} are enough, the rest go below."
                values = {"found": span.of(document.text), **self._counted(len(first))}
                yield Hit(span, values, message=message)

    def _counted(self, count: int) -> dict[str, str]:
        return {"count": str(count), "most": str(self.parameters.most)}


def _runs(segments: tuple[Segment, ...]) -> Iterator[list[Segment]]:
    """Yield the bylines that stand together and come from one place."""
    run: list[Segment] = []
    for segment in segments:
        apart = run and (segment.confidence == 1.0) != (run[-1].confidence == 1.0)
        if run and (segment.field is not Field.BYLINE or apart):
            yield run
            run = []
        if segment.field is Field.BYLINE:
            run.append(segment)
    if run:
        yield run
