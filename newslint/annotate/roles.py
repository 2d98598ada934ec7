"""Roles: what a person is said to be, in front of the name or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.annotate.mentions import Mention, MentionKind, mentions
from newslint.annotate.offices import portfolio_start
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Role(Record):
    """A role given to a person in one place.

    `span` covers the words: a title ("Sen."), or a phrase ("head of the coast guard"). `noun` is
    the noun that names the role, in lower case. `past` says that the words mark it as former, or
    as not yet held; `full` that the name beside it is given in full.
    """

    person: int
    span: Span
    noun: str
    past: bool
    full: bool


class Roles:
    """The roles of a document in order of position."""

    __slots__ = ("roles",)

    def __init__(self, roles: tuple[Role, ...]) -> None:
        self.roles = roles

    def of(self, person: int) -> list[Role]:
        """Return the roles given to a person."""
        return [role for role in self.roles if role.person == person]


#: Words that make a role one that is held no longer, or not yet.
PAST = compiled(
    r"\b(?:former(?:ly)?|ex|then|late|outgoing|incoming|acting|interim|future|onetime|one-time|"
    r"would-be|candidate|nominee|hopeful|elect|designate|emeritus|deputy|assistant|now|once|"
    r"ran for|running for|running mate)\b",
    IGNORECASE,
)
_BEHIND = 90
_CLAUSE = compiled(r"[^,.;:!?()\"“”—–]*$")


def roles(document: Document) -> Roles:
    """Find the roles that stand beside people's names."""
    folded = document.folded
    found: list[Role] = []
    for mention in document.layer(mentions).mentions:
        found.extend(_beside(folded, mention))
    return Roles(tuple(found))


@cache
def _role_nouns() -> regex.Pattern[str]:
    nouns = "|".join(sorted(lexicon.words("role-nouns")))
    return compiled(rf"(?<![\w-])(?:{nouns})(?![\w-])", IGNORECASE)


def _beside(folded: str, mention: Mention) -> Iterator[Role]:
    before = _before(folded, mention)
    if before is not None:
        yield _role(folded, mention, before)
    if mention.after.length:
        noun = _role_nouns().search(folded, mention.after.start, mention.after.end)
        if noun is not None:
            yield _role(folded, mention, mention.after)


def _role(folded: str, mention: Mention, span: Span) -> Role:
    noun = _role_nouns().search(folded, *span)
    name = noun.group().lower() if noun else span.of(folded).strip().lower()
    clause = _CLAUSE.search(folded, max(0, span.start - 20), span.start)
    past = PAST.search(folded, clause.start() if clause else span.start, span.end) is not None
    return Role(mention.person, span, name, past, mention.kind is MentionKind.FULL)


def _before(folded: str, mention: Mention) -> Span | None:
    """Return the title or role phrase that ends where the name begins."""
    start = mention.before.start if mention.before.length else mention.span.start
    clause = _CLAUSE.search(folded, max(0, start - _BEHIND), mention.span.start)
    begin = clause.start() if clause else start
    noun = _role_nouns().search(folded, begin, start)
    while noun is not None:
        between = folded[noun.end() : start]
        if _holds_together(between):
            start = portfolio_start(folded, Span(*noun.span()))
            return Span(start, mention.span.start - 1)
        noun = _role_nouns().search(folded, noun.end(), start)
    if mention.before.length:
        return Span(mention.before.start, mention.span.start - 1)
    return None


def _holds_together(between: str) -> bool:
    """Tell whether a role noun and the name after these words can be one phrase."""
    words = between.split()
    if not words:
        return True
    if words[0] not in ("of", "for", "at"):
        return all(word[0].isupper() for word in words)
    return not any(word in _BREAKS for word in words)


_BREAKS = frozenset(
    "said says told is was are were has have had who which that and but as when while if to by "
    "from with because after before than he she it they on in".split()
)
