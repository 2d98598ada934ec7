"""Cut a text into pieces under marks: marks may overlap, elements of a page may not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.excerpt import visible
from newslint.record import Record
from newslint.span import Span


class Mark(Record):
    """Words to mark: those of finding `number`, or (`place` from 1) a place it points to.

    `place` -1 marks words that are known to be right; its number counts from -1 downwards.
    """

    span: Span
    number: int
    place: int
    severity: str

    @property
    def anchor(self) -> str:
        """Name the mark on the page."""
        return f"m{self.number}-{self.place}" if self.place else f"m{self.number}"


class Piece(Record):
    """A stretch of text under the same marks; `starts` and `ends` are those it begins and ends.

    A mark without length has a piece without text. `field` is set where the piece is another part
    of the article than its block.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    starts: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    field: str = ""

    @property
    def classes(self) -> str:
        """Return the classes of its marks, one for each severity, and one for a place."""
        own = {f"m-{mark.severity}" for mark in self.marks if not mark.place}
        places = {"m-place" if mark.place > 0 else "m-ok" for mark in self.marks if mark.place}
        return " ".join(sorted(own | places))

    @property
    def numbers(self) -> str:
        """Return the numbers of the findings whose marks cover it."""
        numbers = {mark.number for mark in self.marks if mark.number > 0}
        return " ".join(str(number) for number in sorted(numbers))


def fitted(span: Span, blocks: Sequence[Span]) -> tuple[Span, int]:
    """Fit a span to blocks, which are sorted: return it and the number of its first block.

    What lies between blocks has no place on a page: a start falls forward, an end back. A span
    that lies wholly between two becomes the end of the first of them. Raises ValueError if there
    are no blocks.
    """
    if not blocks:
        raise ValueError("there are no blocks")
    starts = [block.start for block in blocks]
    at = bisect_right(starts, span.start) - 1
    if at >= 0 and span.start < blocks[at].end + (not span.length):
        first, start = at, span.start
    elif at + 1 < len(blocks) and span.end > blocks[at + 1].start:
        first, start = at + 1, blocks[at + 1].start
    else:
        point = blocks[at].end if at >= 0 else blocks[0].start
        return Span(point, point), max(at, 0)
    last = max(bisect_left(starts, span.end) - 1, first)
    return Span(start, max(start, min(span.end, blocks[last].end))), first


def cut(text: str, block: Span, borders: Iterable[int], marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a block of `text` at `borders` and wherever one of its marks begins or ends."""
    points = [mark for mark in marks if not mark.span.length]
    words = [mark for mark in marks if mark.span.length]
    cuts = {block.start, block.end, *borders}
    cuts.update(at for mark in marks for at in mark.span)
    inside = sorted(at for at in cuts if block.start <= at <= block.end)
    waiting = sorted(words, key=lambda mark: mark.span.start)
    over: list[Mark] = []
    yield from _points(points, block.start)
    at = 0
    for start, end in pairwise(inside):
        while at < len(waiting) and waiting[at].span.start <= start:
            over.append(waiting[at])
            at += 1
        over = [mark for mark in over if mark.span.end > start]
        yield _piece(text, Span(start, end), over)
        yield from _points(points, end)


def _points(points: Iterable[Mark], offset: int) -> Iterator[Piece]:
    for mark in points:
        if mark.span.start == offset:
            yield Piece(offset, "", (mark,), (mark,), (mark,))


def _piece(text: str, span: Span, over: Iterable[Mark]) -> Piece:
    marks = tuple(sorted(over, key=lambda mark: (mark.number, mark.place)))
    return Piece(
        span.start,
        _shown(span.of(text)),
        marks,
        tuple(mark for mark in marks if mark.span.start == span.start),
        tuple(mark for mark in marks if mark.span.end == span.end),
    )


def _shown(text: str) -> str:
    """Make control characters visible, but keep line ends."""
    return "\n".join(visible(line) for line in text.split("\n"))
