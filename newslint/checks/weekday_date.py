"""A weekday beside a date that falls on another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newslint.annotate.dates import WEEKDAYS, DateMention, article_date, calendar_day, dates
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Severity
from newslint.record import Record

#: Before this year some countries still kept the Julian calendar, with other weekdays.
_GREGORIAN = 1800


class Parameters(Record):
    """The check has no parameters."""


class WeekdayDate(DocumentCheck[Parameters]):
    """Report "Saturday, Oct. 15, 2010", which was a Friday.

    A date without a year may be of the article's year, the one before or the one after, of a year
    named in its own paragraph or the one above, or of the last one named before it. It is judged
    only where the article's year is known.
    """

    kind = "weekday-date"
    parameters_type = Parameters
    placeholders = frozenset({"found", "date", "weekday", "written"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the weekday with its date."""
        mentions = document.layer(dates).all
        published = article_date(document, context)
        for each in mentions:
            if each.weekday is None or each.day is None or each.month is None:
                continue
            years = _years(each, mentions, published)
            days = [day for year in years if (day := _day(each, year)) is not None]
            if days and not any(_falls(each, day) for day in days):
                yield _hit(each, days[0], document)


def _years(
    mention: DateMention, mentions: tuple[DateMention, ...], published: date | None
) -> list[int]:
    """Return the years that the date may be of, the likeliest first."""
    if mention.year is not None:
        return [mention.year]
    if published is None:
        return []
    near = [
        each.year
        for each in mentions
        if each.year is not None and mention.block - 1 <= each.block <= mention.block
    ]
    # A story told from its beginning names its year once, further up.
    told = [each.year for each in mentions if each.year is not None and each.span < mention.span]
    year = published.year
    return [year, year - 1, year + 1, *near, *told[-1:]]


def _day(mention: DateMention, year: int) -> date | None:
    return calendar_day(year, mention.month, mention.day) if year >= _GREGORIAN else None


def _falls(mention: DateMention, day: date) -> bool:
    """Tell whether the day, or one of the range that it begins, is the written weekday."""
    length = (mention.last_day or day.day) - day.day
    return any(
        (day.weekday() + ahead) % 7 == mention.weekday for ahead in range(max(length, 0) + 1)
    )


def _hit(mention: DateMention, day: date, document: Document) -> Hit:
    assert mention.weekday is not None
    written = WEEKDAYS[mention.weekday].capitalize()
    weekday = WEEKDAYS[day.weekday()].capitalize()
    spelled = f"{day:%B} {day.day}, {day.year}"
    values = {
        "found": mention.span.of(document.text),
        "date": spelled,
        "weekday": weekday,
        "written": written,
    }
    if mention.year is not None:
        return Hit(mention.span, values)
    message = "{found}: no {written} in the years around the article; {date} is a {weekday}."
    return Hit(mention.span, values, message=message, severity=Severity.WARNING)
