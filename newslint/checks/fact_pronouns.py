"""Pronouns for a person that are not those that the fact sheets state."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.mentions import mentions
from newslint.annotate.pronouns import pronouns
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, People, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import PersonFact
from newslint.finding import Related
from newslint.record import Record


class Parameters(Record):
    """A fact pronouns rule has no parameters."""


#: Pronouns of which a person may use any.
_ANY = frozenset(("any", "all"))


class FactPronouns(DocumentCheck[Parameters]):
    """Report "he" or "she" for a person who has stated other pronouns.

    A pronoun counts where it can mean nobody else: the person is the subject of its sentence or of
    the one before, and the paragraph names and mentions no one else. "They" is left alone, because
    it may mean several.
    """

    kind = "fact-pronouns"
    parameters_type = Parameters
    needs_known = "pronouns"
    placeholders = frozenset({"found", "name", "pronouns", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._people = Kept(People)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report the first pronoun of each paragraph that is not the person's."""
        known = self._people.of(context.facts)
        layer = document.layer(mentions)
        for use in document.layer(pronouns):
            person = layer.people[use.person]
            fact = known.of(person) if person.given else None
            if fact is None or use.family in _stated(fact) or known.share_surname(fact):
                continue
            found = use.span.of(document.text)
            values = {"found": found, "name": fact.name, "pronouns": fact.pronouns}
            related = (Related(use.name, f"“{found}” goes back to this name"),)
            yield by_fact(Hit(use.span, values, related=related), fact, context.facts)


def _stated(fact: PersonFact) -> frozenset[str]:
    """Return the pronouns that are right; where none are stated, or any, he and she are."""
    parts = frozenset(part.strip().lower() for part in fact.pronouns.split("/"))
    if not fact.pronouns or parts & _ANY:
        return frozenset(("he", "she"))
    forms = {"she": ("she", "her", "hers"), "he": ("he", "him", "his")}
    return frozenset(family for family, each in forms.items() if not parts.isdisjoint(each))
