"""Write comments, changes and tracked changes into a Word document (ECMA-376).

The XML of the document is changed at the very characters, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newslint.errors import NewslintError
from newslint.readers.archive import open_archive
from newslint.readers.docxparts import Part, paragraphs_of, parts_with_text
from newslint.readers.markup import Element
from newslint.readers.paragraphs import Placed, placed
from newslint.readers.source import encode
from newslint.record import Record
from newslint.span import Span
from newslint.writers.docxcomments import comments_part, free_id, with_comments
from newslint.writers.docxruns import Cut, Runs
from newslint.writers.editors import Change
from newslint.writers.escaping import escape
from newslint.writers.package import Splice, rewritten, spliced
from newslint.writers.signature import Signature

_ID = re.compile(r"\bid=[\"'](\d{1,9})[\"']", re.IGNORECASE)


class Note(Record):
    """A comment: the words it is about (a span of the document's source) and its paragraphs."""

    span: Span
    lines: tuple[str, ...]


def annotate(data: bytes, path: str, notes: Sequence[Note], signature: Signature) -> bytes:
    """Return the document with a comment on the words of each note.

    Word has no comments in footnotes: one about a footnote stands at the head of the document.
    """
    document = _Document(data, path)
    main = document.parts[0]
    existing = comments_part(document.archive, main)
    numbered = list(enumerate(notes, free_id(existing)))
    runs = Runs(main)
    borders: dict[int, _Border] = {}
    for number, note in numbered:
        start, end = document.markup(note.span, main)
        _border(borders, runs.cut(start)).starts.append(number)
        _border(borders, runs.cut(end)).ends.append(number)
    splices = dict.fromkeys(_comment_splices(borders.values(), runs))
    text = spliced(main.text, splices)
    lines = [(number, note.lines) for number, note in numbered]
    parts = with_comments(document.archive, main, existing, lines, signature)
    return rewritten(data, {**parts, main.name: encode(main.source, text, path)})


def change(
    data: bytes, path: str, changes: Sequence[Change], tracked: Signature | None = None
) -> bytes:
    """Return the document with changes made, or tracked for an editor to accept.

    Raises NewslintError for a change whose words the document does not hold as they are.
    """
    document = _Document(data, path)
    written: dict[str, bytes] = {}
    for part in document.parts:
        runs = Runs(part)
        number = max((int(each) for each in _ID.findall(part.text)), default=0) + 1
        splices: list[Splice] = []
        for each in changes:
            pieces = document.changed(each.span)
            if document.part(pieces[0]) is not part:
                continue
            if not all(piece.piece.literal for piece in pieces):
                raise NewslintError.of("a change does not stand on characters", path=path)
            splices += _change_splices(each, pieces, runs, tracked, number)
            number += 2 * len(pieces)
        if splices:
            text = spliced(part.text, dict.fromkeys(splices))
            written[part.name] = encode(part.source, text, path)
    return rewritten(data, written)


class _Document:
    """A document's parts and where each piece of its source stands in them."""

    def __init__(self, data: bytes, path: str) -> None:
        self.archive = open_archive(data, path, "a Word document (.docx)")
        self.parts = parts_with_text(self.archive)
        self._labels = {part.label: part for part in self.parts}
        paragraphs = [each for part in self.parts for each in paragraphs_of(part, {})]
        self._placed = [each for each in placed(paragraphs) if each.source.length]
        self._starts = [each.source.start for each in self._placed]

    def part(self, piece: Placed) -> Part:
        """Return the part that a piece stands in."""
        return self._labels[piece.paragraph.part]

    def pieces(self, span: Span) -> list[Placed]:
        """Return the pieces that a span touches, at least one."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, max(span.end - 1, span.start))
        found = [each for each in self._placed[first:last] if each.source.overlaps(span)]
        return found or self._placed[first : first + 1]

    def changed(self, span: Span) -> list[Placed]:
        """Return the pieces to change; to insert, one of characters that begins or ends there."""
        found = self.pieces(span)
        if span.length or found[0].piece.literal:
            return found
        first = max(bisect_right(self._starts, span.start) - 2, 0)
        for each in self._placed[first : first + 3]:
            if each.piece.literal and each.source.start <= span.start <= each.source.end:
                return [each]
        return found

    def markup(self, span: Span, main: Part) -> Span:
        """Return where a span stands in the XML of the main part; else the head of that."""
        inside = [each for each in self.pieces(span) if self.part(each) is main]
        if not inside:
            inside = self._placed[:1]
            return Span(inside[0].piece.markup.start, inside[0].piece.markup.start)
        return Span(_markup(inside[0], span).start, _markup(inside[-1], span).end)


def _markup(piece: Placed, span: Span) -> Span:
    """Return the XML of that part of a piece which stands in `span`."""
    if not piece.piece.literal:
        start, end = piece.piece.markup
        return Span(start, end if span.length else start)
    shift = piece.piece.markup.start - piece.source.start
    start = min(max(span.start, piece.source.start), piece.source.end)
    end = min(max(span.end, start), piece.source.end)
    return Span(start + shift, end + shift)


class _Border(Record):
    """A border of runs and the comments that begin and end at it."""

    cut: Cut
    starts: list[int]
    ends: list[int]


def _border(borders: dict[int, _Border], cut: Cut) -> _Border:
    return borders.setdefault(cut.at, _Border(cut, [], []))


def _comment_splices(borders: Iterable[_Border], runs: Runs) -> Iterator[Splice]:
    w = runs.prefix
    for cut, starts, ends in borders:
        closed = "".join(
            f'<{w}commentRangeEnd {w}id="{number}"/>'
            f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
            for number in ends
            if number not in starts
        )
        opened = "".join(f'<{w}commentRangeStart {w}id="{number}"/>' for number in starts)
        empty = "".join(
            f'<{w}commentRangeEnd {w}id="{number}"/>'
            f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
            for number in ends
            if number in starts
        )
        yield Splice(cut.at, cut.at, f"{cut.before}{closed}{opened}{empty}{cut.after}")
        if cut.mark is not None:
            yield from runs.preserve(cut.mark)


def _change_splices(
    each: Change, pieces: Sequence[Placed], runs: Runs, tracked: Signature | None, number: int
) -> Iterator[Splice]:
    """Yield what makes a change: the new words come where the first of the old ones stand."""
    for index, piece in enumerate(pieces):
        words = each.replacement if index == 0 else ""
        span = _markup(piece, each.span)
        run = runs.at(span.start)
        holder = _holder(run, span)
        if tracked is None:
            yield Splice(span.start, span.end, escape(words))
        else:
            ids = number + 2 * index
            yield Splice(
                *span, _tracked(span, words, runs, run, tracked.attributes(runs.prefix), ids)
            )
        yield from runs.preserve(holder)


def _tracked(span: Span, words: str, runs: Runs, run: Element, by: str, number: int) -> str:
    """Write a deletion and an insertion between two halves of a run."""
    w, opened = runs.prefix, runs.open(run)
    old = runs.text_of(span)
    deleted = (
        f'<{w}del {w}id="{number}" {by}>{opened}<{w}delText xml:space="preserve">{old}'
        f"</{w}delText></{w}r></{w}del>"
    )
    inserted = (
        f'<{w}ins {w}id="{number + 1}" {by}>{opened}<{w}t xml:space="preserve">{escape(words)}'
        f"</{w}t></{w}r></{w}ins>"
    )
    return (
        f"</{w}t></{w}r>{deleted if old else ''}{inserted if words else ''}"
        f'{opened}<{w}t xml:space="preserve">'
    )


def _holder(run: Element, span: Span) -> Element:
    """Return the text element that a span of the XML stands in."""
    return next(
        each
        for each in run.elements
        if each.name == "t" and each.tag.end <= span.start and span.end <= each.end
    )
