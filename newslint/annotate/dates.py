"""Dates and times: calendar days, weekdays, years, clock times, and the article's own date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from newslint.annotate.structure import structure
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_OF = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


class DateMention(Record):
    """A calendar day, month, year, decade or weekday as written.

    What is not written is None: `year` in "May 7", `day` in "May 2015". `weekday` counts from
    Monday, 0. `month` may be 13 and `day` 31 in any month: the text is read as it stands.
    `last_day` ends a range of days in one month ("May 7-9"), `last_year` a span of
    years ("2015-16", "2010-2015"). `kind` is `day`, `month`, `year`,
    `decade`, `weekday` or `figures` (an all-figure date, whose order is anybody's guess).
    `weekday_span` is where the weekday stands.
    """

    span: Span
    block: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    last_year: int | None = None
    weekday_span: Span | None = None


class TimeMention(Record):
    """A clock time as written: `minutes` after midnight, and its zone, empty if none is named.

    `form` is `12` where a.m. or p.m. (or noon, midnight) says which half, else `24`.
    """

    span: Span
    block: int
    minutes: int
    zone: str
    form: str


class Dates:
    """A document's dates and times in order of position, with look-up."""

    __slots__ = ("_ends", "_mentioned", "_starts", "all", "times")

    def __init__(self, found: Iterable[DateMention], times: Iterable[TimeMention]) -> None:
        self.all = tuple(found)
        self.times = tuple(times)
        self._mentioned = [each.span.start for each in self.all]
        spans = sorted([*(each.span for each in self.all), *(each.span for each in self.times)])
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def claims(self, offset: int) -> bool:
        """Tell whether `offset` stands in a date or time, so that its figures are no quantity."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def within(self, span: Span) -> tuple[DateMention, ...]:
        """Return the dates that start inside `span`."""
        first = bisect_left(self._mentioned, span.start)
        return self.all[first : bisect_left(self._mentioned, span.end, first)]


_NAMES = "|".join(
    ["Jan(?:uary|\\.)?", "Feb(?:ruary|\\.)?", "Mar(?:ch|\\.)?", "Apr(?:il|\\.)?", "May",
     "June?\\.?", "July?\\.?", "Aug(?:ust|\\.)?", "Sep(?:tember|t\\.?|\\.)?", "Oct(?:ober|\\.)?",
     "Nov(?:ember|\\.)?", "Dec(?:ember|\\.)?", *(name.upper() for name in MONTHS)]
)  # fmt: skip
_MONTH = rf"(?:{_NAMES})(?![^\W_])"
_FULL_MONTH = rf"(?:{'|'.join(name.capitalize() for name in MONTHS if name != 'may')})\b"
_WEEKDAY = (
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\.|\b)"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b"
)
_DAY = r"\d{1,2}(?!\d)(?:st\b|nd\b|rd\b|th\b)?"
_YEAR = r"(?:1\d{3}|2[01]\d{2})(?!\d|[,.]\d)"
#: A year that no month stands beside: of print and after, and no count of what follows.
_LONE_YEAR = r"(?:1[5-9]\d{2}|2[01]\d{2})(?!\d|[,.]\d)"
_MEASURED = (
    r"(?:feet|foot|ft|miles?|kilomet|met(?:er|re)s?\b|km|yards?|inches|tons?\b|tonnes|pounds|acres|"
    r"hectares|square|cubic|gallons|lit(?:er|re)s|barrels|degrees|million|billion|people|percent|"
    r"per cent|dollars|euros|yen)"
)
_TO = r"(?:[ ]?[-–—][ ]?|[ ](?:to|and|through|until|or)[ ])"
_WEEKDAY_LAST = (
    r"(?:,?[ ]\((?P<after>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\)"
    r"|,[ ]a[ ](?P<later>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)?"
)
_MONTH_DAY = (
    rf"(?P<month>{_MONTH})[ ](?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY})(?![ ]?(?:{_MONTH}|%|per)))?"
    rf"(?:(?P<comma>,?)[ ](?P<year>{_YEAR}))?{_WEEKDAY_LAST}"
)
_DAY_MONTH = (
    rf"(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}))?[ ](?:of[ ])?(?P<month>{_MONTH})"
    rf"(?:(?P<comma>,?)[ ](?P<year>{_YEAR}))?{_WEEKDAY_LAST}"
)
_MONTH_YEAR = rf"(?P<month>{_MONTH})(?P<comma>,?)[ ](?:of[ ])?(?P<year>{_YEAR})"
_WEEKDAY_FIRST = rf"(?P<weekday>{_WEEKDAY}),?[ ](?:the[ ]|on[ ]|\()?"
_FROM_NAME = [
    compiled(source)
    for source in (
        _MONTH_DAY,
        _MONTH_YEAR,
        _WEEKDAY_FIRST + _MONTH_DAY,
        _WEEKDAY_FIRST + _DAY_MONTH,
        rf"(?P<month>{_FULL_MONTH})",
        r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)",
    )
]
_FROM_FIGURE = [
    compiled(source)
    for source in (
        _DAY_MONTH,
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w)",
        r"(?P<figures>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?![\d/])",
        r"(?P<figures>9/11)(?![\d/])",
        rf"(?P<year>{_YEAR})[-–/](?P<last_year>\d\d(?:\d\d)?)(?![\w%]|-\d)",
        r"(?P<decade>'?\d?\d?\d0)'?s\b",
        rf"(?P<year>{_LONE_YEAR})(?![\w/%°]|-(?!\d\d\b)|[ ]{_MEASURED})",
    )
]
_ZONE = (
    r"[ ]?(?P<zone>GMT|UTC|BST|CES?T|EES?T|MSK|[ECMP][SD]?T|AE[SD]T|NZ[SD]T|JST|IST|HKT|SGT|"
    r"(?:local|Eastern|Central|Mountain|Pacific)(?:[ ](?:Standard|Daylight))?(?:[ ][Tt]ime)?)\b"
)
_TIMES = [
    compiled(source)
    for source in (
        (
            r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?[ ]?"
            rf"(?P<half>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)(?:{_ZONE})?"
        ),
        rf"(?P<hour>\d{{1,2}})[:.h](?P<minute>[0-5]\d)(?!\d|[.:]\d)(?:{_ZONE})",
        r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?!\d|[.:]\d)",
        rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?:[ ]hours)?{_ZONE}",
        rf"(?P<name>noon|midnight)\b(?:{_ZONE})?",
    )
]
_TRIGGER = compiled(
    r"'?\d[\d,.]*|noon|midnight|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|"
    r"Fri|Sat|Sun|JAN|FEB|MAR|APR|MAY|JU[NL]|AUG|SEP|OCT|NOV|DEC|MON|TUE|WED|THU|FRI|SAT|SUN)"
)
#: A year stands after words like these, or it may as well be a count.
_NO_YEAR_BEFORE = compiled(r"[\w$£€#,./-]$")


def dates(document: Document) -> Dates:
    """Read every date and time, block by block, in one pass."""
    text = document.folded
    found: list[DateMention] = []
    times: list[TimeMention] = []
    for block, each in enumerate(document.blocks):
        position, end = each.span
        while trigger := _TRIGGER.search(text, position, end):
            start = trigger.start()
            position = trigger.end()
            if start > each.span.start and text[start - 1].isalnum():
                continue
            if (time := _time(text, start, end, block)) is not None:
                times.append(time)
                position = time.span.end
            elif (mention := _date(text, start, end, block)) is not None:
                found.append(mention)
                position = mention.span.end
    return Dates(found, times)


def _time(text: str, start: int, end: int, block: int) -> TimeMention | None:
    if text[start].isupper():
        return None
    for pattern in _TIMES:
        match = pattern.match(text, start, end)
        if match:
            break
    else:
        return None
    groups = match.groupdict()
    minutes = _minutes(groups)
    if minutes is None:
        return None
    form = "12" if groups.get("half") or groups.get("name") else "24"
    return TimeMention(Span(*match.span()), block, minutes, groups.get("zone") or "", form)


def _minutes(groups: dict[str, str | None]) -> int | None:
    """Return minutes after midnight; None for a time that no clock shows."""
    if groups.get("name"):
        return 12 * 60 if groups["name"] == "noon" else 0
    hour, minute = int(groups["hour"] or 0), int(groups.get("minute") or 0)
    half = (groups.get("half") or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour <= 24 else None


def _date(text: str, start: int, end: int, block: int) -> DateMention | None:
    patterns = _FROM_NAME if text[start].isalpha() else _FROM_FIGURE
    for pattern in patterns:
        match = pattern.match(text, start, end)
        if match and not _is_count(match):
            return _mention(match, text, block)
    return None


def _is_count(match: regex.Match[str]) -> bool:
    """Tell whether the figure beside the month is none of its days: "in March 40 people"."""
    groups = match.groupdict()
    day = _number(groups.get("day"))
    return day is not None and not (0 < day < 32 or groups.get("year") or groups.get("weekday"))


_WEEKDAY_GROUPS = ("weekday", "after", "later")


def _mention(match: regex.Match[str], text: str, block: int) -> DateMention | None:
    groups = {name: value or "" for name, value in match.groupdict().items()}
    span = Span(*match.span())
    if groups.get("figures"):
        return DateMention(span, block, "figures")
    if groups.get("decade"):
        return DateMention(span, block, "decade", year=int(groups["decade"].lstrip("'")))
    year, day = _number(groups.get("year")), _number(groups.get("day"))
    month = groups.get("month", "")
    if not month and year is not None:
        before = text[max(0, span.start - 2) : span.start]
        if _NO_YEAR_BEFORE.search(before) or (year < _MODERN and not _dates_it(text, span.start)):
            return None
        last = _last_year(year, groups.get("last_year", ""))
        return DateMention(span, block, "year", year, last_year=last)
    place = next((name for name in _WEEKDAY_GROUPS if groups.get(name)), "")
    weekday = groups.get(place, "")
    return DateMention(
        span,
        block,
        "day" if day is not None else "month" if month else "weekday",
        year,
        int(month) if month.isdigit() else _MONTH_OF.get(month[:3].lower()),
        day,
        _number(groups.get("last")),
        _WEEKDAY_OF[weekday[:3].lower()] if weekday else None,
        None,
        Span(*match.span(place)) if weekday else None,
    )


#: Earlier years are rarer in copy than counts without a comma, and stand after words like these.
_MODERN = 1800
_DATING = compiled(
    r"\b(?:in|of|since|by|from|to|until|till|before|after|during|circa|c\.|year|and|around|between|"
    r"early|late|mid|about)[ -]$|[(,][ ]?$",
    IGNORECASE,
)


def _dates_it(text: str, position: int) -> bool:
    return _DATING.search(text, max(0, position - 10), position) is not None


def _last_year(year: int, figures: str) -> int | None:
    """Read the second year of a span: of two figures it is in the first's century."""
    if not figures:
        return None
    return int(figures) if len(figures) == 4 else year - year % 100 + int(figures)


def _number(figures: str | None) -> int | None:
    digits = re.match(r"\d+", figures or "")
    return int(digits.group()) if digits else None


def calendar_day(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return the day, or None where a part is missing or no calendar has it."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def article_date(document: Document, context: Context) -> date | None:
    """Return the day the article is of: from the context, its metadata or its dateline."""
    if context.date is not None:
        return context.date
    written = document.metadata.get("date", "")
    return _iso(written) or _written(written) or _of_dateline(document)


_ISO = compiled(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
#: Seconds since 1970, as archives in JSON often give them.
_EPOCH = compiled(r"\s*(\d{9,10})(?:\.\d*)?\s*")


def _iso(text: str) -> date | None:
    match = _ISO.match(text)
    if match:
        return calendar_day(*map(int, match.groups()))
    seconds = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(seconds[1]), UTC).date() if seconds else None


def _written(text: str) -> date | None:
    mentions = dates(Document.from_text(text)).all if text else ()
    days = (calendar_day(each.year, each.month, each.day) for each in mentions)
    return next((day for day in days if day is not None), None)


def _of_dateline(document: Document) -> date | None:
    found = document.layer(dates)
    for segment in document.layer(structure).of(Field.DATELINE):
        for each in found.within(segment.span):
            if (day := calendar_day(each.year, each.month, each.day)) is not None:
                return day
    return None
