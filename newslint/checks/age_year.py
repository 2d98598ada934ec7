"""A person's age that disagrees with the year of birth, or with the age given elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.ages import AgeMention, ages
from newslint.annotate.dates import article_date
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled


class Parameters(Record):
    """The check has no parameters."""


class AgeYear(DocumentCheck[Parameters]):
    """Report two ages of one person more than a year apart, and an age its birth year belies."""

    kind = "age-year"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the later age, with the age or year it disagrees with as related."""
        published = article_date(document, context)
        by_person: dict[int, list[AgeMention]] = {}
        for each in document.layer(ages):
            by_person.setdefault(each.person, []).append(each)
        for mine in by_person.values():
            told = [each for each in mine if each.age]
            for each in told[1:]:
                if abs(each.age - told[0].age) > 1 and not _of_kin(each, document):
                    yield _hit(each, told[0], "", document)
            born = next((each for each in mine if each.born), None)
            if published is None or born is None:
                continue
            for each in told:
                expected = published.year - born.born
                if each.age not in (expected, expected - 1):
                    turns = f"{expected - 1} or {expected} in {published.year}"
                    yield _hit(each, born, turns, document)


#: Father and son often have one name.
_KIN = compiled(r"\b(?:father|mother|son|daughter|grand\w+|junior|senior|[JS]r\.|II|III)(?!\w)")


def _of_kin(age: AgeMention, document: Document) -> bool:
    start, end = max(0, age.span.start - 60), age.span.end
    return _KIN.search(document.folded, start, end) is not None


def _hit(age: AgeMention, other: AgeMention, turns: str, document: Document) -> Hit:
    values = {
        "found": age.span.of(document.text),
        "other": other.span.of(document.text),
        "sum": turns,
    }
    message = "Born in {other}, so {sum}, but the age given is {found}." if turns else ""
    note = "the year of birth" if turns else "the age given here"
    return Hit(age.span, values, related=(Related(other.span, note),), message=message)
