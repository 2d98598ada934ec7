"""How a calendar date is written: order, ordinals, abbreviated months, commas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from newslint.annotate.dates import MONTHS, DateMention, dates
from newslint.annotate.number_words import ordinal_in_figures
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex

_WEEKDAY = r"(?:(?P<weekday>[A-Z][A-Za-z]+\.?)(?P<link>,? )(?:the |on )?)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"(?P<days>{_DAY}(?:(?: ?[-–—] ?| (?:to|and|or|through|until) ){_DAY})?)"
_YEAR = r"(?:(?P<comma>,?) (?P<year>\d{4}))?"
_SHAPES = {
    "month-day": compiled(rf"{_WEEKDAY}(?P<month>[A-Z][A-Za-z]+\.?) {_DAYS}{_YEAR}"),
    "day-month": compiled(rf"{_WEEKDAY}{_DAYS} (?:of )?(?P<month>[A-Z][A-Za-z]+\.?){_YEAR}"),
    "month": compiled(r"(?P<month>[A-Z][A-Za-z]+\.?)(?P<comma>,?) (?:of )?(?P<year>\d{4})"),
}
_ORDINAL = compiled(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?")
_RUNS_ON = compiled(r" (?:[a-z]|\()")
Choice = Literal["always", "never", "either"]


class Parameters(Record):
    """The parameters of a date-form rule."""

    order: Annotated[Literal["month-day", "day-month", "either"], "June 12 or 12 June."] = "either"
    ordinals: Annotated[Choice, "Whether days take st, nd, rd, th: June 3rd."] = "never"
    months: Annotated[
        Mapping[str, str],
        "Month in full -> its abbreviation beside a day (January -> Jan.); a month that is not "
        "named is spelled out.",
    ] = {}
    abbreviations: Annotated[
        bool, "Whether `months` is enforced; false leaves abbreviations alone."
    ] = True
    year_comma: Annotated[Choice, "A comma before the year, after month and day."] = "either"
    after_year: Annotated[
        Choice, "A comma after the year where the sentence runs on: May 4, 2021, the mill."
    ] = "either"
    weekday_comma: Annotated[Choice, "A comma between weekday and date."] = "either"
    figures: Annotated[
        bool, "Whether all-figure dates (12/04/2023) are reported; 9/11 never is."
    ] = False


class DateForm(DocumentCheck[Parameters]):
    """Report dates that are not written as the house writes them."""

    kind = "date-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each date in the wrong form, with the right one."""
        for each in document.layer(dates).all:
            found = each.span.of(document.text)
            if each.kind == "figures" and self.parameters.figures and found != "9/11":
                values = {"found": found, "replacement": "day, month and year in words"}
                yield Hit(each.span, values)
            elif each.kind in ("day", "month") and each.month is not None:
                yield from self._written(each, document)

    def _written(self, each: DateMention, document: Document) -> Iterator[Hit]:
        text = document.folded
        for shape, pattern in _SHAPES.items():
            match = pattern.fullmatch(text, *each.span)
            if match is None:
                continue
            right, end = self._right(shape, match, each), each.span.end
            if shape == "month-day" and each.year is not None and _RUNS_ON.match(text, end):
                right += "," if self.parameters.after_year == "always" else ""
            if right != match.group():
                found = each.span.of(document.text)
                yield Hit(Span(*each.span), {"found": found, "replacement": right}, right)
            return

    def _right(self, shape: str, match: regex.Match[str], each: DateMention) -> str:
        rules = self.parameters
        month = self._month(match["month"], each.month or 1, with_day=shape != "month")
        year = match["year"] or ""
        if shape == "month":
            return f"{month} {year}"
        days = (
            _ORDINAL.sub(self._day, match["days"]) if rules.ordinals != "either" else match["days"]
        )
        order = shape if rules.order == "either" else rules.order
        comma = match["comma"] or ""
        if rules.year_comma != "either" or order != shape:
            wanted = rules.year_comma == "always" or (
                rules.year_comma == "either" and order != shape
            )
            comma = "," if wanted and order == "month-day" else ""
        core = f"{month} {days}" if order == "month-day" else f"{days} {month}"
        tail = f"{comma} {year}" if year else ""
        return self._weekday(match) + core + tail

    def _weekday(self, match: regex.Match[str]) -> str:
        if not match["weekday"]:
            return ""
        links = {"always": ", ", "never": " ", "either": match["link"]}
        return match["weekday"] + links[self.parameters.weekday_comma]

    def _day(self, match: regex.Match[str]) -> str:
        day = int(match["day"])
        return ordinal_in_figures(day) if self.parameters.ordinals == "always" else str(day)

    def _month(self, written: str, number: int, *, with_day: bool) -> str:
        full = MONTHS[number - 1].capitalize()
        if not self.parameters.abbreviations or written.isupper():
            return written
        return self.parameters.months.get(full, full) if with_day else full
