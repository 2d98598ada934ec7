"""Spans of text, the map from text back to source, and the only code that knows encodings.

Offsets inside newslint are code points of the decoded text, from 0, end exclusive. Lines and
columns count from 1. Other units (UTF-16 for LSP and LanguageTool, UTF-8 bytes for rdjson) are
made here, at the edge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from newslint.record import Record
from newslint.regexes import compiled


class Span(Record):
    """A stretch of text, `start` inclusive and `end` exclusive, in code points."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Count the code points covered."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """Move both ends by the same number of code points."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Cut the covered words out of `text`."""
        return text[self.start : self.end]


class Run(Record):
    """A stretch of text and the stretch of source it was read from.

    `literal` says that both hold the same characters, so that an edit of the one is an edit of
    the other. An entity such as `&eacute;` is one code point of text and eight of source.
    """

    text: Span
    source: Span
    literal: bool = True


class OffsetMap:
    """Map spans of a document's text to the file they were read from, and never by searching.

    Text between two runs (the blank line a reader puts between blocks) has no source: a start
    falls forward to the next run, an end back to the previous one.
    """

    __slots__ = ("_starts", "runs")

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(run for run in runs if run.text.length)
        self._starts = [run.text.start for run in self.runs]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Map a text onto itself."""
        return cls([Run(Span(0, length), Span(0, length))])

    def source(self, span: Span) -> Span:
        """Return the stretch of source that `span` was read from."""
        if not self.runs:
            return Span(0, 0)
        start = self._source_start(span.start)
        end = self._source_end(span.end) if span.length else start
        return Span(start, max(start, end))

    def literal(self, span: Span) -> Span | None:
        """Return the source of `span` if one literal run holds all of it, else None.

        Only such a span may be edited.
        """
        index = self._index(span.start)
        if index < 0:
            return None
        run = self.runs[index]
        if not run.literal or not run.text.covers(span):
            return None
        return span.shift(run.source.start - run.text.start)

    def compose(self, outer: OffsetMap) -> OffsetMap:
        """Chain this map (text to middle) with `outer` (middle to source)."""
        return OffsetMap(piece for run in self.runs for piece in outer.pieces(run))

    def pieces(self, run: Run) -> Iterator[Run]:
        """Split `run`, whose source is this map's text, at the borders of this map's runs."""
        if not run.literal:
            yield Run(run.text, self.source(run.source), literal=False)
            return
        shift = run.text.start - run.source.start
        index = max(self._index(run.source.start), 0)
        while index < len(self.runs) and self.runs[index].text.start < run.source.end:
            inner = self.runs[index]
            start = max(inner.text.start, run.source.start)
            end = min(inner.text.end, run.source.end)
            if start < end:
                source = inner.source
                if inner.literal:
                    source = Span(start, end).shift(source.start - inner.text.start)
                yield Run(Span(start + shift, end + shift), source, inner.literal)
            index += 1

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _source_start(self, offset: int) -> int:
        index = self._index(offset)
        if index < 0:
            return self.runs[0].source.start
        run = self.runs[index]
        if offset < run.text.end:
            return run.source.start + (offset - run.text.start if run.literal else 0)
        return self.runs[index + 1].source.start if index + 1 < len(self.runs) else run.source.end

    def _source_end(self, offset: int) -> int:
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return self.runs[0].source.start
        run = self.runs[index]
        if offset <= run.text.end:
            return run.source.start + offset - run.text.start if run.literal else run.source.end
        return run.source.end


class Position(Record):
    """A place in a file: `offset` in code points from 0, `line` and `column` from 1."""

    offset: int
    line: int
    column: int


_CHUNK = 4096
_LINE_END = compiled(r"\r\n|\r|\n")


class LineIndex:
    """Turn offsets into lines and columns, in whatever unit a client counts."""

    __slots__ = ("_starts", "_sums", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._sums: dict[str, list[int]] = {}
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    @property
    def count(self) -> int:
        """Count the lines; a text that ends in a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column (both from 1, in code points) of `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """Return the span of line `number` (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column that count from 1, in code points."""
        span = self.line(line)
        return min(span.start + column - 1, span.end)

    def utf16_column(self, offset: int) -> int:
        """Return the column of `offset`, from 1, in UTF-16 code units."""
        return self._column(offset, "utf-16-le") // 2 + 1

    def utf16_offset(self, offset: int) -> int:
        """Return `offset` in UTF-16 code units from the start of the text."""
        return self._bytes(offset, "utf-16-le") // 2

    def utf8_column(self, offset: int) -> int:
        """Return the column of `offset`, from 1, in UTF-8 bytes."""
        return self._column(offset, "utf-8") + 1

    def _column(self, offset: int, encoding: str) -> int:
        start = self._starts[self.position(offset).line - 1]
        return self._bytes(offset, encoding) - self._bytes(start, encoding)

    def _bytes(self, offset: int, encoding: str) -> int:
        """Count the bytes before `offset`, from sums kept so that a long line costs once."""
        sums = self._sums.get(encoding)
        if sums is None:
            chunks = range(0, len(self.text), _CHUNK)
            lengths = (self._encoded(at, at + _CHUNK, encoding) for at in chunks)
            sums = self._sums[encoding] = [0, *accumulate(lengths)]
        whole = offset // _CHUNK
        return sums[whole] + self._encoded(whole * _CHUNK, offset, encoding)

    def _encoded(self, start: int, end: int, encoding: str) -> int:
        return len(self.text[start:end].encode(encoding, "surrogatepass"))
