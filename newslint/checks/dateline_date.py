"""A dateline whose day is not near the article's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from newslint.annotate.dates import article_date, calendar_day, dates
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record


class Parameters(Record):
    """How far the dateline may be from the day of publication."""

    before: Annotated[int, "The most days that a dateline may be older than the article."] = 7
    after: Annotated[int, "The most days that it may be younger."] = 1


class DatelineDate(DocumentCheck[Parameters]):
    """Report a dateline's day that lies before or after the article's own date."""

    kind = "dateline-date"
    parameters_type = Parameters
    placeholders = frozenset({"found", "date", "days", "when"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each day in a dateline with the date that came from outside the text."""
        if context.date is None and not document.metadata.get("date"):
            return
        today = article_date(document, context)
        if today is None:
            return
        for segment in document.layer(structure).of(Field.DATELINE):
            for each in document.layer(dates).within(segment.span):
                if each.month is None or each.day is None:
                    continue
                day = _nearest(today, each.year, each.month, each.day)
                if day is None:
                    continue
                gap = (day - today).days
                if -self.parameters.before <= gap <= self.parameters.after:
                    continue
                values = {
                    "found": each.span.of(document.text),
                    "date": f"{today.strftime('%B')} {today.day}, {today.year}",
                    "days": f"{abs(gap)} day{'' if abs(gap) == 1 else 's'}",
                    "when": "after" if gap > 0 else "before",
                }
                yield Hit(each.span, values)


def _nearest(today: date, year: int | None, month: int, day: int) -> date | None:
    """Return the calendar day; without a year, the one nearest to the article's."""
    years = [year] if year is not None else [today.year - 1, today.year, today.year + 1]
    found = [each for each in (calendar_day(one, month, day) for one in years) if each]
    return min(found, key=lambda each: abs((each - today).days), default=None)
