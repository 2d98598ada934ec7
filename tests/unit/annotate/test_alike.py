import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from newslint.annotate.alike import alike_pairs, one_slip_apart, plain


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("boesky", "boeksy"),
        ("holt", "hollt"),
        ("ruiz", "ruis"),
        ("alwyn", "alywn"),
        ("park", "ark"),
        ("ab", "ba"),
    ],
)
def test_one_slip(first: str, second: str) -> None:
    assert one_slip_apart(first, second)
    assert one_slip_apart(second, first)


@pytest.mark.parametrize(
    ("first", "second"), [("holt", "holt"), ("holt", "hallts"), ("abcd", "badc"), ("ruiz", "ros")]
)
def test_no_slip_or_two(first: str, second: str) -> None:
    assert not one_slip_apart(first, second)


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_agrees_with_the_library_of_edit_distances(first: str, second: str) -> None:
    assert one_slip_apart(first, second) is (OSA.distance(first, second) == 1)


def test_plain_takes_accents_off() -> None:
    assert plain("Müller") == "muller"
    assert plain("Łódź") == "lodz"
    assert plain("Strauß") == "strauss"


def test_pairs_are_found_without_comparing_all() -> None:
    words = ["Oberholt", "Oberhlot", "Müller", "Muller", "Marvoce", "Marcove", "Kalmar"]
    assert set(alike_pairs(words)) == {
        ("Oberholt", "Oberhlot"),
        ("Müller", "Muller"),
        ("Marvoce", "Marcove"),
    }


@given(st.lists(st.text("ab", min_size=1, max_size=5), max_size=12, unique=True))
def test_no_pair_is_missed(words: list[str]) -> None:
    found = {frozenset(pair) for pair in alike_pairs(words)}
    for first in words:
        for second in words:
            if first != second and OSA.distance(first, second) == 1:
                assert frozenset((first, second)) in found
