"""A person who is one thing here and another there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.mentions import Person, mentions
from newslint.annotate.offices import Office, offices
from newslint.annotate.roles import Role, roles
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record


class Parameters(Record):
    """The parameters of a changed role rule."""

    words: Annotated[tuple[str, ...], "Offices never compared, as they are written."] = ()


# Mr. Obama may be the husband of the woman who was named in full.
_FULL_ONLY = "address"


class RoleChanged(DocumentCheck[Parameters]):
    """Report a title that contradicts the one the same person had before.

    Former and future offices are left alone, and so are roles that one person may hold together.
    """

    kind = "role-changed"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other", "name"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each later role that contradicts an earlier one."""
        by_person: dict[int, list[Role]] = {}
        for role in document.layer(roles).roles:
            by_person.setdefault(role.person, []).append(role)
        if not by_person:
            return
        people = document.layer(mentions).people
        families = Counter(person.family for person in people)
        for number, found in by_person.items():
            person = people[number]
            if person.given:
                has_namesake = families[person.family] > 1
                sure = [role for role in found if role.full or not has_namesake]
                yield from self._contradictions(person, sure, document)

    def _contradictions(
        self, person: Person, found: list[Role], document: Document
    ) -> Iterator[Hit]:
        first: dict[str, Office] = {}
        for role in found:
            if role.past:
                continue
            for office in offices(role.span, document.folded):
                if office.span.of(document.folded) in self.parameters.words:
                    continue
                if office.group == _FULL_ONLY and not role.full:
                    continue
                known = first.setdefault(office.group, office)
                if known.value != office.value:
                    yield _hit(person, office, known, document.text)


def _hit(person: Person, office: Office, known: Office, text: str) -> Hit:
    found, other = office.span.of(text), known.span.of(text)
    values = {"found": found, "other": other, "name": person.full}
    return Hit(office.span, values, related=(Related(known.span, f"“{other}” here"),))
