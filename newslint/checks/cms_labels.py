"""Labels of a content-management system left in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.annotate.structure import structure
from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record


class Parameters(Record):
    """The labels that must not be printed."""

    words: Annotated[tuple[str, ...], "Labels without their colon, such as Author."]


class CmsLabels(PatternCheck[Parameters]):
    """Report a label and its colon at the head of a line."""

    kind = "cms-labels"
    parameters_type = Parameters
    placeholders = frozenset({"found", "label"})

    def patterns(self) -> Sequence[Pattern]:
        """Return each label with its colon."""
        return [
            Pattern(rf"\b{label}\s?[:：]", label, ignore_case=True)
            for label in self.parameters.words
        ]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report labels with which a part of the article begins."""
        parts = document.layer(structure)
        for match in matches:
            segment = parts.at(match.span.start)
            if segment is not None and segment.span.start == match.span.start:
                found = match.span.of(document.text)
                yield Hit(match.span, {"found": found, "label": found.rstrip(" :：")})
