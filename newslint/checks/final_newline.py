"""A file that ends without a line end."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, stripped
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The check needs none."""


class FinalNewline(DocumentCheck[Parameters]):
    """Report the last word of a file whose last character is text."""

    kind = "final-newline"
    parameters_type = Parameters
    placeholders = frozenset({"found"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look whether the article's last word is the very end of its file."""
        segments = document.layer(structure).segments
        if not segments:
            return
        last = stripped(document.text, segments[-1].span)
        if not last.length or document.offsets.source(last).end != len(document.source):
            return
        match = _LAST_WORD.search(document.text, last.start, last.end)
        span = Span(*match.span()) if match else last
        edit = Edit(Span(last.end, last.end), "\n")
        yield Hit(span, {"found": span.of(document.text)}, edits=(edit,), absent=True)


_LAST_WORD = compiled(
    r"\S+$",
)
