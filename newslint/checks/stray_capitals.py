"""Ordinary words that begin with a capital in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint import lexicon
from newslint.annotate.quotes import quotes
from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """Which words must be small, and where a capital may still be right."""

    words: Annotated[tuple[str, ...], "Words that take no capital within a sentence."]
    not_after: Annotated[
        tuple[str, ...], "Words after which a name may begin, beside nouns such as book or show."
    ] = ()
    names: Annotated[tuple[str, ...], "Names that begin with one of the words."] = ()


class StrayCapitals(PatternCheck[Parameters]):
    """Report a capital on an ordinary word that follows a small one."""

    kind = "stray-capitals"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def patterns(self) -> Sequence[Pattern]:
        """Return the pairs of a small word and one with a capital, as one pattern."""
        words = "|".join(word.capitalize() for word in self.parameters.words)
        names = "|".join(self.parameters.names)
        spared = rf"(?!(?:{names})\b)" if names else ""
        source = rf"(?<![\w'-])(?P<before>\p{{L}}[\p{{L}}'-]*),? {spared}(?P<word>{words})"
        source += r"(?P<small>(?= (?!(?:the|an?)\b)\p{Ll}))?(?=[ .,])"
        return [Pattern(source, ignore_case=False)]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report the word and write it small, unless a title may begin with it."""
        quoted = document.layer(quotes)
        for match in matches:
            word = match.group("word")
            span = Span(match.span.end - len(word), match.span.end)
            if not self._is_stray(match) or quoted.quoted(span):
                continue
            values = {"found": word, "replacement": word.lower()}
            yield Hit(span, values, replacement=word.lower())

    def _is_stray(self, match: Match) -> bool:
        before = match.group("before")
        if before[0].islower():
            spared = lexicon.words("work-nouns").union(self.parameters.not_after)
            return before not in spared and before.removesuffix("s") not in spared
        # Behind a capital the word may be part of a name, unless that is one of these words too,
        # or the sentence goes on small: "Jo Day Covers schools".
        goes_on = match.groups[match.names["small"]] is not None
        return goes_on or before.lower() in self.parameters.words
