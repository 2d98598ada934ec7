"""Who the speakers are: the people that names and pronouns beside quotations stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

from newslint.annotate.attributions import Attribution, attributions
from newslint.annotate.mentions import Mentions, mentions
from newslint.annotate.quotes import Quotation
from newslint.document import Document
from newslint.span import Span


class SpeakerKind(StrEnum):
    """How a text names a speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"  # "a spokesman", "the mayor", "the report"
    NONE = "none"


class Speaker(NamedTuple):
    """The speaker of one attribution.

    `person` is the number of the person in the mentions layer, where one is known. `sure` is False
    where a pronoun had to be resolved.
    """

    kind: SpeakerKind
    person: int | None
    text: str
    sure: bool


class Speakers:
    """The speakers of a document's quotations, by quotation."""

    __slots__ = ("_by_start", "people")

    def __init__(self, by_start: dict[int, Speaker], people: Mentions) -> None:
        self._by_start = by_start
        self.people = people

    def of(self, quotation: Quotation) -> Speaker | None:
        """Return the speaker of an outermost quotation, or None if it has no attribution."""
        return self._by_start.get(quotation.span.start)

    def name(self, quotation: Quotation) -> str:
        """Return the speaker's full name where it is known, else the words that name them."""
        speaker = self.of(quotation)
        if speaker is None:
            return "nobody"
        if speaker.person is not None:
            return self.people.people[speaker.person].full
        return speaker.text

    def differ(self, one: Quotation, other: Quotation) -> bool:
        """Tell whether two quotations are surely said by two people, both of them named."""
        first, second = self.of(one), self.of(other)
        if first is None or second is None or not (first.sure and second.sure):
            return False
        return None not in (first.person, second.person) and first.person != second.person


_SPEAKS_FOR = re.compile(r"\b(?:for|of|to|by|with|from|in|at|on|about)\b|['’]s?\b")
_SINGULAR = frozenset(("he", "she"))
_PRONOUNS = frozenset("he she they it we i who you".split())


def speakers(document: Document) -> Speakers:
    """Resolve speakers: names by the people of the document, pronouns by the speaker before."""
    people = document.layer(mentions)
    reader = _Reader(document.text, people)
    by_start = {
        each.quotation.span.start: reader.speaker(each)
        for each in document.layer(attributions).attributions
    }
    return Speakers(by_start, people)


class _Reader:
    """Resolves speakers in the order of their quotations."""

    def __init__(self, text: str, people: Mentions) -> None:
        self._text = text
        self._mentions = people.mentions
        self._starts = [mention.span.start for mention in people.mentions]
        self._last: int | None = None

    def speaker(self, attribution: Attribution) -> Speaker:
        """Resolve the speaker of the next attribution."""
        span = attribution.speaker
        if span is None:
            return Speaker(SpeakerKind.NONE, None, "", sure=False)
        words = span.of(self._text)
        if words.lower() in _PRONOUNS:
            person = self._last if words.lower() in _SINGULAR else None
            return Speaker(SpeakerKind.PRONOUN, person, words, sure=False)
        self._last = self._named(span)
        kind = SpeakerKind.ROLE if self._last is None else SpeakerKind.NAME
        return Speaker(kind, self._last, words, sure=self._last is not None)

    def _named(self, span: Span) -> int | None:
        """Return the person whom a speaker's words name, not one they only speak for."""
        index = bisect_left(self._starts, span.start)
        if index == len(self._starts) or self._starts[index] >= span.end:
            return None
        before = self._text[span.start : self._starts[index]]
        return None if _SPEAKS_FOR.search(before) else self._mentions[index].person
