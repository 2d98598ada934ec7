"""Little words that begin with a capital in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.span import Span


class Parameters(NamedTuple):
    """Which words must be small, and after which words that is certain."""

    words: Annotated[tuple[str, ...], "Words that take no capital within a sentence."]
    after: Annotated[tuple[str, ...], "Words before them that begin no name."]
    names: Annotated[tuple[str, ...], "Names that begin with one of the words."] = ()


class StrayCapitals(PatternCheck[Parameters]):
    """Report a capital on a little word that follows an ordinary one."""

    kind = "stray-capitals"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def patterns(self) -> Sequence[Pattern]:
        """Return the pairs of words as one pattern."""
        before = "|".join(self.parameters.after)
        words = "|".join(word.capitalize() for word in self.parameters.words)
        names = "|".join(self.parameters.names)
        spared = rf"(?!(?:{names})\b)" if names else ""
        return [
            Pattern(
                rf"\b(?i:{before}) {spared}(?P<word>{words})(?= [\p{{L}}\d])", ignore_case=False
            )
        ]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report the little word and write it small."""
        for match in matches:
            word = match.group("word")
            span = Span(match.span.end - len(word), match.span.end)
            values = {"found": word, "replacement": word.lower()}
            yield Hit(span, values, replacement=word.lower())
