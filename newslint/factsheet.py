"""Fact sheets: what a house knows for certain about people, bodies, places, terms and events.

Records only; `store.facts` reads and checks the files.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

from newslint.record import Record

#: Days after which a fact is to be looked up again, unless the house says otherwise.
RECHECK_AFTER = 730

Day = date  # in a record with a field of that name, `date` is no type


class HeldTitle(Record):
    """An office that a person holds or held; without `to` it is held still."""

    title: Annotated[str, "The office in plain words: mayor of Lund."]
    from_: Annotated[date | None, "The first day."] = None
    to: Annotated[date | None, "The last day."] = None

    def held_on(self, day: date) -> bool:
        """Tell whether the office is held on a day."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


class PersonFact(Record):
    """What is known of a person."""

    name: Annotated[str, "The full name, as it is to be written."]
    wrong: Annotated[tuple[str, ...], "Forms of the name that are wrong."] = ()
    titles: Annotated[tuple[HeldTitle, ...], "Offices with their dates."] = ()
    born: Annotated[date | None, "The day of birth."] = None
    pronouns: Annotated[str, "Such as she/her or they/them, if the person has stated them."] = ""
    origin: Annotated[str, "Where the fact comes from."] = ""
    as_of: Annotated[date | None, "The day on which it was looked up."] = None
    note: Annotated[str, "What else a writer should know."] = ""


class BodyFact(Record):
    """What is known of an organisation."""

    name: Annotated[str, "The full name, as it is to be written."]
    wrong: Annotated[tuple[str, ...], "Forms of the name that are wrong."] = ()
    short: Annotated[str, "The short form for later mentions."] = ""
    acronym: Annotated[str, "Its acronym."] = ""
    former: Annotated[tuple[str, ...], "Names that it had before."] = ()
    not_: Annotated[tuple[str, ...], "Bodies or names that it is mistaken for."] = ()
    origin: Annotated[str, "Where the fact comes from."] = ""
    as_of: Annotated[date | None, "The day on which it was looked up."] = None
    note: Annotated[str, "What else a writer should know."] = ""


class PlaceFact(Record):
    """What is known of a place."""

    name: Annotated[str, "The name, as it is to be written."]
    wrong: Annotated[tuple[str, ...], "Forms of the name that are wrong."] = ()
    in_: Annotated[str, "The country or region it lies in."] = ""
    origin: Annotated[str, "Where the fact comes from."] = ""
    as_of: Annotated[date | None, "The day on which it was looked up."] = None
    note: Annotated[str, "What else a writer should know."] = ""


class TermFact(Record):
    """How a term is written."""

    right: Annotated[str, "The form that is right."]
    wrong: Annotated[tuple[str, ...], "Forms that are wrong."] = ()
    origin: Annotated[str, "Where the fact comes from."] = ""
    as_of: Annotated[date | None, "The day on which it was looked up."] = None
    note: Annotated[str, "What else a writer should know."] = ""


class Figure(Record):
    """A figure of an event."""

    what: Annotated[str, "What is counted or measured: deaths."]
    value: Annotated[float, "The figure."]
    words: Annotated[tuple[str, ...], "Words that stand beside it: killed, dead, victims."] = ()
    unit: Annotated[str, "The unit, if it is no count: km, $."] = ""
    tolerance: Annotated[str, "How far a figure may be off: 5, or 2%."] = "0"


class EventFact(Record):
    """What is known of an event."""

    name: Annotated[str, "What the event is called."]
    aliases: Annotated[tuple[str, ...], "What else it is called."] = ()
    date: Annotated[Day | None, "The day on which it was, or began."] = None
    figures: Annotated[tuple[Figure, ...], "Its figures."] = ()
    origin: Annotated[str, "Where the fact comes from."] = ""
    as_of: Annotated[Day | None, "The day on which it was looked up."] = None
    note: Annotated[str, "What else a writer should know."] = ""


Fact = PersonFact | BodyFact | PlaceFact | TermFact | EventFact


class Facts(Record):
    """All facts of a house, from all of its sheets, or those that one article may touch.

    `digest` names their content. `whole` gives all facts, where these are not all of them. What was
    looked up before `fresh_from` is old.
    """

    people: tuple[PersonFact, ...] = ()
    organisations: tuple[BodyFact, ...] = ()
    places: tuple[PlaceFact, ...] = ()
    terms: tuple[TermFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    digest: str = ""
    whole: Callable[[], Facts] | None = None
    fresh_from: date | None = None

    def __repr__(self) -> str:
        return f"Facts({self.digest})"

    def __bool__(self) -> bool:
        return any(self.sections())

    def sections(self) -> tuple[tuple[Fact, ...], ...]:
        """Return the facts of each section of a sheet."""
        return self.people, self.organisations, self.places, self.terms, self.events

    def all(self) -> tuple[Fact, ...]:
        """Return every fact."""
        return (*self.people, *self.organisations, *self.places, *self.terms, *self.events)

    def is_old(self, fact: Fact) -> bool:
        """Tell whether a fact is to be looked up again; one that says no day is not."""
        day = fact.as_of
        return day is not None and self.fresh_from is not None and day < self.fresh_from

    def of_the_house(self) -> Facts:
        """Return all facts, for what asks for more than an article's own words."""
        return self.whole() if self.whole else self


def fresh_from(today: date, days: int) -> date:
    """Return the first day on which a fact was looked up that is not older than so many days."""
    return date.fromordinal(max(1, today.toordinal() - days))


def name_of(fact: Fact) -> str:
    """Return what a fact is about."""
    return fact.right if isinstance(fact, TermFact) else fact.name


def source_of(fact: Fact, *, old: bool = False) -> str:
    """Say where a fact comes from and how old it is; one that is old is to be looked up again."""
    if fact.as_of is None:
        return fact.origin
    day = fact.as_of.isoformat()
    if old:
        return f"{fact.origin}, last checked on {day}: look it up again"
    return f"{fact.origin}, as of {day}"
