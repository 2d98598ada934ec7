"""How old people are said to be, and when they are said to be born."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.mentions import Mention, mentions
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class AgeMention(Record):
    """A person's age, or the year of birth, as written; one of the two is 0.

    `person` is the person's number in the mentions layer; `span` the figure; `then` says that the
    age is of another time than the article's ("at 23", "was 23 when").
    """

    span: Span
    person: int
    age: int = 0
    born: int = 0


_AFTER = compiled(
    r"(?:'s)?(?:,[ ](?P<commas>\d{1,3})(?=,[ ]|\.[ ]|\.$|[ ](?:and|of|from)\b)"
    r"|[ ]\((?P<brackets>\d{1,3})\)"
    r"|,?[ ](?:who[ ]is|is)[ ](?P<plain>\d{1,3})(?=[,.]| years old)"
    r"|,[ ](?:a[ ]|an[ ]|the[ ])(?P<year_old>\d{1,3})-year-old\b"
    r"|,[ ]aged?[ ](?P<aged>\d{1,3})\b)"
)
_BORN = compiled(
    r"[^.;]{0,60}?\b(?:born|b\.)[ ](?:(?:on|in|at|near|to)[ ][^.;]{0,40}?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\b"
)
_BEFORE = compiled(r"\b(?P<age>\d{1,3})-year-old[ ](?:[a-z-]+[ ]){0,4}$")
#: What a text without any of has no ages, so that people need not be looked for.
_ANY = compiled(r"\bborn\b|\d-year-old|, \d{1,3}[,.]|\(\d{1,3}\)|\baged? \d")
_OLDEST = 125


def ages(document: Document) -> tuple[AgeMention, ...]:
    """Return the ages and birth years that stand beside a person's name, in order."""
    text = document.folded
    if not _ANY.search(text):
        return ()
    found = [
        age
        for mention in document.layer(mentions).mentions
        for age in _beside(text, mention, document)
        if age.age <= _OLDEST
    ]
    return tuple(sorted(set(found)))


def _beside(text: str, mention: Mention, document: Document) -> Iterator[AgeMention]:
    sentence = document.layer(sentences).at(mention.span.start)
    end = sentence.end if sentence else mention.span.end
    start = sentence.start if sentence else mention.span.start
    after = _AFTER.match(text, mention.span.end, end)
    if after:
        group = after.lastgroup or ""
        yield AgeMention(Span(*after.span(group)), mention.person, age=int(after[group]))
    before = _BEFORE.search(text, max(start, mention.before.start - 60), mention.span.start)
    if before:
        yield AgeMention(Span(*before.span("age")), mention.person, age=int(before["age"]))
    born = _BORN.match(text, mention.span.end, end)
    if born and not _others(document, mention, born.start("year")):
        yield AgeMention(Span(*born.span("year")), mention.person, born=int(born["year"]))


def _others(document: Document, mention: Mention, until: int) -> bool:
    """Tell whether another person is named between a name and a year of birth."""
    return any(
        mention.span.end <= each.span.start < until and each.person != mention.person
        for each in document.layer(mentions).mentions
    )
