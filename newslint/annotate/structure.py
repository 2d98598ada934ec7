"""Which part of the article every stretch of text is, as a newsroom names the parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint.annotate.structure_beside import captions, continued, corrections, signatures, widgets
from newslint.annotate.structure_bylines import (
    is_agency,
    is_byline,
    is_name,
    is_signed_off,
    read_byline,
)
from newslint.annotate.structure_dateline import find_dateline
from newslint.annotate.structure_foot import Foot, only_bio
from newslint.annotate.structure_head import Head, Mark
from newslint.annotate.structure_lines import LONGEST_LINE, is_date_only, line_field
from newslint.annotate.structure_pieces import Pieces, pieces, whole_blocks
from newslint.annotate.structure_pullquotes import pull_quotes
from newslint.document import BlockKind, Document, Field
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Segment(Record):
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
    """Assign every block, or parts of it, to a field.

    What the format says stands. Of the rest, lines that show by their form what they are come
    first, then the head is read downwards and the foot upwards; what remains is the story.
    """
    found = pieces(document) if document.complete else whole_blocks(document)
    marks = _formatted(found)
    if document.complete:
        marks.update(_lines(found, _free(found, marks)))
        if only_bio(found, free := _free(found, marks)):
            marks.update((number, (Field.BIO, 0.9)) for number in free)
        marks.update(Head(found, _free(found, marks)).marks())
        marks.update(_bylines_below(found, _free(found, marks)))
        marks.update(_credits(found, _free(found, marks)))
        marks.update(_repeated(found, _free(found, marks)))
        for beside in (captions, corrections, widgets, continued):
            marks.update(list(beside(found, marks)))
        free = _free(found, marks)
        marks.update(Foot(found, free, _bylines(found, marks)).marks())
        repeated = pull_quotes(found, _free(found, marks))
        marks.update((number, (Field.PULLQUOTE, 0.8)) for number in repeated)
        marks.update(list(signatures(found, marks)))
    return Structure(_segments(found, marks, dated=not document.complete))


# Labels that a headline may begin with, though lower down they point elsewhere.
_HEADLINE_LABEL = compiled(r"(?i)(?:watch(?: live)?|listen|videos?|photos?|graphic|sources?): ")
#: How many paragraphs of the story may come before the one with the dateline.
_BEFORE_DATELINE = 3
#: How long a line may be, and how often it must stand in the copy, to be taken for a page's own.
_LONGEST_REPEATED = 80
_OFTEN = 3
_LONGEST_DATE = 40
# A page dates itself with the day of the week; a chronicle seldom does.
_PAGE_DATE = compiled(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? .*\b(?:19|20)\d\d\b")
# The last line of copy that was taken over: "From the Tarn Post".
_TAKEN_FROM = compiled(r"(?:[Vv]ia|From|[Hh]/[Tt]|HT) (?:[Tt]he )?\p{Lu}[\w.&'’ -]{1,40}")


def _formatted(found: Pieces) -> dict[int, Mark]:
    marks: dict[int, Mark] = {}
    for number, block in enumerate(found.blocks):
        if block.field is not None and block.field is not Field.BODY:
            marks[number] = (block.field, 1.0)
        elif block.kind is BlockKind.CAPTION:
            marks[number] = (Field.CAPTION, 1.0)
    return marks


def _free(found: Pieces, marks: dict[int, Mark]) -> list[int]:
    return [number for number in range(len(found.blocks)) if number not in marks]


def _lines(found: Pieces, free: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    for number in free:
        block = found.blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.span.length > LONGEST_LINE:
            continue
        line = found.words(number)
        field = line_field(line)
        first = number == free[0] and len(free) > 1
        if field is not None and not (first and _HEADLINE_LABEL.match(line)):
            yield number, (field, 0.9)


def _repeated(found: Pieces, free: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """Yield short lines that stand in the copy again and again, as what a page adds does."""
    lines = {
        number: found.words(number)
        for number in free
        if found.blocks[number].span.length <= _LONGEST_REPEATED
    }
    counts = Counter(lines.values())
    for number, line in lines.items():
        beside = line in (lines.get(number - 1), lines.get(number + 1))
        if beside and is_name(line):
            yield number, (Field.CAPTION, 0.6)
        elif line[-1:] != ":" and (counts[line] >= _OFTEN or beside) and line.count(" ") >= 2:
            yield number, (Field.FURNITURE, 0.7)


def _credits(found: Pieces, free: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """Yield the lines below the head that name an agency alone: they belong to pictures.

    The last line of the copy signs it, if a dash stands before the agency.
    """
    for number in free[1:]:
        line = found.words(number)
        if is_agency(line):
            yield number, (Field.CAPTION, 0.7)
        elif len(line) <= _LONGEST_DATE and _PAGE_DATE.match(line) and is_date_only(line):
            yield number, (Field.FURNITURE, 0.6)
        elif number < len(found.blocks) - 1 or len(line) > _LONGEST_REPEATED:
            continue
        elif is_signed_off(line):
            yield number, (Field.BYLINE, 0.7)
        elif _TAKEN_FROM.fullmatch(line):
            yield number, (Field.FURNITURE, 0.7)


def _bylines_below(found: Pieces, free: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """Yield the bylines that stand in or below the story."""
    for number in free:
        block = found.blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.span.length > _LONGEST_REPEATED:
            continue
        line = found.words(number)
        introduced = "by " in line[:20].lower() and line[-1] not in ".!?"
        if introduced and is_byline(line) and read_byline(line).names:
            yield number, (Field.BYLINE, 0.8)


def _bylines(found: Pieces, marks: dict[int, Mark]) -> list[str]:
    """Return the writers' names, from bylines found so far."""
    lines = [found.words(number) for number, (field, _) in marks.items() if field is Field.BYLINE]
    return [name.of(line) for line in lines for name in read_byline(line).names]


def _segments(found: Pieces, marks: dict[int, Mark], *, dated: bool) -> Iterator[Segment]:
    story = 0
    # A dateline of the format's own does not keep the copy from having another.
    dated = dated or any(field is Field.DATELINE and sure < 1 for field, sure in marks.values())
    for number, block in enumerate(found.blocks):
        field, confidence = marks.get(number, (Field.BODY, 1.0))
        span, owner = block.span, found.owners[number]
        if field is Field.BODY and not dated and story < _BEFORE_DATELINE:
            dateline = find_dateline(found.text, span)
            if dateline is not None and block.kind is BlockKind.PARAGRAPH:
                dated = True
                yield Segment(dateline.span, Field.DATELINE, owner, dateline.confidence)
                span = _rest(found.text, Span(dateline.span.end, span.end))
        story += field is Field.BODY
        yield Segment(span, field, owner, confidence)


def _rest(text: str, span: Span) -> Span:
    """Return `span` without the white space it begins with."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end)
