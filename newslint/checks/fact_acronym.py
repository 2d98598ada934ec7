"""An acronym that the fact sheets give to another name, or a name with another acronym."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.acronyms import acronyms
from newslint.annotate.alike import plain
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import BodyFact, Facts
from newslint.record import Record


class Parameters(Record):
    """A fact acronym rule has no parameters."""


class _Bodies:
    """The bodies of fact sheets, by name and by acronym."""

    def __init__(self, facts: Facts) -> None:
        with_acronym = [body for body in facts.organisations if body.acronym]
        self.by_name = {_key(body.name): body for body in with_acronym}
        self.by_acronym: dict[str, list[BodyFact]] = {}
        for body in with_acronym:
            self.by_acronym.setdefault(_letters(body.acronym), []).append(body)


class FactAcronym(DocumentCheck[Parameters]):
    """Report a name and acronym side by side of which the fact sheets know another pair."""

    kind = "fact-acronym"
    parameters_type = Parameters
    needs_known = "organisations"
    placeholders = frozenset({"found", "name", "acronym", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._bodies = Kept(_Bodies)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each pair that is not the sheets'."""
        bodies = self._bodies.of(context.facts)
        if not bodies.by_name:
            return
        for acronym in document.layer(acronyms):
            for definition in acronym.definitions:
                long = definition.long.of(document.text)
                body = bodies.by_name.get(_key(long))
                if body is not None and _letters(body.acronym) != acronym.letters:
                    hit = Hit(definition.short, _values(body, acronym.letters))
                    yield by_fact(hit, body, context.facts)
                elif body is None and (meant := _meant(long, acronym.letters, bodies)):
                    message = "“{found}”: {acronym} is {name} ({source})."
                    hit = Hit(definition.long, _values(meant, long), message=message)
                    yield by_fact(hit, meant, context.facts)


def _meant(long: str, letters: str, bodies: _Bodies) -> BodyFact | None:
    """Return the body an acronym stands for, where the name given shares words with its own."""
    known = bodies.by_acronym.get(letters, ())
    words = set(_key(long).split())
    for body in known:
        if _key(long) in {_key(form) for form in body.not_}:
            return body
        shared = words & set(_key(body.name).split())
        if len(known) == 1 and len(shared) > 1:
            return body
    return None


def _values(body: BodyFact, found: str) -> dict[str, str]:
    return {"found": found, "name": body.name, "acronym": body.acronym}


def _letters(acronym: str) -> str:
    return acronym.replace(".", "")


def _key(name: str) -> str:
    return " ".join(plain(name).replace("’", "'").removeprefix("the ").split())
