"""Pronouns that can only mean one person: he, she, his, her, himself, herself.

Precision comes long before recall: whoever else a pronoun might mean makes it mean nobody here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.annotate.mentions import Mention, mentions
from newslint.annotate.names import FUNCTION_WORDS, Name, names
from newslint.annotate.person_names import body_words, never_people, parts_of, role_nouns
from newslint.annotate.quotes import quotes
from newslint.annotate.roles import roles
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import Segment, structure
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class PronounUse(Record):
    """A pronoun that means the person with this number in the mentions layer.

    `family` is `he` or `she`, whatever the form; `name` is the mention that it goes back to.
    """

    span: Span
    family: str
    person: int
    name: Span


_FIELDS = (Field.STANDFIRST, Field.BODY, Field.CAPTION, Field.BIO)
_PRONOUN = compiled(r"(?<![\w'/-])(?:s?he|himself|herself|his|hers?|him)(?![\w/-])", IGNORECASE)
#: Forms that go back to a subject: "her" only where it is sure to be an owner's, "him" never.
_BACK = compiled(
    r"(?<![\w'/-])(?:(?P<subject>s?he|himself|herself)|(?P<his>his)"
    r"|(?:as|at|by|during|for|from|in|of|on|with|after|before|through) (?P<her>her)(?= [a-z]))"
    r"(?![\w/-])"
)
_NEXT = compiled(
    r"(?:(?:And|But|Yet|So|Then|Later|Instead|Still|Now|Today),? )?(S?[Hh]e)\b(?![/-])"
)
#: What follows a name that is no subject, or not the only one.
_NO_SUBJECT = compiled(r"'|,? (?:and|or|&) |[/-]|\)")
#: What may stand between the beginning of a sentence and its subject.
_OPENING = compiled(r"(?:(?:[\"“'(]|\p{Lu}[^\"“”.;:!?]{0,60},|.*[,.?!…][\"”']) )?$")
#: What may follow "her" where it is no owner's.
_NOT_OWNED = frozenset(
    "yesterday today tomorrow again there here home now then once twice away back alone up out "
    "down last next this that".split()
)
#: What stands before the name of a place or body, and not before a person's.
_NO_PERSON = (" in ", " at ", " near ", " the ", "\nThe ", ". The ", "In ", "At ")
_WORD = compiled(r"[a-z][\w'-]*", IGNORECASE)
_PERSON_ENDINGS = ("man", "woman", "person", "mother", "father", "son", "daughter")


def pronouns(document: Document) -> tuple[PronounUse, ...]:
    """Return the first pronoun of each paragraph that is sure to mean one person, in order."""
    if not _PRONOUN.search(document.folded):
        return ()
    shared = _shared_surnames(document)
    found: list[PronounUse] = []
    before: Segment | None = None
    for segment in document.layer(structure).segments:
        if segment.field in _FIELDS:
            near = before if before is not None and before.field is segment.field else None
            found += islice(_Paragraph(document, segment.span, near, shared).uses(), 1)
            before = segment
    return tuple(found)


def _shared_surnames(document: Document) -> frozenset[str]:
    """Return the surnames of several people: a pronoun may go to the one who is not meant."""
    counts = Counter(person.family for person in document.layer(mentions).people)
    return frozenset(family for family, count in counts.items() if count > 1)


class _Paragraph:
    """One paragraph, with the one before it: its people own what is "his", too."""

    def __init__(
        self, document: Document, span: Span, before: Segment | None, shared: frozenset[str]
    ) -> None:
        self._document = document
        self._folded = document.folded
        self._span = span
        self._wide = Span(before.span.start, span.end) if before else span
        self._shared = shared

    def uses(self) -> Iterator[PronounUse]:
        """Yield the pronouns that go back to a paragraph's only person."""
        families = {_family(match.group()) for match in self._pronouns()}
        if len(families) != 1:
            return
        (family,) = families
        for around, owning in ((self._wide, True), (self._span, False)):
            person = self._only_person(around)
            if person is None:
                continue
            for mention in self._mentions(self._span):
                span = self._back_to(mention, owning=owning)
                if span is not None and not self._somebody(person, around.start, span.start):
                    yield PronounUse(span, family, person, mention.span)

    def _only_person(self, around: Span) -> int | None:
        """Return the one person named in a stretch, if no other name there may be a person's."""
        named = self._mentions(around)
        numbers = {mention.person for mention in named}
        if len(numbers) != 1 or self._others(around, named):
            return None
        (number,) = numbers
        family = self._document.layer(mentions).people[number].family
        return None if family in self._shared else number

    def _pronouns(self) -> Iterator[regex.Match[str]]:
        return _PRONOUN.finditer(self._folded, *self._span)

    def _mentions(self, around: Span) -> list[Mention]:
        found = self._document.layer(mentions).mentions
        return [mention for mention in found if around.covers(mention.span)]

    def _others(self, around: Span, named: Sequence[Mention]) -> bool:
        """Tell whether there is a name that may be somebody else's."""
        own = [Span(mention.before.start, mention.after.end) for mention in named]
        return any(
            _may_be_a_person(name, self._folded)
            for name in self._document.layer(names).names
            if around.covers(name.span) and not any(span.overlaps(name.span) for span in own)
        )

    def _somebody(self, person: int, start: int, end: int) -> bool:
        """Tell whether a noun before the pronoun may mean somebody else: a man, the driver."""
        layer = self._document.layer(mentions)
        own = [role.span for role in self._document.layer(roles).of(person)]
        named = layer.of(layer.people[person])
        own += [Span(mention.before.start, mention.after.end) for mention in named]
        for match in _WORD.finditer(self._folded, start, end):
            word = match.group().lower()
            if word in _persons() or word.endswith(_PERSON_ENDINGS):
                span = Span(*match.span())
                name = self._document.layer(names).at(span.start)
                in_name = name is not None and " " in name.text  # the Marine Board
                if not in_name and not any(each.covers(span) for each in own):
                    return True
        return False

    def _back_to(self, mention: Mention, *, owning: bool) -> Span | None:
        """Return the pronoun in the mention's sentence, or at the head of the next.

        "his" and "her" count where `owning` says so.
        """
        sentence = self._document.layer(sentences).at(mention.span.start)
        if sentence is None or not self._is_subject(mention, sentence):
            return None
        for match in _BACK.finditer(self._folded, mention.span.end, sentence.end):
            form = match.lastgroup or ""
            span = Span(*match.span(form))
            if self._quoted(span) or (form != "subject" and not owning):
                continue
            if form != "her" or self._owns(span):
                return span
        return self._in_next(sentence)

    def _in_next(self, sentence: Span) -> Span | None:
        start = sentence.end
        while start < self._span.end and self._folded[start].isspace():
            start += 1
        match = _NEXT.match(self._folded, start, self._span.end)
        if match is None or self._quoted(Span(*match.span(1))):
            return None
        return Span(*match.span(1))

    def _is_subject(self, mention: Mention, sentence: Span) -> bool:
        if self._quoted(mention.span):
            return False
        start = min(mention.before.start, mention.span.start)
        if _NO_SUBJECT.match(self._folded, mention.span.end):
            return False
        return _OPENING.match(self._folded, sentence.start, start) is not None

    def _owns(self, her: Span) -> bool:
        """Tell whether "her" stands before a noun: in her speech, not with her yesterday."""
        following = _WORD.match(self._folded, her.end + 1)
        if following is None:
            return False
        word = following.group()
        return word == "own" or word not in FUNCTION_WORDS | _NOT_OWNED

    def _quoted(self, span: Span) -> bool:
        return bool(self._document.layer(quotes).quoted(span))


def _family(form: str) -> str:
    """Return the subject's form."""
    return "she" if form.lower() in ("she", "her", "hers", "herself") else "he"


def _may_be_a_person(name: Name, folded: str) -> bool:
    words = name.text.split()
    if words[-1] in body_words() or name.text in never_people():
        return False
    if all(word in never_people() or word.isupper() for word in words):
        return len(words) > 1 or len(words[0]) < 2
    if folded.endswith(_NO_PERSON, 0, name.span.start) and not parts_of(name.text).title:
        return False
    first = words[0].lower()
    return not (name.start and len(words) == 1 and first in lexicon.words("english-words"))


@cache
def _persons() -> frozenset[str]:
    return role_nouns() | lexicon.words("person-nouns")
