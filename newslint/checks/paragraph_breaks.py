"""Paragraphs parted otherwise than the rest of the article's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from newslint.annotate.structure import Segment, structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import BlockKind, Document, Field
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """When a single line end stands out."""

    fewest: Annotated[int, "The fewest blank lines between paragraphs that make a habit."] = 4
    share: Annotated[float, "The largest share of single line ends; one is always odd."] = 0.15


class ParagraphBreaks(DocumentCheck[Parameters]):
    """Report the few paragraphs that no blank line parts from the one before."""

    kind = "paragraph-breaks"
    parameters_type = Parameters
    placeholders = frozenset({"found"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Count line ends between the paragraphs of the story and report the odd ones."""
        body = [
            each for each in document.layer(structure).of(Field.BODY) if _is_text(document, each)
        ]
        single, blank = [], 0
        for before, after in pairwise(body):
            if after.block != before.block + 1:
                continue
            if _line_ends(document, before.span.end, after.span.start) > 1:
                blank += 1
            elif _is_paragraph(document, before) and _is_paragraph(document, after):
                single.append(after)
            else:
                return  # a list or verse: line ends have another meaning here
        most = max(1, int(self.parameters.share * (blank + 1)))
        if blank < self.parameters.fewest or len(single) > most:
            return
        for segment in single:
            span = first_word(document.text, segment.span)
            edit = Edit(Span(segment.span.start, segment.span.start), "\n")
            yield Hit(span, {"found": span.of(document.text)}, edits=(edit,))


_WORD = compiled(
    r"\W*\w[\w'’-]*",
)
_LINE_END = compiled(
    r"\r\n|\r|\n|\\r\\n|\\n",
)
_CLOSED = compiled(
    r"[.!?…][\"'”’»)\]]*$",
)


def _line_ends(document: Document, start: int, end: int) -> int:
    r"""Count the line ends in the source between two paragraphs; JSON writes them `\n`."""
    before = document.offsets.source(Span(start - 1, start)).end
    after = document.offsets.source(Span(end, end + 1)).start
    return len(_LINE_END.findall(document.source, before, after))


def _is_text(document: Document, segment: Segment) -> bool:
    return document.blocks[segment.block].kind is BlockKind.PARAGRAPH


def _is_paragraph(document: Document, segment: Segment) -> bool:
    words = segment.span.of(document.text)
    return len(words) > 40 and _CLOSED.search(words) is not None
