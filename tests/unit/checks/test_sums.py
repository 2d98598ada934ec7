"""Checks that do sums: what they find, the sum they show, and the places they point at."""

from datetime import date

import pytest

from newslint.checks import check_type
from newslint.context import Context
from newslint.document import Document

DAY = Context(date(2018, 5, 1))


def told(kind: str, text: str, context: Context = DAY) -> list[tuple[str, str, list[str]]]:
    """Return each hit's words, its sum, and its related places' words."""
    check = check_type(kind)
    made = check(check.parameters_type())
    hits = made.hits(Document.from_text(text), context)  # type: ignore[attr-defined]
    return [
        (
            hit.span.of(text),
            hit.values.get("sum") or hit.values.get("rate") or "",
            [each.span.of(text) for each in hit.related],
        )
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("text", "found", "total", "related"),
    [
        ("A 10-mile (20-km) trip.", "20-km", "16.1 km", ["10-mile"]),
        ("He is 5-foot-10 (1.65 m).", "1.65 m", "1.78 m", ["5-foot-10"]),
        ("It is 10 by 20 feet (3 by 9 metres).", "9 metres", "6.1 metres", ["20 feet"]),
        ("It hit minus 40 C (minus 10 F).", "minus 10 F", "-40 F", ["minus 40 C"]),
        ("It was 5 miles (8 miles) off.", "8 miles", "8 kilometers", ["5 miles"]),
        ("It weighed 10 pounds (4.5 km).", "4.5 km", "4.5 kilograms", ["10 pounds"]),
        ("It does 30 mpg (12 l/100km).", "12 l/100km", "9.42 l/100km", ["30 mpg"]),
    ],
)
def test_unit_conversion(text: str, found: str, total: str, related: list[str]) -> None:
    assert told("unit-conversion", text) == [(found, total, related)]


@pytest.mark.parametrize(
    "text",
    [
        "A 26.2-mile (42.2-kilometer) race.",
        "It rose 2 degrees Celsius (3.6 Fahrenheit).",
        "It was 20 degrees Celsius (68 Fahrenheit).",
        "A 10-pound (4-foot) fish and a 5-mile (30-minute) walk.",
        "He is 5-foot-10 (178 cm), 12 stone 5 pounds (78 kg).",
        "It is 10 by 20 feet (3 by 6 metres), and from 5 to 10 miles (8 to 16 km).",
        "A 60 mph (100 km/h) wind, about 30 feet (10 metres) high.",
        "It cost 100 pounds ($130).",
        "0 miles (0 km), 1/0 miles (5 km).",
    ],
)
def test_no_unit_conversion(text: str) -> None:
    assert told("unit-conversion", text) == []


def test_exchange_rate_points_at_the_usual_rate() -> None:
    text = "It paid £20.0m ($30.0m), £4.0m ($6.0m) and £8.0m ($16.0m)."
    assert told("exchange-rate", text) == [("£8.0m ($16.0m)", "1 GBP = 2 $", ["£20.0m ($30.0m)"])]


def test_exchange_rate_knows_what_was_ever_seen() -> None:
    text = "It paid 53 billion pounds ($4.13 billion)."
    assert told("exchange-rate", text) == [
        ("53 billion pounds ($4.13 billion)", "1 $ = 12.8 GBP", [])
    ]


def test_a_quoted_rate_is_held_against_conversions_and_not_reported() -> None:
    text = "The dollar was C$1.40 (US$0.714). It paid C$70 million (US$70 million)."
    ((found, _, related),) = told("exchange-rate", text)
    assert found == "C$70 million (US$70 million)"
    assert related == ["C$1.40 (US$0.714)"]


@pytest.mark.parametrize(
    "text",
    [
        "It paid 10 million francs ($7 million) and 10 million francs ($1.8 million).",
        "A 100 million pound ($130 million) plan, 100 million Egyptian pounds ($5.6 million).",
        "It paid $50m (€40m) in 2016. It paid $20m (€18m) in 2001.",
        "Police seized 40 pounds of tea ($9,000).",
        "It cost A$100 (US$75), C$100 ($78) and NZ$100 ($70).",
    ],
)
def test_no_exchange_rate(text: str) -> None:
    assert told("exchange-rate", text) == []


@pytest.mark.parametrize(
    ("text", "found", "total"),
    [
        ("Sales rose 12% to $45 from $35.", "12%", "a rise of 28.6 percent"),
        ("Sales rose from 1,200 to 1,500, a 40 percent increase.", "40 percent",
         "a rise of 25 percent"),
        ("Sales were 2,300 tonnes, 35 percent more than the 2,000 tonnes before.", "35 percent",
         "a rise of 15 percent"),
        ("Profit was $4.2m, compared with $3.5m, an increase of 40 percent.", "40 percent",
         "a rise of 20 percent"),
        ("Sales more than doubled, from 2,000 to 3,100.", "more than doubled",
         "a rise of 55 percent"),
        ("The staff was cut in half, from 900 to 700.", "cut in half", "a fall of 22.2 percent"),
        ("Sales rose by $20 million to $100 million from $90 million.", "$20 million",
         "10 million"),
        ("Support fell to 5.2% from 6.1%, a drop of 1.5 percentage points.",
         "1.5 percentage points", "0.9"),
        ("Sales grew 10% to $90m from $100m.", "10%", "a fall of 10 percent"),
    ],
)  # fmt: skip
def test_percent_change(text: str, found: str, total: str) -> None:
    ((words, made, related),) = told("percent-change", text)
    assert (words, made) == (found, total)
    assert len(related) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 12 percent to $45m in May, and costs fell to $20m from $35m.",
        "Its loss narrowed 50 percent to $5 million from $10 million.",
        "The bond's yield fell to 2.30 percent from 2.34 percent.",
        "Shares rose 5 percent to $45, a record, from $42.86.",
        "It should rise 150 percent to about 22 million from about 8.5 million.",
        "Sales nearly doubled to 18,000 from 10,000.",
        "The number of doubled rooms rose to 20 from 15.",
    ],
)
def test_no_percent_change(text: str) -> None:
    assert told("percent-change", text) == []


@pytest.mark.parametrize(
    ("kind", "text", "found", "total", "related"),
    [
        ("share-of", "Of the 40 boats, 12 (45%) sank.", "45%", "30 percent", ["40", "12"]),
        ("share-of", "A quarter of the 200 boats, or 80, sank.", "A quarter", "40 percent",
         ["200", "80"]),
        ("total-parts", "Police held 25 people, 12 men and 10 women.", "25", "12 + 10 = 22",
         ["12", "10"]),
        ("total-parts", "It has 12 cats and 10 dogs, a total of 25.", "25", "12 + 10 = 22",
         ["12", "10"]),
        ("listed-count", "The four winners are Mara Olsen, Jon Brandt and Nora Quist.", "four",
         "3", ["Mara Olsen, Jon Brandt and Nora Quist"]),
        ("duration", "Jon Brandt (1940-2010) died aged 80.", "80", "70", ["1940", "2010"]),
        ("duration", "From 1990 to 2000, a period of 15 years, it grew.", "15", "10",
         ["1990", "2000"]),
        ("vote-tally", "The council's seven members voted 5-4.", "5-4", "9", ["seven"]),
        ("unit-price", "It sold 200 cars for $20 each, or $5,000 in all.", "$5,000",
         "200 × $20 = 4,000", ["200", "$20"]),
        ("time-zone", "It starts at 11:00 GMT (9 a.m. EDT).", "9 a.m. EDT", "07:00 EDT",
         ["11:00 GMT"]),
    ],
)  # fmt: skip
def test_other_sums(kind: str, text: str, found: str, total: str, related: list[str]) -> None:
    assert told(kind, text) == [(found, total, related)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("share-of", "Five of the 12 jurors, 40 percent of them women, agreed."),
        ("share-of", "He won 12 of 20 games, shooting 45 percent."),
        ("total-parts", "It has 25 parks: 3 of them on the coast, and 12 schools."),
        ("total-parts", "Rooms start at $200: $150 for members and $100 for children."),
        ("total-parts", "The 12 jurors — 7 women and 5 men — agreed."),
        ("listed-count", "Among the four guests were Mara Olsen, Jon Brandt and Nora Quist."),
        ("duration", "The firm was founded in 1990; its owner turned 50 in 2015."),
        ("vote-tally", "The team passed for 300 yards and lost, 14-21."),
        ("unit-price", "It sold 12 tickets for $50 each, or $60 at the door."),
        ("time-zone", "It struck at noon local time (1130 GMT), 8 p.m. ET / 5 p.m. PT."),
        ("reversed-range", "He called 212-555-1234 at 2015-1200, in the 2010-11 season."),
        ("reversed-range", "Worth between $500,000 and $1 million, from Dec. 28 to Jan. 3."),
        ("magnitude", "Ms. Olsen's $2.5 million house is near the $2.5 billion stadium."),
        ("age-year", "Jon Brandt, 20, and his father, Jon Brandt, 54, run it."),
    ],
)
def test_no_other_sums(kind: str, text: str) -> None:
    assert told(kind, text) == []


BAD_INPUT = ["1/0", "9999999999999 billion", "9" * 400, "Feb. 30, 0000", "Feb. 30, 99999",
             "٣٤٥ ١٢", "May 0", "13/45/0000", "0000-00-00", "$0 (£0)", "0 miles (0 km)",
             "rose 0% to 0 from 0", "0 of 0 (0%)", "$" * 500, "1-" * 2000, "5 (" * 500,
             "rose 5% to " * 400, "between " * 500]  # fmt: skip
KINDS = ["exchange-rate", "unit-conversion", "percent-change", "share-of", "total-parts",
         "listed-count",
         "weekday-date", "impossible-date", "reversed-range", "time-zone", "duration", "vote-tally",
         "unit-price", "magnitude", "headline-number", "age-year", "currency-form", "unit-form",
         "number-words", "sentence-start-number", "ordinal-form", "percent-form", "large-number",
         "thousands-separator", "date-form", "time-form", "decade-form", "unit-hyphen",
         "range-form", "fraction-form", "second-unit"]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_bad_input_neither_crashes_nor_stalls(kind: str) -> None:
    check = check_type(kind)
    made = check(check.parameters_type())
    for text in [*BAD_INPUT, " ".join(BAD_INPUT[:12])]:
        list(made.hits(Document.from_text(text), DAY))  # type: ignore[attr-defined]
