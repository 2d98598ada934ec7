"""Images that nothing describes, no caption explains, and nobody is thanked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.structure import Segment, structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import DOTALL, IGNORECASE, compiled
from newslint.span import Span


class Parameters(Record):
    """What an image must have."""

    missing: Annotated[
        Literal["description", "caption", "credit"],
        "What is looked for: the text for those who cannot see it, a caption, whose picture it is.",
    ] = "description"


class ImageText(DocumentCheck[Parameters]):
    """Report images without alternative text or caption, at the first word that follows them.

    A caption without a credit is reported itself. What stands in the brackets of a Markdown image
    is its text and its caption in one, and names no photographer.

    An image is no text of the article, so its mark-up is read in the source.
    """

    kind = "image-text"
    parameters_type = Parameters
    placeholders = frozenset({"image", "found"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for images of Markdown and HTML whose text is missing or empty."""
        segments = document.layer(structure).segments
        if self.parameters.missing == "credit":
            yield from _uncredited(document, segments)
            return
        if not segments or ("](" not in document.source and "<img" not in document.source):
            return
        bare = self.parameters.missing == "description"
        for image, name in _bare(document.source) if bare else _uncaptioned(document.source):
            span = first_word(document.text, _after(document, segments, image))
            yield Hit(span, {"image": name, "found": ""}, absent=True)


def _bare(source: str) -> Iterator[tuple[Span, str]]:
    for match in _BARE.finditer(source):
        yield Span(*match.span()), match["name"] or match["src"] or ""


def _uncaptioned(source: str) -> Iterator[tuple[Span, str]]:
    """Yield the images of HTML whose figure has no caption, or that stand in none."""
    figures = [Span(*match.span()) for match in _FIGURE.finditer(source)]
    for match in _IMAGE.finditer(source):
        image = Span(*match.span())
        figure = next((each for each in figures if each.covers(image)), None)
        around = figure or Span(image.start, image.end + _BESIDE)
        if not _EXPLAINED.search(source, *around):
            yield figure or image, match["src"] or ""


def _uncredited(document: Document, segments: tuple[Segment, ...]) -> Iterator[Hit]:
    """Yield the captions that neither thank anybody nor stand beside a line that does."""
    run: list[Segment] = []
    for segment in (*segments, None):
        if segment is not None and segment.field is Field.CAPTION:
            run += [] if _describes(document, segment) else [segment]
            continue
        lines = [each.span.of(document.text) for each in run]
        if run and not any(map(_CREDIT.search, lines)):
            span = first_word(document.text, run[0].span)
            yield Hit(span, {"image": "", "found": lines[0]}, absent=True)
        run = []


def _describes(document: Document, segment: Segment) -> bool:
    """Tell whether a caption is the text of an image: in its brackets or in its tag."""
    start = document.offsets.source(segment.span).start
    return _IN_IMAGE.search(document.source, max(0, start - _BESIDE), start) is not None


_BARE = compiled(
    r"!\[\s*\]\((?P<name>[^)\s]*)[^)]*\)"
    r"|<img\b(?![^>]*\balt\s*=\s*[\"'][^\"']*\S[^\"']*[\"'])"
    r"(?:[^>]*?\bsrc\s*=\s*[\"'](?P<src>[^\"']*)[\"'])?[^>]*>",
    IGNORECASE,
)


_FIGURE = compiled(r"<figure\b.*?</figure>", IGNORECASE | DOTALL)
_IMAGE = compiled(
    r"<img\b(?![^>]*\b(?:role\s*=\s*[\"']presentation|aria-hidden))"
    r"(?:[^>]*?\bsrc\s*=\s*[\"'](?P<src>[^\"']*)[\"'])?[^>]*>",
    IGNORECASE,
)
#: How far behind an image that stands in no figure its caption may begin, in characters.
_BESIDE = 200
_EXPLAINED = compiled(
    r"<figcaption\b[^>]*>(?:\s|<[^>]*>)*[^<\s]|\bclass\s*=\s*[\"'][^\"']*(?:caption|cutline)",
    IGNORECASE,
)
_IN_IMAGE = compiled(r"(?:!\[|<img\b[^>]*)$", IGNORECASE)
_CREDIT = compiled(
    r"(?i:photo|image|picture|credit|illustration|graphic|courtesy|handout|copyright|getty|reuters|"
    r"associated press|screen ?(?:shot|grab)|video|\bvia\b)|^[█■▉▇◼]|©|\(c\)"
    r"|\b(?:AP|AFP|EPA|PA|UPI|DPA|dpa)\b|\p{L}/\p{L}"
    r"|[([]\p{Lu}[^()]{2,60}[)\]]\.?$"
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
