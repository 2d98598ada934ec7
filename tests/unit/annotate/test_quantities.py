import pytest

from newslint.annotate.quantities import Quantity, quantities
from newslint.document import Document


def read(text: str) -> list[Quantity]:
    return list(Document.from_text(text).layer(quantities).all)


def only(text: str) -> Quantity:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "code", "value"),
    [
        ("for 2.5 billion dollars in", "2.5 billion dollars", "$", 2.5e9),
        ("the $40 million dollars it", "$40 million dollars", "$", 40e6),
        ("US$500m", "US$500m", "USD", 500e6),
        ("A$867 was", "A$867", "AUD", 867),
        ("£1.35bn offer", "£1.35bn", "GBP", 1.35e9),
        ("700 billion yuan", "700 billion yuan", "CNY", 700e9),
        ("Rs 500 crore", "Rs 500 crore", "INR", 500e7),
        ("42 cents a share", "42 cents", "$", 0.42),
        ("22 mln dlrs", "22 mln dlrs", "$", 22e6),
        ("3 million Canadian dollars", "3 million Canadian dollars", "CAD", 3e6),
    ],
)
def test_reads_money(text: str, words: str, code: str, value: float) -> None:
    found = only(text)
    assert (found.span.of(text), found.kind, found.currency) == (words, "money", code)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "unit", "value"),
    [
        ("a 4,300-km border", "4,300-km", "kilometer", 4300),
        ("a six-inch pipe", "six-inch", "inch", 6),
        ("at 60 mph", "60 mph", "mile/hour", 60),
        ("90 miles per gallon", "90 miles per gallon", "mile/gallon", 90),
        ("12 square kilometres", "12 square kilometres", "kilometer**2", 12),
        ("3.6 degrees Fahrenheit", "3.6 degrees Fahrenheit", "degF", 3.6),
        ("20C today", "20C", "degC", 20),
        ("5 feet 6 inches tall", "5 feet 6 inches", "foot", 5.5),
    ],
)
def test_reads_measures(text: str, words: str, unit: str, value: float) -> None:
    found = only(text)
    assert found.span.of(text) == words
    assert found.kind == "measure"
    assert found.unit is not None
    assert found.unit.name == unit
    assert found.value == pytest.approx(value)


def test_pounds_are_money_and_a_weight() -> None:
    found = only("more than 425 pounds")
    assert (found.currency, found.unit and found.unit.name) == ("GBP", "pound")
    assert found.hedge == "over"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-15 miles", 10, 15),
        ("10 to 15 miles", 10, 15),
        ("between 10 and 15 miles", 10, 15),
        ("$3-5 million", 3e6, 5e6),
        ("15–20 million euros", 15e6, 20e6),
        ("a 5-4 vote", 5, 4),
    ],
)
def test_a_range_is_one_quantity(text: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.low, found.value) == (low, high)


def test_percent_and_points_differ() -> None:
    kinds = [each.kind for each in read("rose 5 percent, 5%, 5 per cent, 5pc and 5 pct")]
    assert kinds == ["percent"] * 5
    assert only("2 percentage points").kind == "points"


def test_counts_have_a_head_noun_and_a_hedge() -> None:
    found = only("about 12 British soldiers in the hills")
    assert (found.kind, found.value, found.noun, found.hedge) == ("count", 12, "soldiers", "about")


@pytest.mark.parametrize("text", ["S-400", "the A380", "COVID-19", "on May 7, 2015", "at 9 a.m.",
                                  "the 1980s", "3D", "in 2012", "2015-16", "#5", "1/0"])  # fmt: skip
def test_names_and_dates_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_rates_say_what_they_are_for() -> None:
    assert [each.per for each in read("$3 a share, 20 barrels per day")] == ["share", "day"]


@pytest.mark.parametrize(
    "text",
    ["1/0", "9999999999999 billion", "9" * 400, "$" * 300, "1," * 2000, "٣٤٥ ١٢", "one " * 3000,
     "1-" * 3000, "5'" * 900],
)  # fmt: skip
def test_bad_input_is_read_quickly(text: str) -> None:
    read(text)
