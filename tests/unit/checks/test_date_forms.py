"""The house forms of dates, times, decades and spans of years."""

from typing import Any

import pytest

from newslint.checks import check_type
from newslint.context import Context
from newslint.document import Document

AP = {"January": "Jan.", "August": "Aug.", "September": "Sept."}


def corrected(kind: str, text: str, **parameters: Any) -> list[tuple[str, str | None]]:
    check = check_type(kind)
    made = check(check.parameters_type(**parameters))
    hits = made.hits(Document.from_text(text), Context())  # type: ignore[attr-defined]
    return [(hit.span.of(text), hit.replacement) for hit in hits]


@pytest.mark.parametrize(
    ("parameters", "text", "found", "right"),
    [
        ({}, "It closes June 3rd.", "June 3rd", "June 3"),
        ({"ordinals": "always"}, "It closes June 3.", "June 3", "June 3rd"),
        ({"order": "day-month"}, "On June 12, 2003, it", "June 12, 2003", "12 June 2003"),
        ({"order": "month-day"}, "On 12 June 2003 it", "12 June 2003", "June 12, 2003"),
        ({"months": AP}, "On January 9 it", "January 9", "Jan. 9"),
        ({"months": AP}, "On Sep. 9 it", "Sep. 9", "Sept. 9"),
        ({}, "On Apr. 3 it", "Apr. 3", "April 3"),
        ({"months": AP}, "In Sept. 2021 it", "Sept. 2021", "September 2021"),
        ({}, "In March, 2022 it", "March, 2022", "March 2022"),
        ({"year_comma": "never"}, "On May 4, 2021 it", "May 4, 2021", "May 4 2021"),
        ({"after_year": "always"}, "On May 4, 2021 the mill", "May 4, 2021", "May 4, 2021,"),
        ({"weekday_comma": "always"}, "On Saturday 12 June it", "Saturday 12 June",
         "Saturday, 12 June"),
        ({"weekday_comma": "never"}, "On Monday, July 5 it", "Monday, July 5", "Monday July 5"),
        ({"figures": True}, "On 12/04/2023 it", "12/04/2023", None),
    ],
)  # fmt: skip
def test_dates(parameters: dict[str, Any], text: str, found: str, right: str | None) -> None:
    assert corrected("date-form", text, **parameters) == [(found, right)]


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"months": AP}, "On Jan. 9, March 3 and in January 2021, in May and on 9/11."),
        ({"months": AP}, "Open Aug. 3-5, 2015, MONDAY, AUGUST 3."),
        ({"figures": True}, "On 9/11 and in 2023."),
        ({"after_year": "always"}, "On May 4, 2021, the mill shut. It shut May 4, 2021."),
    ],
)
def test_good_dates(parameters: dict[str, Any], text: str) -> None:
    assert corrected("date-form", text, **parameters) == []


@pytest.mark.parametrize(
    ("parameters", "text", "found", "right"),
    [
        ({}, "It opens at 7 PM sharp.", "7 PM", "7 p.m."),
        ({}, "It opens at 7am sharp.", "7am", "7 a.m."),
        ({}, "It opens at 7:00 p.m. sharp.", "7:00 p.m.", "7 p.m."),
        ({}, "It opens at 12 p.m. sharp.", "12 p.m.", "noon"),
        ({}, "It opens at 10.30am sharp.", "10.30am", "10:30 a.m."),
        ({"half": "am", "space": False}, "It opens at 4 a.m. sharp.", "4 a.m.", "4am"),
        ({"clock": "24"}, "It opens at 2.30pm.", "2.30pm", "14:30"),
        ({"clock": "12"}, "It opens at 14:30 BST.", "14:30", "2:30 p.m."),
    ],
)
def test_times(parameters: dict[str, Any], text: str, found: str, right: str) -> None:
    assert corrected("time-form", text, **parameters) == [(found, right)]


def test_a_sentence_keeps_one_full_stop() -> None:
    assert corrected("time-form", "It opens at 7am.") == [("7am", "7 a.m")]
    closed = {"half": "am", "space": False}
    assert corrected("time-form", "It opens at 7 a.m. It is free.", **closed) == [
        ("7 a.m.", "7am.")
    ]


def test_good_times() -> None:
    text = "At 7 p.m., 10:30 a.m., noon, 1600 GMT, in 2:15 hours, at 14:30 BST."
    assert corrected("time-form", text) == []


@pytest.mark.parametrize(
    ("parameters", "text", "found", "right"),
    [
        ({}, "In the 1980's it", "1980's", "1980s"),
        ({"apostrophe_s": True}, "In the 1980s it", "1980s", "1980’s"),
        ({"short": "apostrophe"}, "In the 80s it", "80s", "’80s"),
        ({"short": "plain"}, "In the ’80s it", "’80s", "80s"),
    ],
)
def test_decades(parameters: dict[str, Any], text: str, found: str, right: str) -> None:
    assert corrected("decade-form", text, **parameters) == [(found, right)]


@pytest.mark.parametrize("text", ["He is in his early 80s.", "Highs in the 80s on Monday.",
                                  "In the 1980s and the ’80s."])  # fmt: skip
def test_no_decades(text: str) -> None:
    assert corrected("decade-form", text, short="apostrophe") == []


@pytest.mark.parametrize(
    ("parameters", "text", "found", "right"),
    [
        ({"years": "short"}, "He led it 1996–1999.", "1996–1999", "1996–99"),
        ({"years": "full"}, "He led it 1996-99.", "1996-99", "1996-1999"),
        ({"dates": "en"}, "Open May 7-9 only.", "May 7-9", "May 7–9"),
        ({"dates": "to"}, "He led it 1996-1999.", "1996-1999", "1996 to 1999"),
    ],
)
def test_spans(parameters: dict[str, Any], text: str, found: str, right: str) -> None:
    assert corrected("range-form", text, **parameters) == [(found, right)]


def test_a_span_over_the_turn_of_a_century_stays_full() -> None:
    assert corrected("range-form", "He led it 1998–2009.", years="short") == []
