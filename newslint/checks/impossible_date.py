"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newslint.annotate.dates import MONTHS, DateMention, dates
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_LEAP_YEAR = 2000
_COUNTED = compiled(r"[ ](?!and\b|to\b|or\b|at\b|in\b|for\b|with\b|as\b)[a-z]+", IGNORECASE)
_IN = compiled(r"\b(?:in|since|during|last|this|by|for|early|late|mid|of)[ -]$", IGNORECASE)


class Parameters(Record):
    """The check has no parameters."""


class ImpossibleDate(DocumentCheck[Parameters]):
    """Report "Feb. 30" and "June 31, 2015"."""

    kind = "impossible-date"
    parameters_type = Parameters
    placeholders = frozenset({"found", "reason"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each day that its month lacks."""
        for each in document.layer(dates).all:
            if each.day is None or each.month is None or _is_count(each, document.folded):
                continue
            reason = _reason(each)
            if reason:
                yield Hit(each.span, {"found": each.span.of(document.text), "reason": reason})


def _length(year: int, month: int) -> int:
    """Return the days of a month. (`calendar` brings `locale`, which nothing else here needs.)"""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _reason(mention: DateMention) -> str:
    """Say why there is no such day; empty where there is one."""
    assert mention.month is not None
    if not 1 <= mention.month <= 12:
        return f"a year has no month {mention.month}"
    year = mention.year if mention.year and 1 <= mention.year <= 9999 else _LEAP_YEAR
    length = _length(year, mention.month)
    month = MONTHS[mention.month - 1].capitalize()
    for day in (mention.day, mention.last_day):
        if day is not None and not 1 <= day <= length:
            when = f" {mention.year}" if month == "February" and mention.year else ""
            return f"{month}{when} has {length} days"
    return ""


def _is_count(mention: DateMention, text: str) -> bool:
    """Tell whether the figure counts what follows: "in June 31 people died"."""
    if mention.year is not None or mention.weekday is not None or mention.last_day is not None:
        return False
    before = _IN.search(text, max(0, mention.span.start - 8), mention.span.start)
    return bool(before and _COUNTED.match(text, mention.span.end))
