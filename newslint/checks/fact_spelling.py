"""Names and terms that are not written as the fact sheets have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.alike import one_slip_apart, plain
from newslint.annotate.names import names
from newslint.annotate.person_names import given_names, parts_of
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import BodyFact, EventFact, Fact, Facts, PersonFact, TermFact, name_of
from newslint.finding import Severity
from newslint.matching.phrases import Phrase, PhraseIndex
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_Section = Literal["people", "organisations", "places", "terms"]


class Parameters(Record):
    """The parameters of a fact spelling rule."""

    sections: Annotated[tuple[_Section, ...], "The sections of the fact sheets to go by."] = (
        "people",
        "organisations",
        "places",
    )
    former: Annotated[bool, "Whether names that a body had before are reported."] = True


class _Form(Record):
    """A form that an article should not hold; `kind` is `wrong`, `former` or `other`."""

    fact: Fact
    kind: str


_FORMERLY = compiled(
    r"\b(?:former(?:ly)?|previously|once|then|known as|called|named|renamed|as|was|until|old)"
    r"(?: the)? [\"“']?$",
    IGNORECASE,
)
_BEFORE = 30


class FactSpelling(DocumentCheck[Parameters]):
    """Report forms that a fact sheet calls wrong, and people's names one slip away from it."""

    kind = "fact-spelling"
    parameters_type = Parameters
    needs_known = "facts"
    placeholders = frozenset({"found", "right", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._phrases = Kept(self._index)
        self._right = Kept(_right_forms)
        self._people = Kept(_Nearby)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place of a wrong form."""
        if not context.facts:
            return
        found = list(self._phrases.of(context.facts).find(document.folded))
        if found:
            right = list(self._right.of(context.facts).find(document.folded))
            for span, form in found:
                if not any(whole.covers(span) and whole != span for whole, _ in right):
                    for hit in self._judge(Hit(span), form, document):
                        yield by_fact(hit, form.fact, context.facts)
        if "people" in self.parameters.sections:
            for hit, fact in self._misspelled(document, self._people.of(context.facts)):
                yield by_fact(hit, fact, context.facts)

    def _index(self, facts: Facts) -> PhraseIndex[_Form]:
        return PhraseIndex(
            (phrase, form)
            for section in self.parameters.sections
            for fact in getattr(facts, section)
            for phrase, form in _forms(fact)
        )

    def _judge(self, hit: Hit, form: _Form, document: Document) -> Iterator[Hit]:
        found = hit.span.of(document.text)
        right = name_of(form.fact)
        hit = hit._replace(values={"found": found, "right": right})
        if form.kind == "wrong":
            yield hit._replace(replacement=_with_capital(found, right))
        elif form.kind == "former":
            before = document.folded[max(0, hit.span.start - _BEFORE) : hit.span.start]
            if self.parameters.former and not _FORMERLY.search(before):
                message = "“{found}” is now called {right} ({source})."
                yield hit._replace(message=message, severity=Severity.WARNING)
        elif right in document.folded:
            message = "“{found}” is not {right} ({source}): is it meant?"
            yield hit._replace(message=message, severity=Severity.SUGGESTION)

    def _misspelled(self, document: Document, nearby: _Nearby) -> Iterator[tuple[Hit, PersonFact]]:
        for name in document.layer(names).names:
            if " " not in name.text:
                continue
            parts = parts_of(name.text)
            written = " ".join(name.text.split()[len(parts.title) :])
            fact = nearby.of(written)
            if fact is not None:
                span = Span(name.span.end - len(written), name.span.end)
                found = span.of(document.text)
                values = {"found": found, "right": fact.name}
                yield Hit(span, values, fact.name, severity=Severity.WARNING), fact


def _forms(fact: Fact) -> Iterator[tuple[Phrase, _Form]]:
    if isinstance(fact, EventFact):
        return
    for form in fact.wrong:
        exact = not isinstance(fact, TermFact) or form.lower() == fact.right.lower()
        yield Phrase(form, exact), _Form(fact, "wrong")
    if isinstance(fact, BodyFact):
        for form in fact.former:
            yield Phrase(form), _Form(fact, "former")
        for form in fact.not_:
            yield Phrase(form), _Form(fact, "other")


def _right_forms(facts: Facts) -> PhraseIndex[Fact]:
    """Index the right forms, within which a wrong form may stand: needed where one was found."""
    return PhraseIndex((Phrase(name_of(fact)), fact) for fact in facts.all())


def _with_capital(found: str, right: str) -> str:
    """Give a term the capital of the sentence it begins."""
    if found[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


class _Nearby:
    """The people of fact sheets by their first and last names: a slip leaves one of them whole."""

    def __init__(self, facts: Facts) -> None:
        self._by_first: dict[str, list[PersonFact]] = {}
        self._by_last: dict[str, list[PersonFact]] = {}
        for person in facts.people:
            first, _, rest = person.name.partition(" ")
            if rest:
                self._by_first.setdefault(first, []).append(person)
                self._by_last.setdefault(rest.rpartition(" ")[2], []).append(person)

    def of(self, written: str) -> PersonFact | None:
        """Return the person whose name is one slip away, if that cannot be somebody else."""
        words = written.split()
        if len(words) < 2:
            return None
        near = [*self._by_first.get(words[0], ()), *self._by_last.get(words[-1], ())]
        name = plain(written)
        found = None
        for person in near:
            if written == person.name or written in person.wrong:
                return None
            if found is None and one_slip_apart(plain(person.name), name):
                found = person if _is_slip(person.name, written) else None
        return found


def _is_slip(right: str, written: str) -> bool:
    """Tell whether the names have as many words, and no two given names are told apart."""
    first, second = right.split(), written.split()
    if len(first) != len(second):
        return False
    return first[0] == second[0] or not (first[0] in given_names() and second[0] in given_names())
