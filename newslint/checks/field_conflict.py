"""A part of the article that the form and the text give differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.alike import plain
from newslint.annotate.datelines import datelines
from newslint.annotate.structure import Segment, structure
from newslint.annotate.structure_bylines import read_byline
from newslint.annotate.structure_lines import label_of
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related, Severity
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The check needs none."""


Named = tuple[str, Span]


class FieldConflict(DocumentCheck[Parameters]):
    """Report a byline or dateline in the text that contradicts the one of the file's own field.

    Headlines may be worded twice: two that share no word at all are a suggestion.
    """

    kind = "field-conflict"
    parameters_type = Parameters
    placeholders = frozenset({"part", "found", "other"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare what the format says with what the text says."""
        parts = document.layer(structure)
        names = list(_names(document, parts.of(Field.BYLINE)))
        yield from _compared("byline", names, document, parts.of(Field.BYLINE))
        cities = [
            (plain(mention.read.city), _city(mention.segment, mention.read.city))
            for mention in document.layer(datelines)
            if mention.read is not None and mention.read.city
        ]
        yield from _compared("dateline", cities, document, parts.of(Field.DATELINE))
        yield from _headlines(document, parts.of(Field.HEADLINE))


_SURE = 0.8
_ADDED = compiled(r"(?i)\W*(?:co-?(?:written|authored)|with|additional)\b")
_WORD = compiled(r"[\p{L}\p{N}]{3,}")
_STEM = 5


def _headlines(document: Document, segments: Sequence[Segment]) -> Iterator[Hit]:
    """Yield a headline of the text that has no word in common with the file's own."""
    said = [each for each in segments if each.confidence == 1.0]
    written = [each for each in segments if _SURE <= each.confidence < 1.0]
    known = {stem for each in said for stem in _stems(document, each)}
    for segment in written if known else ():
        stems = _stems(document, segment)
        if len(stems) > 1 and not stems & known:
            values = {"part": "headline", "found": f"“{segment.span.of(document.text)}”"}
            values["other"] = f"“{said[0].span.of(document.text)}”"
            related = (Related(said[0].span, "the headline of the file's own field"),)
            yield Hit(segment.span, values, related=related, severity=Severity.SUGGESTION)


def _stems(document: Document, segment: Segment) -> set[str]:
    words = _WORD.findall(plain(segment.span.of(document.text)))
    return {word[:_STEM] for word in words} - _SMALL


_SMALL = frozenset(
    "and are but for from has have her his how its new not off our out over she that the they this "
    "was were what when who will with your after into".split()
)


def _names(document: Document, segments: Sequence[Segment]) -> Iterator[Named]:
    for segment in segments:
        if segment.confidence < _SURE:
            continue
        line = segment.span.of(document.text)
        if _ADDED.match(line):
            continue  # a further writer, not another one
        for name in read_byline(line).names:
            yield plain(name.of(line)), name.shift(segment.span.start)


def _city(segment: Segment, city: str) -> Span:
    return Span(segment.span.start, segment.span.start + len(city))


def _compared(
    part: str, found: Sequence[Named], document: Document, segments: Sequence[Segment]
) -> Iterator[Hit]:
    """Yield what the text names and the field, which names others, does not.

    A label such as "Author:" makes a field of its line.
    """
    fixed = [
        each.span
        for each in segments
        if each.confidence == 1.0 or label_of(each.span.of(document.text))
    ]
    said = [named for named in found if any(span.covers(named[1]) for span in fixed)]
    written = [named for named in found if named not in said]
    if not said:
        return
    known = [name for name, _ in said]
    if any(_agree(name, other) for name, _ in written for other in known):
        return
    for _, span in written:
        other = said[0][1]
        values = {"part": part, "found": span.of(document.text), "other": other.of(document.text)}
        yield Hit(span, values, related=(Related(other, f"the {part} of the file's own field"),))


def _agree(first: str, second: str) -> bool:
    """Tell whether one name is the other, or a shorter form of it."""
    few, many = sorted((first.split(), second.split()), key=len)
    return set(few) <= set(many)
