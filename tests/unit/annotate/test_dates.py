from datetime import date

import pytest

from newslint.annotate.dates import DateMention, article_date, calendar_day, dates
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.span import Span


def read(text: str) -> list[tuple[str, DateMention]]:
    return [(each.span.of(text), each) for each in Document.from_text(text).layer(dates).all]


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("on SATURDAY, Oct. 15, 2010 in", "SATURDAY, Oct. 15, 2010", (2010, 10, 15, 5)),
        ("on Friday 15 December at", "Friday 15 December", (None, 12, 15, 4)),
        ("from Saturday 2nd December", "Saturday 2nd December", (None, 12, 2, 5)),
        ("the 11th of September 2001", "11th of September 2001", (2001, 9, 11, None)),
        ("on 2010-05-04", "2010-05-04", (2010, 5, 4, None)),
        ("on Feb. 30", "Feb. 30", (None, 2, 30, None)),
        ("in March, 2015", "March, 2015", (2015, 3, None, None)),
        ("in 2012", "2012", (2012, None, None, None)),
        ("came Thursday", "Thursday", (None, None, None, 3)),
    ],
)
def test_reads_dates(text: str, words: str, parts: tuple[int | None, ...]) -> None:
    ((found, mention),) = read(text)
    assert found == words
    assert (mention.year, mention.month, mention.day, mention.weekday) == parts


def test_a_range_of_days_keeps_both_ends() -> None:
    ((words, mention),) = read("open May 7-9, 2015")
    assert (words, mention.day, mention.last_day, mention.year) == ("May 7-9, 2015", 7, 9, 2015)


@pytest.mark.parametrize("text", ["we may go", "a march", "Sun-dried", "they Sat", "2,015 boxes",
                                  "1500 UTC", "€2015", "S-2000", "May Ling", "99999"])  # fmt: skip
def test_is_not_fooled(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "minutes", "zone"),
    [
        ("at 10 a.m. local time", "10 a.m. local time", 600, "local time"),
        ("(1600 GMT)", "1600 GMT", 960, "GMT"),
        ("by noon ET", "noon ET", 720, "ET"),
        ("by 18:00 UTC", "18:00 UTC", 1080, "UTC"),
        ("at 10.30am", "10.30am", 630, ""),
        ("at 12:15 a.m.", "12:15 a.m.", 15, ""),
    ],
)
def test_reads_times(text: str, words: str, minutes: int, zone: str) -> None:
    (found,) = Document.from_text(text).layer(dates).times
    assert (found.span.of(text), found.minutes, found.zone) == (words, minutes, zone)


def test_calendar_day_knows_the_calendar() -> None:
    assert calendar_day(2024, 2, 29) == date(2024, 2, 29)
    assert calendar_day(2023, 2, 29) is None
    assert calendar_day(0, 1, 1) is None
    assert calendar_day(99999, 1, 1) is None


def test_article_date_prefers_what_it_is_told() -> None:
    text = "LOWICK, May 3, 2017 — It rained."
    end = text.index(" —")
    blocks = [Block(Span(0, end), field=Field.DATELINE), Block(Span(end, len(text)))]
    plain = Document(text, blocks)
    assert article_date(plain, Context(date(2020, 1, 2))) == date(2020, 1, 2)
    assert article_date(plain, Context()) == date(2017, 5, 3)
    dated = Document(text, blocks, metadata={"date": "2018-04-05T10:00:00Z"})
    assert article_date(dated, Context()) == date(2018, 4, 5)
    assert article_date(Document(text, blocks, metadata={"date": "June 7, 2019"}), Context()) == (
        date(2019, 6, 7)
    )
    assert article_date(Document.from_text("It rained."), Context()) is None
    seconds = Document(text, blocks, metadata={"date": "1496030400.0"})
    assert article_date(seconds, Context()) == date(2017, 5, 29)
