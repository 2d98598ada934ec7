import pytest

from newslint.annotate.numerals import letter_scale, numerals, steps


def read(text: str) -> list[tuple[str, float]]:
    return [(text[each.start : each.end], each.value) for each in numerals(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("two hundred and fifty thousand votes", "two hundred and fifty thousand", 250_000),
        ("twenty-one ships", "twenty-one", 21),
        ("nine thousand nine hundred ninety-nine", "nine thousand nine hundred ninety-nine", 9999),
        ("eleven hundred", "eleven hundred", 1100),
        ("four point two million", "four point two million", 4.2e6),
        ("a hundred years", "a hundred", 100),
        ("half a million", "half a million", 5e5),
        ("three-quarters of a billion", "three-quarters of a billion", 7.5e8),
        ("half a dozen eggs", "half a dozen", 6),
        ("a dozen eggs", "a dozen", 12),
        ("a third of them", "a third", 1 / 3),
        ("two-thirds of them", "two-thirds", 2 / 3),
        ("2.5 billion", "2.5 billion", 2.5e9),
        ("2.5-billion", "2.5-billion", 2.5e9),
        ("1.07 mln", "1.07 mln", 1.07e6),
        ("1,234,567.89", "1,234,567.89", 1234567.89),
        ("2½ miles", "2½", 2.5),
        ("3 1/2 miles", "3 1/2", 3.5),
        ("a 14/64 inch choke", "14/64", 0.21875),
        ("the twenty-third", "twenty-third", 23),
        ("the 21st", "21st", 21),
        ("9999999999999 billion", "9999999999999 billion", 9999999999999e9),
    ],
)
def test_reads_one_number(text: str, words: str, value: float) -> None:
    assert read(text) == [(words, pytest.approx(value))]


def test_words_that_make_no_number_together_are_parted() -> None:
    assert read("five and six") == [("five", 5), ("six", 6)]
    assert read("one two three") == [("one", 1), ("two", 2), ("three", 3)]
    assert read("one hundred one hundred")[0] == ("one hundred one", 101)


@pytest.mark.parametrize("text", ["1/0", "9" * 400, "none", "often", "tent", "millions"])
def test_reads_nothing(text: str) -> None:
    assert read(text) == []


def test_a_figure_says_how_far_it_is_rounded() -> None:
    assert steps("4,300") == (1.0, 100.0)
    assert steps("53.30") == (0.01, 0.01)
    assert steps("0") == (1.0, 1.0)


def test_a_letter_multiplies_a_figure() -> None:
    (numeral,) = numerals("5m", 0, 2)
    scaled = letter_scale("5m", numeral)
    assert (scaled.value, scaled.end, scaled.scale) == (5e6, 2, "m")
