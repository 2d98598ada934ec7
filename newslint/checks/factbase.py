"""What the checks against fact sheets share: an index that lasts as long as the sheets do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from newslint.annotate.mentions import Person
from newslint.checks.base import Hit
from newslint.factsheet import Fact, Facts, PersonFact, source_of
from newslint.finding import Severity

T = TypeVar("T")


class Kept(Generic[T]):
    """Makes something of fact sheets once, and again only when the sheets are others."""

    __slots__ = ("_digest", "_made", "_make")

    def __init__(self, make: Callable[[Facts], T]) -> None:
        self._make = make
        self._digest: str | None = None
        self._made: T | None = None

    def of(self, facts: Facts) -> T:
        """Return what was made of these facts."""
        if self._made is None or self._digest != facts.digest:
            self._made = self._make(facts)
            self._digest = facts.digest
        return self._made


def by_fact(hit: Hit, fact: Fact, facts: Facts) -> Hit:
    """Give a hit the source of the fact behind it; an old fact makes a suggestion and no more."""
    old = facts.is_old(fact)
    hit = hit._replace(values={**hit.values, "source": _quoted(fact, old=old)})
    return hit._replace(severity=Severity.SUGGESTION) if old else hit


def _quoted(fact: Fact, *, old: bool) -> str:
    """Write where a fact comes from, and its note, for a message."""
    note = f"; {fact.note}" if fact.note else ""
    return f"{source_of(fact, old=old)}{note}"


class People:
    """The people of fact sheets, by full name and by surname."""

    def __init__(self, facts: Facts) -> None:
        self._by_name = {person.name: person for person in facts.people}
        self._by_family: dict[str, list[PersonFact]] = {}
        for person in facts.people:
            self._by_family.setdefault(person.name.split()[-1], []).append(person)

    def of(self, person: Person) -> PersonFact | None:
        """Return what is known of a person of the article, if it is clear who is meant."""
        if person.given:
            plain = " ".join(word for word in person.full.split() if not word.endswith("."))
            return self._by_name.get(person.full) or self._by_name.get(plain)
        known = self._by_family.get(person.family, ())
        return known[0] if len(known) == 1 else None

    def share_surname(self, fact: PersonFact) -> bool:
        """Tell whether the fact sheets know another person of the same surname."""
        return len(self._by_family.get(fact.name.split()[-1], ())) > 1
