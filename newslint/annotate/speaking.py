"""Who the speakers are: the people that names and pronouns beside quotations stand for."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum

from newslint.annotate.attributions import Attribution, attributions
from newslint.annotate.mentions import Mentions, mentions
from newslint.annotate.quotes import Quotation
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class SpeakerKind(StrEnum):
    """How a text names a speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"  # "a spokesman", "the mayor", "the report"
    NONE = "none"


class Speaker(Record):
    """The speaker of one attribution.

    `person` is the same for all speakers who are one person, and empty where it is not known who
    speaks. `name` is the fullest name of that person so far. `sure` is False where a pronoun had to
    be resolved.
    """

    kind: SpeakerKind
    text: str
    person: str = ""
    name: str = ""
    sure: bool = False


class Speakers:
    """The speakers of a document's quotations, by quotation."""

    __slots__ = ("_by_start",)

    def __init__(self, by_start: dict[int, Speaker]) -> None:
        self._by_start = by_start

    def of(self, quotation: Quotation) -> Speaker | None:
        """Return the speaker of an outermost quotation, or None if it has no attribution."""
        return self._by_start.get(quotation.span.start)

    def name(self, quotation: Quotation) -> str:
        """Return the speaker's full name where it is known, else the words that name them."""
        speaker = self.of(quotation)
        return "nobody" if speaker is None else speaker.name or speaker.text

    def differ(self, one: Quotation, other: Quotation) -> bool:
        """Tell whether two quotations are surely said by two people, both of them named.

        Two of one family name are not: a name may be cut short (“Ruben Hale Jr.”, “Hale”).
        """
        first, second = self.of(one), self.of(other)
        if first is None or second is None or not (first.sure and second.sure):
            return False
        return first.person != second.person and _family(first.name) != _family(second.name)


_SPEAKS_FOR = compiled(r"\b(?:for|of|to|by|with|from|in|at|on|about)\b|['’]s?\b")
# A speaker's name that the list of given names does not know: “Ines Park”, “Park”.
_NAME = compiled(r"(?:[^\W\d_a-z][\w.'’-]* ){0,3}([^\W\d_a-z][\w'’-]*[a-z][\w'’-]*)")
_EXPLAINED = compiled(r"[,(]")
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_SINGULAR = frozenset("he she his her".split())
_PRONOUNS = _SINGULAR | frozenset("they it we i who you their its our my".split())
_ARTICLES = frozenset("The A An This That These Those One".split())


def _family(name: str) -> str:
    """Return the family name of a person, in small letters."""
    words = [word.strip(".,").lower() for word in name.split()]
    named = [word for word in words if word not in _GENERATIONS]
    return named[-1] if named else ""


def speakers(document: Document) -> Speakers:
    """Resolve speakers: names by the people of the document, pronouns by the speaker before."""
    reader = _Reader(document.text, document.layer(mentions))
    return Speakers(
        {
            each.quotation.span.start: reader.speaker(each)
            for each in document.layer(attributions).attributions
        }
    )


class _Reader:
    """Resolves speakers in the order of their quotations."""

    def __init__(self, text: str, people: Mentions) -> None:
        self._text = text
        self._people = people
        self._starts = [mention.span.start for mention in people.mentions]
        self._fullest: dict[str, str] = {}
        self._last = ""

    def speaker(self, attribution: Attribution) -> Speaker:
        """Resolve the speaker of the next attribution."""
        span = attribution.speaker
        if span is None:
            return Speaker(SpeakerKind.NONE, "")
        words = span.of(self._text)
        if words.lower() in _PRONOUNS:
            person = self._last if words.lower() in _SINGULAR else ""
            return Speaker(SpeakerKind.PRONOUN, words, person, self._fullest.get(person, ""))
        person, name = self._named(span)
        self._last = person
        if not person:
            return Speaker(SpeakerKind.ROLE, words)
        if len(name) > len(self._fullest.get(person, "")):
            self._fullest[person] = name
        return Speaker(SpeakerKind.NAME, words, person, self._fullest[person], sure=True)

    def _named(self, span: Span) -> tuple[str, str]:
        """Return the person whom a speaker's words name, not one they only speak for."""
        index = bisect_left(self._starts, span.start)
        if index < len(self._starts) and self._starts[index] < span.end:
            mention = self._people.mentions[index]
            if _SPEAKS_FOR.search(self._text[span.start : mention.span.start]):
                return "", ""
            return f"#{mention.person}", self._people.people[mention.person].full
        words = _EXPLAINED.split(span.of(self._text), maxsplit=1)[0].strip()
        match = _NAME.fullmatch(words.removesuffix("'s").removesuffix("’s"))
        if match is None or words.split()[0] in _ARTICLES or not _family(match.group()):
            return "", ""
        person = f"~{match.group(1).casefold()}"
        before = self._text[max(0, span.start - 3) : span.start].rstrip()
        opens_sentence = not before or before[-1] in ".!?:\n"
        if " " not in words and opens_sentence and person not in self._fullest:
            return "", ""  # “Critics said”
        return person, match.group()
