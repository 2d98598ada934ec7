"""Two spaces where one belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import BlockKind, Document
from newslint.finding import Edit, Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """Which doubled spaces are meant."""

    after_stops: Annotated[bool, "Whether two spaces between sentences count."] = False


class DoubledSpaces(DocumentCheck[Parameters]):
    """Report an article's doubled spaces once, with one fix for all."""

    kind = "doubled-spaces"
    parameters_type = Parameters
    placeholders = frozenset({"found", "count", "places"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report the first place, and point to the others."""
        gaps = list(self._gaps(document))
        if not gaps:
            return
        first, *others = gaps
        span = _with_neighbours(document.text, first)
        places = "here" if not others else f"here and in {_count(len(others))}"
        edits = tuple(Edit(gap, " ") for gap in gaps)
        related = tuple(
            Related(_with_neighbours(document.text, gap), "here too") for gap in others[:9]
        )
        found = " ".join(span.of(document.text).split())
        yield Hit(
            span,
            {"found": found, "count": str(len(gaps)), "places": places},
            edits=edits,
            related=related,
        )

    def _gaps(self, document: Document) -> Iterator[Span]:
        pattern = _BETWEEN if self.parameters.after_stops else _WITHIN
        for segment in document.layer(structure).segments:
            if document.blocks[segment.block].kind is BlockKind.CODE:
                continue
            for match in pattern.finditer(document.text, *segment.span):
                yield Span(*match.span())


_WITHIN = compiled(
    r"(?<=[\p{L}\p{N},;%)])[ \u00a0]{2,}(?=[\p{L}\p{N}(“‘$£€])",
)
_BETWEEN = compiled(
    r"(?<=[.!?…:][\"'”’)\]]?)[ \u00a0]{2,}(?=\S)",
)
_WORD_BEFORE = compiled(
    r"\S+$",
)
_WORD_AFTER = compiled(
    r"\S*[\p{L}\p{N}]",
)


def _with_neighbours(text: str, gap: Span) -> Span:
    """Widen a gap to the words on both sides, so that there is something to see."""
    before = _WORD_BEFORE.search(text, max(0, gap.start - 40), gap.start)
    after = _WORD_AFTER.match(text, gap.end)
    return Span(before.start() if before else gap.start, after.end() if after else gap.end)


def _count(places: int) -> str:
    return "one other place" if places == 1 else f"{places} other places"
