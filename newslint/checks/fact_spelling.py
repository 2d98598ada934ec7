"""Names and terms that are not written as the fact sheets have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

import regex

from newslint.annotate.alike import one_slip_apart, plain
from newslint.annotate.mentions import MentionKind, mentions
from newslint.annotate.person_names import given_names
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, quoted_source
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import BodyFact, Fact, Facts, PersonFact, TermFact, name_of
from newslint.finding import Severity
from newslint.matching.phrases import Phrase, PhraseIndex

_Section = Literal["people", "organisations", "places", "terms"]


class Parameters(NamedTuple):
    """The parameters of a fact spelling rule."""

    sections: Annotated[tuple[_Section, ...], "The sections of the fact sheets to go by."] = (
        "people",
        "organisations",
        "places",
    )
    former: Annotated[bool, "Whether names that a body had before are reported."] = True


class _Form(NamedTuple):
    """A form that an article should not hold; `kind` is `right`, `wrong`, `former` or `other`."""

    fact: Fact
    kind: str


_FORMERLY = regex.compile(
    r"\b(?:former(?:ly)?|previously|once|then|known as|called|named|renamed|as|was|until|old)"
    r"(?: the)? [\"“']?$",
    regex.IGNORECASE,
)
_BEFORE = 30


class FactSpelling(DocumentCheck[Parameters]):
    """Report forms that a fact sheet calls wrong, and people's names one slip away from it."""

    kind = "fact-spelling"
    parameters_type = Parameters
    placeholders = frozenset({"found", "right", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._phrases = Kept(self._index)
        self._people = Kept(_Nearby)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place of a wrong form."""
        if not context.facts:
            return
        for span, form in self._phrases.of(context.facts).find(document.folded):
            hit = self._judge(Hit(span), form, document)
            if hit is not None:
                yield hit
        if "people" in self.parameters.sections:
            yield from self._misspelled(document, self._people.of(context.facts))

    def _index(self, facts: Facts) -> PhraseIndex[_Form]:
        return PhraseIndex(
            (phrase, form)
            for section in self.parameters.sections
            for fact in getattr(facts, section)
            for phrase, form in _forms(fact)
        )

    def _judge(self, hit: Hit, form: _Form, document: Document) -> Hit | None:
        found = hit.span.of(document.text)
        values = {
            "found": found,
            "right": name_of(form.fact),
            "source": quoted_source(form.fact),
        }
        if form.kind == "right" or (form.kind == "former" and not self.parameters.former):
            return None
        if form.kind == "wrong":
            right = _with_capital(found, values["right"])
            return hit._replace(values=values, replacement=right)
        before = document.folded[max(0, hit.span.start - _BEFORE) : hit.span.start]
        if form.kind == "former":
            if _FORMERLY.search(before):
                return None
            message = "“{found}” is now called {right} ({source})."
            return hit._replace(values=values, message=message, severity=Severity.WARNING)
        if values["right"] not in document.folded:
            return None
        message = "“{found}” is not {right} ({source}): is it meant?"
        return hit._replace(values=values, message=message, severity=Severity.SUGGESTION)

    def _misspelled(self, document: Document, nearby: _Nearby) -> Iterator[Hit]:
        for mention in document.layer(mentions).mentions:
            if mention.kind is not MentionKind.FULL:
                continue
            fact = nearby.of(mention.text)
            if fact is not None:
                values = {
                    "found": mention.span.of(document.text),
                    "right": fact.name,
                    "source": quoted_source(fact),
                }
                yield Hit(mention.span, values, fact.name, severity=Severity.WARNING)


def _forms(fact: Fact) -> Iterator[tuple[Phrase, _Form]]:
    yield Phrase(name_of(fact)), _Form(fact, "right")
    wrong = getattr(fact, "wrong", ())
    for form in wrong:
        exact = not isinstance(fact, TermFact) or form.lower() == fact.right.lower()
        yield Phrase(form, exact), _Form(fact, "wrong")
    if isinstance(fact, BodyFact):
        for form in fact.former:
            yield Phrase(form), _Form(fact, "former")
        for form in fact.not_:
            yield Phrase(form), _Form(fact, "other")


def _with_capital(found: str, right: str) -> str:
    """Give a term the capital of the sentence it begins."""
    if found[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


class _Nearby:
    """The people of fact sheets by what is left of their names when a letter is lost."""

    def __init__(self, facts: Facts) -> None:
        self._known = {plain(person.name) for person in facts.people}
        self._known |= {plain(form) for person in facts.people for form in person.wrong}
        self._by_rest: dict[str, list[PersonFact]] = {}
        for person in facts.people:
            name = plain(person.name)
            for rest in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
                self._by_rest.setdefault(rest, []).append(person)

    def of(self, written: str) -> PersonFact | None:
        """Return the person whose name is one slip away, if that cannot be somebody else."""
        name = plain(written)
        if name in self._known:
            return None
        for rest in (name, *(name[:at] + name[at + 1 :] for at in range(len(name)))):
            for person in self._by_rest.get(rest, ()):
                if one_slip_apart(plain(person.name), name) and _is_slip(person.name, written):
                    return person
        return None


def _is_slip(right: str, written: str) -> bool:
    """Tell whether the names have as many words, and no two given names are told apart."""
    first, second = right.split(), written.split()
    if len(first) != len(second):
        return False
    return first[0] == second[0] or not (first[0] in given_names() and second[0] in given_names())
