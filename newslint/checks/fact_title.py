"""A person's title that the fact sheets do not bear out on the article's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from newslint.annotate.dates import article_date
from newslint.annotate.mentions import mentions
from newslint.annotate.offices import offices_in
from newslint.annotate.roles import Role, roles
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, People, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import HeldTitle, PersonFact
from newslint.record import Record
from newslint.regexes import compiled


class Parameters(Record):
    """A fact title rule has no parameters."""


_WORD = compiled(r"\p{L}[\w'.-]*")
_PORTFOLIOS = frozenset(("minister", "secretary"))
_SMALL = frozenset("of the a an and for in on to at by her his its their our u.s. us uk".split())


class FactTitle(DocumentCheck[Parameters]):
    """Report a title that the person does not hold on the day of the article.

    Silent where the day is not known. A role that the sheet says nothing about is left alone.
    """

    kind = "fact-title"
    parameters_type = Parameters
    needs_known = "people"
    placeholders = frozenset({"found", "name", "title", "time", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._people = Kept(People)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each title that is not held."""
        if not any(person.titles for person in context.facts.people):
            return
        day = article_date(document, context)
        if day is None:
            return
        known = self._people.of(context.facts)
        people = document.layer(mentions).people
        for role in document.layer(roles).roles:
            fact = known.of(people[role.person])
            if fact is not None:
                for hit in _judge(role, fact, day, document):
                    yield by_fact(hit, fact, context.facts)


def _judge(role: Role, fact: PersonFact, day: date, document: Document) -> Iterator[Hit]:
    words = role.span.of(document.text).strip()
    meant = [held for held in fact.titles if _is_meant(words, held.title)]
    held = [title for title in fact.titles if title.held_on(day)]
    values = {"found": words, "name": fact.name}
    current = [title for title in meant if title.held_on(day)]
    if role.past:
        if current and len(current) == len(meant) and _says_former(role, document):
            about = {"title": current[0].title, "time": _time(current[0])}
            message = "{name} is still {title}, {time} ({source})."
            yield Hit(role.span, {**values, **about}, message=message)
        return
    if current:
        return
    if meant:
        about = {"title": meant[0].title, "time": _time(meant[0])}
        yield Hit(role.span, {**values, **about})
    elif other := _excluded_by(words, held):
        about = {"title": other.title, "time": _time(other)}
        message = "“{found}”: {name} is {title}, {time} ({source})."
        yield Hit(role.span, {**values, **about}, message=message)


def _says_former(role: Role, document: Document) -> bool:
    before = document.folded[max(0, role.span.start - 12) : role.span.end].lower()
    return "former" in before or "ex-" in before


def _time(held: HeldTitle) -> str:
    """Write when an office is held, as a message ends."""
    if held.from_ and held.to:
        return f"from {held.from_.isoformat()} to {held.to.isoformat()}"
    if held.to:
        return f"until {held.to.isoformat()}"
    return f"since {held.from_.isoformat()}" if held.from_ else "at all times"


def _content(text: str) -> set[str]:
    found: list[str] = _WORD.findall(text.lower())
    return {word.rstrip(".").removesuffix("'s") for word in found} - _SMALL


def _is_meant(words: str, title: str) -> bool:
    """Tell whether the words of an article can mean a title of the sheet."""
    first, second = _content(words), _content(title)
    written = {(each.group, each.value) for each in offices_in(words)}
    known = {(each.group, each.value) for each in offices_in(title.replace("U.S. ", ""))}
    if written & known:
        portfolios = {"minister", "secretary"}
        both = [
            {value for group, value in each if group in portfolios} for each in (written, known)
        ]
        return not (both[0] and both[1]) or bool(both[0] & both[1])
    if known or written:
        return first >= second
    shared = first & second
    return bool(first) and (first <= second or second <= first or len(shared) > 2)


def _excluded_by(words: str, held: Sequence[HeldTitle]) -> HeldTitle | None:
    """Return a title held on the day that leaves no room for the office in the words."""
    written = {_post(each.group): each.value for each in offices_in(words)}
    for title in held:
        for each in offices_in(title.title):
            if written.get(_post(each.group), each.value) != each.value:
                return title
    return None


def _post(group: str) -> str:
    """Name what one person fills one place of: senators are no governors."""
    return "elected" if group in ("legislator", "executive") else group
