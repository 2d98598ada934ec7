"""A person's age or year of birth that the fact sheets do not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from newslint.annotate.ages import ages
from newslint.annotate.dates import article_date
from newslint.annotate.mentions import mentions
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, People, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record


class Parameters(Record):
    """The parameters of a fact age rule."""

    days: Annotated[
        int, "Days before the article's own on which an age may have been right still."
    ] = 3


class FactAge(DocumentCheck[Parameters]):
    """Report an age that is not the person's on the day of the article, or another birth year."""

    kind = "fact-age"
    parameters_type = Parameters
    needs_known = "people"
    placeholders = frozenset({"found", "name", "age", "born", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._people = Kept(People)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each age and year."""
        if not any(person.born for person in context.facts.people):
            return
        known = self._people.of(context.facts)
        people = document.layer(mentions).people
        day = article_date(document, context)
        for each in document.layer(ages):
            fact = known.of(people[each.person])
            if fact is None or fact.born is None:
                continue
            right = "" if day is None else str(age_on(fact.born, day))
            if each.born:
                if each.born == fact.born.year:
                    continue
            elif day is None or self._was(each.age, fact.born, day):
                continue
            values = {
                "found": each.span.of(document.text),
                "name": fact.name,
                "age": right,
                "born": fact.born.isoformat(),
            }
            yield by_fact(Hit(each.span, values), fact, context.facts)

    def _was(self, age: int, born: date, day: date) -> bool:
        earlier = day - timedelta(days=self.parameters.days)
        return age_on(born, earlier) <= age <= age_on(born, day)


def age_on(born: date, day: date) -> int:
    """Return the completed years of life on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
