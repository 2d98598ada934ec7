"""People: who is named in full, with which title, and where each is named again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from newslint import lexicon
from newslint.annotate.names import Name, names, titles
from newslint.annotate.person_names import (
    Parts,
    body_words,
    doubtful_given_names,
    family_first,
    given_names,
    never_people,
    parts_of,
    role_nouns,
)
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class MentionKind(StrEnum):
    """How much of a person's name a mention gives."""

    FULL = "full"
    FAMILY = "family"
    GIVEN = "given"


class Mention(Record):
    """One place where a person is named.

    `span` is the name without title and possessive ending, `text` its words. `person` is the
    person's number. `before` is the title in front of the name ("Sen.", "Prime Minister") and
    `after` the role behind it, between commas; both may be empty spans.
    """

    span: Span
    text: str
    person: int
    kind: MentionKind
    before: Span
    after: Span


class Person(Record):
    """A person named in the article: the name in its first and fullest form, and its parts.

    `given` is empty where the article never gives the full name.
    """

    number: int
    full: str
    given: tuple[str, ...]
    family: str
    first: Span


class Mentions:
    """The people of a document and every place where they are named, with look-up by offset."""

    __slots__ = ("_by_person", "_starts", "mentions", "people")

    def __init__(self, people: Iterable[Person], mentions: Iterable[Mention]) -> None:
        self.people = tuple(people)
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self._starts = [mention.span.start for mention in self.mentions]
        self._by_person: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self._by_person.setdefault(mention.person, []).append(mention)

    def at(self, offset: int) -> Mention | None:
        """Return the mention that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.mentions[index].span.end:
            return None
        return self.mentions[index]

    def of(self, person: Person) -> list[Mention]:
        """Return a person's mentions in order."""
        return self._by_person.get(person.number, [])

    def with_own_first_name(self) -> Iterator[Person]:
        """Yield the people whose first name nobody else, no family and no place bears."""
        named = [person for person in self.people if person.given]
        counts = Counter(person.given[0] for person in named)
        others = {person.family for person in self.people} | never_people()
        for person in named:
            first = person.given[0]
            if counts[first] == 1 and first not in others:
                yield person


_ROLE = compiled(
    r"(?:, (?:aged )?\d{1,3})?, "
    r"((?:an?|the|its|his|her|their|whose|\p{Lu}\w*(?: \p{Lu}\w*){0,2}'s) "
    r"[^,;.!?()“”\"]{3,90})[,.;]"
)
# Dotted letters that are no initials of a person.
_STATES = frozenset(("U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "U.S.S.R."))
_SPEAKS = compiled(r"(?:,? (?:said|says|told|added|asked|wrote|tweeted|testified)\b|, \d\d?,)")


def mentions(document: Document) -> Mentions:
    """Find the people named in a document."""
    return _Finder(document).run()


def _is_title(parts: Parts) -> bool:
    """Tell whether a run is a title alone: the Prime Minister."""
    before = titles().get(parts.title[-1]) if parts.title else None
    kind = titles().get(parts.family)
    return kind == "political" or (kind is not None and before != "courtesy")


def _is_titled(parts: Parts) -> bool:
    """Tell whether a title shows that even Park or Hall is a person; Justice Hall may be none."""
    kind = titles().get(parts.title[-1]) if parts.title else None
    return (
        kind == "courtesy"
        or (kind is not None and bool(parts.given))
        or (not parts.title and not parts.given)
    )


class _Candidate(Record):
    name: Name
    parts: Parts
    span: Span
    before: Span


class _Finder:
    """Joins the names of one document to people."""

    def __init__(self, document: Document) -> None:
        self._folded = document.folded
        self._candidates = [
            candidate
            for name in document.layer(names).names
            if (candidate := self._candidate(name)) is not None
        ]
        self._alone = self._used_alone()
        self._people: list[Person] = []
        self._by_full: dict[str, int] = {}
        self._by_family: dict[str, list[int]] = {}

    def run(self) -> Mentions:
        """Introduce everybody named in full, then join the shorter mentions."""
        found: dict[int, Mention] = {}
        for number, candidate in enumerate(self._candidates):
            if self._is_full(candidate):
                found[number] = self._introduce(candidate)
        for number, candidate in enumerate(self._candidates):
            if number not in found and (mention := self._short(candidate)) is not None:
                found[number] = mention
        return Mentions(self._people, found.values())

    def _candidate(self, name: Name) -> _Candidate | None:
        parts = parts_of(name.text)
        if not parts.family or (not parts.given and _is_title(parts)):
            return None
        if parts.family.split()[-1] in body_words() and not _is_titled(parts):
            return None
        if " " in name.text and name.text in never_people():
            return None
        start = name.span.start
        for word in parts.title:
            start = self._folded.index(word, start) + len(word)
        while self._folded[start] in " ,":
            start += 1
        return _Candidate(name, parts, Span(start, name.span.end), Span(name.span.start, start))

    def _is_full(self, candidate: _Candidate) -> bool:
        parts, name = candidate.parts, candidate.name
        if not parts.given or len(parts.given) > 4:
            return False
        first = parts.given[0]
        if first in _STATES or (name.title and len(parts.given) > 1):
            return False
        if first in given_names() or "." in first or parts.family in family_first():
            return not name.title or first in given_names()
        if name.title:
            return False
        kind = titles().get(parts.title[-1]) if parts.title else None
        titled = kind is not None and kind != "role"
        speaks = _SPEAKS.match(self._folded, candidate.span.end) is not None
        evidence = titled or (speaks and not name.start) or first in doubtful_given_names()
        evidence = evidence or self._has_role(candidate)
        if not evidence and parts.family in self._alone and not name.joined:
            # "Afterwards Holt spoke" names nobody in full.
            return not (name.start and first.lower() in lexicon.english_words())
        return evidence

    def _has_role(self, candidate: _Candidate) -> bool:
        """Tell whether ", the mayor of Lund," or the like follows the name."""
        role = _ROLE.match(self._folded, candidate.span.end)
        return role is not None and not role_nouns().isdisjoint(role[1].split())

    def _used_alone(self) -> frozenset[str]:
        """Return the words that stand where only a person's surname does: with title, speaking."""
        return frozenset(
            candidate.parts.family
            for candidate in self._candidates
            if not candidate.parts.given
            and candidate.parts.family not in never_people()
            and not candidate.name.start
            and (
                titles().get((candidate.parts.title or ("",))[-1]) == "courtesy"
                or _SPEAKS.match(self._folded, candidate.span.end)
            )
        )

    def _introduce(self, candidate: _Candidate) -> Mention:
        parts = candidate.parts
        full = candidate.span.of(self._folded)
        key = _key(parts)
        number = self._by_full.get(key)
        if number is None:
            number = self._by_full[key] = len(self._people)
            self._people.append(Person(number, full, parts.given, parts.family, candidate.span))
            self._by_family.setdefault(parts.family, []).append(number)
        return self._mention(candidate, number, MentionKind.FULL)

    def _short(self, candidate: _Candidate) -> Mention | None:
        parts = candidate.parts
        if parts.given:
            return None
        known = self._by_family.get(parts.family)
        if known:
            return self._mention(candidate, self._nearest(known, candidate), MentionKind.FAMILY)
        if not parts.title or candidate.name.title or parts.family in never_people():
            return None
        if titles().get(parts.title[-1]) in ("role", None):
            return None
        number = len(self._people)
        self._people.append(Person(number, parts.family, (), parts.family, candidate.span))
        self._by_family[parts.family] = [number]
        return self._mention(candidate, number, MentionKind.FAMILY)

    def _nearest(self, known: Sequence[int], candidate: _Candidate) -> int:
        """Return the one of that surname who was introduced last before, else the first."""
        before = [each for each in known if self._people[each].first.start < candidate.span.start]
        return max(before, key=lambda each: self._people[each].first.start) if before else known[0]

    def _mention(self, candidate: _Candidate, person: int, kind: MentionKind) -> Mention:
        span = candidate.span
        role = _ROLE.match(self._folded, span.end)
        after = Span(*role.span(1)) if role else Span(span.end, span.end)
        return Mention(span, span.of(self._folded), person, kind, candidate.before, after)


def _key(parts: Parts) -> str:
    """Write a name so that initials and suffixes make no difference."""
    return f"{parts.given[0]} {parts.family}"
