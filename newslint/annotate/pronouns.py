"""Pronouns that can only mean one person: he, she, his, her, himself, herself.

Precision comes long before recall: whoever else a pronoun might mean makes it mean nobody here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

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
#: What may stand between the beginning of a sentence and its subject, and what may end there.
_OPENING = compiled(r"(?:(?:[\"“'(]|\p{Lu}[^\"“”.;:!?]{0,60},) )?")
_OPENING_MOST = 64
_CLOSING = compiled(r"[,.?!…][\"”'] $")
#: Characters within which a pronoun follows the name that it goes back to.
_REACH = 300
#: So many spans of one person may overlap.
_NESTED = 4
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
    people = _People(document)
    found: list[PronounUse] = []
    before: Segment | None = None
    for segment in document.layer(structure).segments:
        if segment.field in _FIELDS:
            near = before if before is not None and before.field is segment.field else None
            wide = Span(near.span.start, segment.span.end) if near else segment.span
            found += islice(_Paragraph(document, segment.span, wide, people).uses(), 1)
            before = segment
    return tuple(found)


class _People:
    """The people of a document and what speaks of somebody else, looked up by place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._layer = document.layer(mentions)
        self._named = _Places([mention.span for mention in self._layer.mentions])
        self._names = _Places([name.span for name in document.layer(names).names])
        self._own: dict[int, _Places] = {}
        counts = Counter(person.family for person in self._layer.people)
        self._shared = {family for family, count in counts.items() if count > 1}

    def mentions(self, around: Span) -> Sequence[Mention]:
        """Return the mentions of people in a stretch."""
        return self._layer.mentions[self._named.within(around)]

    def only_one(self, around: Span) -> int | None:
        """Return the one person named in a stretch, if no other name there may be a person's.

        A surname of two people is nobody's: it may be joined to the one who is not meant.
        """
        numbers = {mention.person for mention in self.mentions(around)}
        if len(numbers) != 1:
            return None
        (number,) = numbers
        shared = self._layer.people[number].family in self._shared
        return None if shared or self._others(around, number) else number

    def _others(self, around: Span, person: int) -> bool:
        """Tell whether there is a name that may be somebody else's."""
        own = self._of(person)
        return any(
            _may_be_a_person(name, self._document.folded)
            for name in self._document.layer(names).names[self._names.within(around)]
            if not own.overlap(name.span)
        )

    def first_other(self, around: Span, person: int) -> int:
        """Return where a noun in a stretch may mean somebody else: a man, the driver; or its end.

        The nouns of what the person is do not count, nor those of longer names: the Marine Board.
        """
        own = self._of(person)
        layer = self._document.layer(names)
        for match in _WORD.finditer(self._document.folded, *around):
            word = match.group().lower()
            if word in _persons() or word.endswith(_PERSON_ENDINGS):
                name = layer.at(match.start())
                in_name = name is not None and " " in name.text
                if not in_name and not own.overlap(Span(*match.span())):
                    return match.start()
        return around.end

    def _of(self, person: int) -> _Places:
        """Return where a person is named with the titles and roles that are the person's own."""
        if person not in self._own:
            named = self._layer.of(self._layer.people[person])
            behind = {mention.after for mention in named}
            spans = [Span(mention.before.start, mention.span.end) for mention in named]
            for role in self._document.layer(roles).of(person):
                # "the wife of the mayor" speaks of two people
                end = self._document.folded.find(" of ", *role.span)
                cut = role.span in behind and end >= 0
                spans.append(Span(role.span.start, end) if cut else role.span)
            self._own[person] = _Places(sorted(spans))
        return self._own[person]


class _Places:
    """Spans in order, found by offset."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def within(self, around: Span) -> slice:
        """Return the numbers of those that begin in a stretch."""
        return slice(bisect_left(self._starts, around.start), bisect_left(self._starts, around.end))

    def overlap(self, span: Span) -> bool:
        """Tell whether one of them, or of the few around it, overlaps a span."""
        last = bisect_left(self._starts, span.end)
        return any(each.overlaps(span) for each in self._spans[max(0, last - _NESTED) : last])


class _Paragraph:
    """One paragraph; `wide` has the one before it, whose people own what is "his", too."""

    def __init__(self, document: Document, span: Span, wide: Span, people: _People) -> None:
        self._document = document
        self._folded = document.folded
        self._span = span
        self._wide = wide
        self._people = people

    def uses(self) -> Iterator[PronounUse]:
        """Yield the pronouns that go back to a paragraph's only person."""
        pronouns_here = _PRONOUN.finditer(self._folded, *self._span)
        families = {_family(match.group()) for match in pronouns_here}
        if len(families) != 1:
            return
        (family,) = families
        for around, owning in ((self._wide, True), (self._span, False)):
            person = self._people.only_one(around)
            if person is None:
                continue
            end = self._people.first_other(around, person)
            for mention in self._people.mentions(self._span):
                span = self._back_to(mention, owning=owning)
                if span is not None and span.start < end:
                    yield PronounUse(span, family, person, mention.span)

    def _back_to(self, mention: Mention, *, owning: bool) -> Span | None:
        """Return the pronoun in the mention's sentence, or at the head of the next.

        "his" and "her" count where `owning` says so.
        """
        sentence = self._document.layer(sentences).at(mention.span.start)
        if sentence is None or not self._is_subject(mention, sentence):
            return None
        end = min(sentence.end, mention.span.end + _REACH)
        for match in _BACK.finditer(self._folded, mention.span.end, end):
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
        if self._quoted(mention.span) or _NO_SUBJECT.match(self._folded, mention.span.end):
            return False
        start = mention.before.start
        before = self._folded[max(sentence.start, start - _OPENING_MOST) : start]
        near = start - sentence.start <= _OPENING_MOST
        return (near and _OPENING.fullmatch(before) is not None) or bool(_CLOSING.search(before))

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
    return not (name.start and len(words) == 1 and first in lexicon.english_words())


@cache
def _persons() -> frozenset[str]:
    return role_nouns() | lexicon.words("person-nouns")
