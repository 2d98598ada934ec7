"""Images that nothing describes."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.structure import Segment, structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span


class Parameters(Record):
    """The check needs none."""


class ImageText(DocumentCheck[Parameters]):
    """Report images without alternative text, at the first word that follows them.

    An image is no text of the article, so its mark-up is read in the source.
    """

    kind = "image-text"
    parameters_type = Parameters
    placeholders = frozenset({"image"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for images of Markdown and HTML whose text is missing or empty."""
        segments = document.layer(structure).segments
        if not segments or ("](" not in document.source and "<img" not in document.source):
            return
        for match in _BARE.finditer(document.source):
            following = _after(document, segments, Span(*match.span()))
            span = first_word(document.text, following)
            yield Hit(span, {"image": match["name"] or match["src"] or ""}, absent=True)


_BARE = compiled(
    r"!\[\s*\]\((?P<name>[^)\s]*)[^)]*\)"
    r"|<img\b(?![^>]*\balt\s*=\s*[\"'][^\"']*\S[^\"']*[\"'])"
    r"(?:[^>]*?\bsrc\s*=\s*[\"'](?P<src>[^\"']*)[\"'])?[^>]*>",
    IGNORECASE,
)


def _after(document: Document, segments: tuple[Segment, ...], image: Span) -> Span:
    """Return the text of the article from an image of the source on, to the end of a segment."""
    for segment in segments:
        source = document.offsets.source(segment.span)
        if source.start >= image.end:
            return segment.span
        if source.covers(image) and source.end > image.end:  # plain text, mark-up and all
            return Span(segment.span.start + image.end - source.start, segment.span.end)
    return segments[-1].span
