"""Dates in a bio that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from newslint.annotate.bios import Bio, bios
from newslint.annotate.dates import DateMention, article_date, dates
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span


class Parameters(Record):
    """How long and how early a life at work may be."""

    longest: Annotated[int, "The most years that somebody may have been at work."] = 70
    youngest: Annotated[int, "The fewest years from a birth to a degree or a post."] = 14
    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.7


class BioDates(DocumentCheck[Parameters]):
    """Report dates after the article's own, spans of years that do not add up, and absurd ages.

    Where the article's date is unknown, only dates that contradict each other are reported.
    """

    kind = "bio-dates"
    parameters_type = Parameters
    placeholders = frozenset({"found", "fault"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge the years of each bio."""
        today = article_date(document, context)
        for bio in document.layer(bios):
            if bio.confidence < self.parameters.confidence:
                continue
            yield from self._judged(document, bio, today)

    def _judged(self, document: Document, bio: Bio, today: date | None) -> Iterator[Hit]:
        past = [each for each in document.layer(dates).within(bio.span) if each.year]
        past = [each for each in past if not _lies_ahead(document, each)]
        if today is not None:
            yield from self._against_today(document, past, today)
            yield from self._lengths(document, bio, past, today)
        yield from self._ages(document, past)

    def _against_today(
        self, document: Document, past: list[DateMention], today: date
    ) -> Iterator[Hit]:
        for each in past:
            year = each.year or 0
            found = each.span.of(document.text)
            if (year, each.month or 0, each.day or 0) > (today.year, today.month, today.day) and (
                year > today.year or each.month
            ):
                yield Hit(each.span, {"found": found, "fault": f"it lies after {_day(today)}"})
            elif today.year - year > self.parameters.longest and _since(document, each):
                fault = f"nobody is at a post for {today.year - year} years"
                yield Hit(each.span, {"found": found, "fault": fault})

    def _lengths(
        self, document: Document, bio: Bio, past: list[DateMention], today: date
    ) -> Iterator[Hit]:
        """Compare "since 2014" with "for 20 years" in one sentence."""
        for match in _YEARS.finditer(document.text, *bio.span):
            span = Span(*match.span())
            sentence = document.layer(sentences).at(span.start)
            since = next(
                (each for each in past if sentence and sentence.covers(each.span)
                 and _since(document, each)), None
            )  # fmt: skip
            if since is None:
                continue
            stated = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1].lower()]
            actual = today.year - (since.year or 0)
            if abs(actual - stated) > 1:
                place = since.span.of(document.text)
                fault = f"from {place} to {_day(today)} there are {actual} years"
                related = (Related(since.span, "the year it began"),)
                yield Hit(span, {"found": match.group(), "fault": fault}, related=related)

    def _ages(self, document: Document, past: list[DateMention]) -> Iterator[Hit]:
        born = next((each for each in past if _BORN.search(_before(document, each))), None)
        if born is None:
            return
        for each in past:
            age = (each.year or 0) - (born.year or 0)
            if each is not born and age < self.parameters.youngest:
                found = each.span.of(document.text)
                fault = "that is before the birth" if age < 0 else f"that is at the age of {age}"
                related = (Related(born.span, "the year of birth"),)
                yield Hit(each.span, {"found": found, "fault": fault}, related=related)


_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50}
_YEARS = compiled(
    rf"\bfor (?:the (?:last|past) |nearly |almost |more than |over |about |some )?"
    rf"(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) years\b",
    IGNORECASE,
)
_BORN = compiled(r"\bborn\b[^.;]{0,40}$", IGNORECASE)
_SINCE = compiled(r"\bsince (?:early |late |the )?$", IGNORECASE)
_AHEAD = compiled(
    r"\b(?:will|forthcoming|upcoming|due|until|class of|next|expected|to be|coming|through)\b"
    r"[^.]{0,40}$|\bfrom $",
    IGNORECASE,
)


def _before(document: Document, mention: DateMention) -> str:
    return document.text[max(0, mention.span.start - 50) : mention.span.start]


def _since(document: Document, mention: DateMention) -> bool:
    return _SINCE.search(_before(document, mention)) is not None


def _lies_ahead(document: Document, mention: DateMention) -> bool:
    """Tell whether the words before a date say that it has not come yet, or is of a book."""
    return _AHEAD.search(_before(document, mention)) is not None


def _day(day: date) -> str:
    return f"{day.strftime('%B')} {day.day}, {day.year}"
