"""Where the text of Markdown blocks stands in the source: line by line, by the block parser's map.

The parser cuts indentation, quotation marks and list markers off the front of a line and nothing
else, so that each line of a block is the end of its source line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newslint.document import TextBuilder
from newslint.readers.base import Extract
from newslint.span import LineIndex, OffsetMap, Run, Span

_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*\Z")
_CELL_SPLIT = re.compile(r"(?<!\\)\|")
_LEADING = re.compile(r"[\s>]*\Z")


class BlockLines:
    """The lines of a source, and the blocks that a parser found in those from `first` on."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._lines = LineIndex(source)
        self._first = self._lines.position(start).line

    def line(self, number: int) -> Span:
        """Return the span of a line of the parser, which counts from 0 below the front matter."""
        number += self._first
        return self._lines.line(number) if number <= self._lines.count else Span(0, 0)

    def block(self, content: str, first: int) -> Extract:
        """Locate a block whose first line is line `first` of the parser."""
        builder = TextBuilder()
        before: Span | None = None
        for number, words in enumerate(content.split("\n"), first):
            line = self.line(number)
            if before is not None:
                self._line_end(builder, Span(before.end, line.start))
            self._suffix(builder, words, line)
            before = line
        return Extract(*builder.build())

    def heading(self, content: str, number: int) -> Extract:
        """Locate a heading written with `#`, which may be closed by more of them."""
        line = self.line(number)
        words = line.of(self._source)
        closing = _CLOSING_HASHES.search(words)
        builder = TextBuilder()
        end = line.start + (closing.start() if closing else len(words))
        self._suffix(builder, content, Span(line.start, end))
        return Extract(*builder.build())

    def cells(self, number: int, count: int | None) -> list[Extract]:
        """Locate the cells of a table's row; `count` is how many its header has, if known."""
        line = self.line(number)
        words = line.of(self._source)
        borders = [-1, *(match.start() for match in _CELL_SPLIT.finditer(words)), len(words)]
        spans = [Span(a + 1, b) for a, b in pairwise(borders)]
        if len(spans) > 1 and not spans[-1].of(words).strip():
            spans.pop()
        leading = len(spans) > count if count is not None else False
        if leading or _LEADING.match(spans[0].of(words)):
            spans.pop(0)
        return [self._cell(span.shift(line.start)) for span in spans]

    def _cell(self, span: Span) -> Extract:
        words = span.of(self._source)
        builder = TextBuilder()
        start = span.start
        for match in re.finditer(r"\\\|", words):
            builder.literal(self._source[start : span.start + match.start()], start)
            start = span.start + match.end()
            builder.derived("|", Span(start - 2, start))
        builder.literal(self._source[start : span.end], start)
        return Extract(*builder.build())

    def _line_end(self, builder: TextBuilder, span: Span) -> None:
        if span.of(self._source).startswith("\n"):
            builder.literal("\n", span.start)
        else:
            builder.derived("\n", Span(span.start, min(span.end, span.start + 2)))

    def _suffix(self, builder: TextBuilder, words: str, line: Span) -> None:
        # Of a tab before a line, what is left of it after the cut comes as spaces.
        inner = words.lstrip(" \t")
        text = line.of(self._source)
        end = len(text) if text.endswith(inner) else len(text.rstrip(" \t"))
        builder.separator(words[: len(words) - len(inner)])
        if inner and text[:end].endswith(inner):
            builder.literal(inner, line.start + end - len(inner))
        else:
            builder.derived(inner, line)


def shifted(extract: Extract, content: str) -> Extract:
    """Return the part of a cell that the parser kept.

    That is without the white space at its ends, and in a quotation without the mark before it.
    """
    end = len(extract.text.rstrip(" \t"))
    span = Span(max(0, end - len(content)), end)
    if span.of(extract.text) != content:
        whole = extract.offsets.source(Span(0, len(extract.text)))
        return Extract(content, OffsetMap([Run(Span(0, len(content)), whole, literal=False)]))
    builder = TextBuilder()
    builder.part(extract.text, extract.offsets, span)
    return Extract(*builder.build())
