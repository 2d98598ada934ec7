"""All that a check may know beside the text. Front doors build it; nothing reads a clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from newslint.factsheet import BodyFact, EventFact, Facts, PersonFact
from newslint.record import Record


class Contact(Record):
    """Where readers reach an author: an e-mail address, a handle without its sign, an address."""

    email: str = ""
    handle: str = ""
    url: str = ""


class Author(Record):
    """One entry of the house's registry of authors.

    `aliases` are other forms of the name that may stand in a byline. The author writes for the
    house `from_` a day `to` a day, both included; None leaves the end open.
    """

    name: str
    role: str = ""
    bio: str = ""
    contact: Contact = Contact()
    aliases: tuple[str, ...] = ()
    from_: date | None = None
    to: date | None = None


class Context(Record):
    """What is known about an article from outside its text.

    `date` is the day the article was or will be published: from `--date`, front matter or the
    item's own field. None means unknown, and checks that need it stay silent. `transcripts` maps
    a name to the text that quotations are verified against. `facts` are the house's fact sheets.
    """

    date: date | None = None
    transcripts: Mapping[str, str] = {}
    facts: Facts = Facts()
    authors: tuple[Author, ...] = ()

    @property
    def people(self) -> tuple[PersonFact, ...]:
        """Return what is known of people."""
        return self.facts.people

    @property
    def pronouns(self) -> tuple[PersonFact, ...]:
        """Return the people who have stated their pronouns."""
        return tuple(person for person in self.facts.people if person.pronouns)

    @property
    def organisations(self) -> tuple[BodyFact, ...]:
        """Return what is known of organisations."""
        return self.facts.organisations

    @property
    def events(self) -> tuple[EventFact, ...]:
        """Return what is known of events."""
        return self.facts.events
