"""The house forms of numbers: words or figures, percentages, large numbers, fractions."""

from typing import Any

import pytest

from newslint.checks import check_type
from newslint.context import Context
from newslint.document import Document


def corrected(kind: str, text: str, **parameters: Any) -> list[tuple[str, str | None]]:
    check = check_type(kind)
    made = check(check.parameters_type(**parameters))
    hits = made.hits(Document.from_text(text), Context())  # type: ignore[attr-defined]
    return [(hit.span.of(text), hit.replacement) for hit in hits]


@pytest.mark.parametrize(
    ("kind", "parameters", "text", "found", "right"),
    [
        ("number-words", {}, "The council hired 7 nurses.", "7", "seven"),
        ("number-words", {}, "It hired twelve porters.", "twelve", "12"),
        ("number-words", {"words_to": 10}, "It hired 10 porters.", "10", "ten"),
        ("number-words", {"words_to": 100}, "It hired 42 porters.", "42", "forty-two"),
        ("sentence-start-number", {}, "It burned. 12 firefighters came.", "12", "Twelve"),
        ("sentence-start-number", {"years": False}, "1998 was dry.", "1998", None),
        ("ordinal-form", {}, "It was her 3rd win.", "3rd", "third"),
        ("ordinal-form", {}, "He is on the fifteenth floor.", "fifteenth", "15th"),
        ("ordinal-form", {"centuries_to": 9}, "A nineteenth-century mill.", "nineteenth", "19th"),
        ("percent-form", {}, "Rents rose 4 percent.", "4 percent", "4%"),
        ("percent-form", {"style": "per cent"}, "Rents rose 4%.", "4%", "4 per cent"),
        ("percent-form", {}, "Only five percent came.", "five percent", "5%"),
        ("percent-form", {"style": "percent"}, "A 5-% rise of 7pc.", "7pc", "7 percent"),
        ("large-number", {}, "It cost $3,000,000 to mend.", "$3,000,000", "$3 million"),
        ("large-number", {"money": "letters"}, "It cost £6 m.", "£6 m", "£6m"),
        ("large-number", {"money": "letters"}, "It cost £2.5 billion.", "£2.5 billion", "£2.5bn"),
        ("large-number", {"things": "letters"}, "It lost 3 million trees.", "3 million", "3m"),
        ("large-number", {}, "Some 4m voters stayed.", "4m", "4 million"),
        ("thousands-separator", {}, "It cut 1500 jobs.", "1500", "1,500"),
        ("thousands-separator", {"style": "none"}, "It cut 1,500 jobs.", "1,500", "1500"),
        ("fraction-form", {}, "About 2/3 of the town.", "2/3", "two-thirds"),
        ("fraction-form", {}, "About two thirds of it.", "two thirds", "two-thirds"),
        ("fraction-form", {"hyphen": False}, "Two-thirds of it.", "Two-thirds", "Two thirds"),
        ("unit-hyphen", {}, "It was a 5 mile walk.", "5 mile", "5-mile"),
        ("unit-hyphen", {}, "It was a three day visit.", "three day", "three-day"),
        ("unit-hyphen", {}, "A 29 year old man fell.", "29 year old", "29-year-old"),
        ("unit-hyphen", {}, "The 39-year old mayor fell.", "39-year old", "39-year-old"),
        ("range-form", {"mark": "en"}, "It takes 10-15 days.", "10-15", "10–15"),
        ("range-form", {"mark": "to"}, "It takes 10–15 days.", "10–15", "10 to 15"),
        ("second-unit", {}, "It is 25 miles off.", "25 miles", "25 miles (40 km)"),
    ],
)
def test_writes_the_house_form(
    kind: str, parameters: dict[str, Any], text: str, found: str, right: str | None
) -> None:
    assert (found, right) in corrected(kind, text, **parameters)


@pytest.mark.parametrize(
    ("kind", "parameters", "text"),
    [
        ("number-words", {}, "See page 7 of Act 2, won 5-4 at 3 p.m. by 4 points in Room 5."),
        ("number-words", {}, "It has 7 wards and 12 wards, a hundred boats, a dozen eggs."),
        ("number-words", {}, "It hired seven nurses and 12 porters. Twelve porters came."),
        ("number-words", {}, "She was only 4 years old; he ran it in 3 minutes 32 seconds."),
        ("number-words", {}, "Seven-in-ten said so."),
        ("ordinal-form", {}, "Her 6th congressional district is in the top 5th percentile."),
        ("ordinal-form", {}, "It stood at 5th and Quay, on November the 8th."),
        ("sentence-start-number", {}, "1998 was dry. Twelve came. The S.&P. 500 fell."),
        ("ordinal-form", {}, "The 5th Circuit, a tenth of it, its third win, the 21st day."),
        ("percent-form", {}, "Five percent came, then 6%."),
        ("large-number", {}, "It cost $3 million, $1,234,567 and the 100m hurdles."),
        ("thousands-separator", {}, "In 2015 flight 1549 took 900 people and 2,000 boats."),
        ("fraction-form", {}, "A half-hour, 9/11, a 14/64 inch choke and two-thirds of it."),
        ("unit-hyphen", {}, "It is 5 miles long, a 5-mile walk, 29 years old, a 6 foot tall man."),
        ("range-form", {"mark": "en"}, "A 5-4 vote and a 3-2 win, 10–15 days."),
        ("second-unit", {}, "It is 25 miles (40 km) off, and 30 miles by road, a six-mile walk."),
    ],
)
def test_leaves_good_copy_alone(kind: str, parameters: dict[str, Any], text: str) -> None:
    assert corrected(kind, text, **parameters) == []


def test_second_unit_knows_its_units() -> None:
    check = check_type("second-unit")
    made = check(check.parameters_type(into={"mile": "kilomats"}))
    assert [each.message for each in made.problems()] == ["'kilomats' is not in the list of units"]
