"""A person who is one thing here and another there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, NamedTuple

import regex

from newslint import lexicon
from newslint.annotate.mentions import Person, mentions
from newslint.annotate.roles import Role, roles
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span


class Parameters(NamedTuple):
    """The parameters of a changed role rule."""

    words: Annotated[tuple[str, ...], "Offices never compared, as they are written."] = ()


class _Office(NamedTuple):
    """An office held in one place: two of one group exclude each other."""

    group: str
    value: str
    span: Span


_PORTFOLIO = compiled(
    r"\b(?P<what>finance|foreign|interior|home|defen[cs]e|justice|health|education|trade|energy|"
    r"labou?r|transport|agriculture|environment|culture|housing|commerce|treasury|economy|sports?|"
    r"tourism|science|industry|immigration|press|information) (?P<post>minister|secretary)\b",
    IGNORECASE,
)
_BEFORE_NOUN = 13
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
        layer = document.layer(roles)
        by_person: dict[int, list[Role]] = {}
        for role in layer.roles:
            by_person.setdefault(role.person, []).append(role)
        for number, found in by_person.items():
            person = document.layer(mentions).people[number]
            if person.given:
                sure = [role for role in found if role.full or not _has_namesake(person, document)]
                yield from self._contradictions(person, sure, document)

    def _contradictions(
        self, person: Person, found: list[Role], document: Document
    ) -> Iterator[Hit]:
        first: dict[str, _Office] = {}
        for role in found:
            if role.past:
                continue
            for office in _offices(role.span, document.folded):
                if office.span.of(document.folded) in self.parameters.words:
                    continue
                if office.group == _FULL_ONLY and not role.full:
                    continue
                known = first.setdefault(office.group, office)
                if known.value != office.value:
                    yield _hit(person, office, known, document.text)


def _has_namesake(person: Person, document: Document) -> bool:
    """Tell whether somebody else of that surname is named."""
    return any(
        other.family == person.family and other.number != person.number
        for other in document.layer(mentions).people
    )


@cache
def _forms() -> tuple[regex.Pattern[str], dict[str, tuple[str, str]]]:
    rows = {form: (group, office) for form, group, office in lexicon.rows("offices")}
    forms = "|".join(regex.escape(form) for form in sorted(rows, key=len, reverse=True))
    return compiled(rf"(?<![\w.-])(?:{forms})(?![\w-])"), rows


def _offices(span: Span, folded: str) -> Iterator[_Office]:
    """Read the offices out of a title or role phrase."""
    pattern, known = _forms()
    match = pattern.search(folded, *span)
    if match is not None:
        group, value = known[match.group()]
        yield _Office(group, value, Span(*match.span()))
    portfolio = _PORTFOLIO.search(folded, max(0, span.start - _BEFORE_NOUN), span.end)
    if portfolio is not None:
        what = portfolio["what"].lower()
        yield _Office(portfolio["post"].lower(), what, Span(*portfolio.span()))


def _hit(person: Person, office: _Office, known: _Office, text: str) -> Hit:
    found, other = office.span.of(text), known.span.of(text)
    values = {"found": found, "other": other, "name": person.full}
    return Hit(office.span, values, related=(Related(known.span, f"“{other}” here"),))
