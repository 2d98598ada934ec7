"""A span of time or numbers that ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.annotate.dates import DateMention, calendar_day, dates
from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_TO = compiled(r"[ ]?[-–—][ ]?|[ ](?:to|until|through|till)[ ](?:the year )?")
_AND = compiled(r"[ ]and[ ]")
_FROM = compiled(r"\b(?:from|between|during|lasted|ran|\()[ ]?(?:the )?$", IGNORECASE)
_BETWEEN = compiled(r"\bbetween[ ](?:the )?$", IGNORECASE)
_CHANGED = compiled(
    r"\b(?:back|moved?|chang\w+|brought|forward|earlier|revert\w*|rewound)\b", IGNORECASE
)
_BEFORE_CHRIST = compiled(r"[ ]?B\.?C\.?", IGNORECASE)
_PRINT = 1500  # four figures below are a number rather than a year


class Parameters(Record):
    """The check has no parameters."""


class ReversedRange(DocumentCheck[Parameters]):
    """Report "from 2015 to 2012", "May 9-7" and "between 30 and 20 boats"."""

    kind = "reversed-range"
    parameters_type = Parameters
    placeholders = frozenset({"found", "first", "second"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each range in the wrong order."""
        text = document.folded
        mentions = document.layer(dates).all
        for each in mentions:
            if each.last_day is not None and each.day is not None and each.last_day < each.day:
                yield _hit(each.span, str(each.day), str(each.last_day), document)
            if each.last_year is not None and each.year is not None and _turned(each, text):
                yield _hit(each.span, str(each.year), str(each.last_year), document)
        for one, two in pairwise(mentions):
            if one.block == two.block and _joined(text, one, two) and _later(one, two):
                span = Span(one.span.start, two.span.end)
                first, second = one.span.of(document.text), two.span.of(document.text)
                yield _hit(span, first, second, document)
        for quantity in document.layer(quantities).all:
            if _falls(text, quantity):
                figures = quantity.figure.of(document.text)
                first, second = re.split(r" and ", figures, maxsplit=1)
                yield _hit(quantity.span, first, second, document)


def _turned(mention: DateMention, text: str) -> bool:
    """Tell whether a span of years written in full ("2010-2005") runs backwards."""
    assert mention.year is not None
    assert mention.last_year is not None
    full = mention.span.length >= 9 and mention.last_year >= _PRINT
    around = text[max(0, mention.span.start - 60) : mention.span.end + 20]
    return full and mention.last_year < mention.year and not _BEFORE_CHRIST.search(around)


def _joined(text: str, one: DateMention, two: DateMention) -> bool:
    """Tell whether two dates are the ends of one span of time."""
    before = text[max(0, one.span.start - 14) : one.span.start]
    around = text[max(0, one.span.start - 60) : two.span.end + 20]
    if _BEFORE_CHRIST.search(around) or _CHANGED.search(around):
        return False
    if _AND.fullmatch(text, one.span.end, two.span.start):
        return _BETWEEN.search(before) is not None
    joiner = _TO.fullmatch(text, one.span.end, two.span.start)
    if joiner is None:
        return False
    dash = joiner.group().strip() in ("-", "–")
    return dash or _FROM.search(before) is not None


def _later(one: DateMention, two: DateMention) -> bool:
    """Tell whether the first is certainly later than the second."""
    if one.kind == two.kind == "year" and one.year and two.year:
        return one.year > two.year
    year = one.year or two.year
    if one.kind == two.kind == "day" and two.year is not None:
        first = calendar_day(one.year or two.year, one.month, one.day)
        second = calendar_day(two.year, two.month, two.day)
        if first is None or second is None:
            return False
        return first > second and (one.year is not None or first.month == second.month)
    if one.kind == two.kind == "month" and one.year and two.year and one.month and two.month:
        return (one.year, one.month) > (two.year, two.month)
    return (
        year is None
        and one.kind == two.kind == "day"
        and one.month == two.month
        and ((one.day or 0) > (two.day or 0))
    )


def _falls(text: str, quantity: Quantity) -> bool:
    """Tell whether a range that "between" opens runs downwards."""
    if quantity.low is None or quantity.low <= quantity.value:
        return False
    before = text[max(0, quantity.span.start - 9) : quantity.span.start]
    if _BEFORE_CHRIST.match(text, quantity.span.end):
        return False
    return _BETWEEN.search(before) is not None and " and " in quantity.figure.of(text)


def _hit(span: Span, first: str, second: str, document: Document) -> Hit:
    values = {"found": span.of(document.text), "first": first, "second": second}
    return Hit(span, values)
