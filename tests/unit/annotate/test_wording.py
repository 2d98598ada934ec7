"""What counts as the same words, and what differs."""

from __future__ import annotations

import pytest

from newslint.annotate.wording import (
    Concordance,
    Wording,
    aligned,
    apart,
    differences,
    occurrence,
    told_apart,
    wording,
    words_of,
)
from newslint.span import Span


def words(text: str) -> Wording:
    return wording(text, [Span(0, len(text))])


def test_marks_case_and_small_numbers_make_no_difference() -> None:
    one = words("“It’s OKAY,” he said: thirty percent!")
    assert one.words == ("it's", "ok", "he", "said", "30", "%")
    assert one.span(0, 2).of("“It’s OKAY,” he said: thirty percent!") == "It’s OKAY"


def test_ellipsis_and_brackets_leave_gaps() -> None:
    text = "We went ... home [to Tarn] and slept . . . well…"
    found = words(text)
    assert found.words == ("we", "went", "home", "and", "slept", "well")
    assert [" ".join(run) for run in found.runs()] == ["we went", "home", "and slept", "well"]


@pytest.mark.parametrize(
    ("quoted", "said", "place"),
    [
        ("the boat is old", "Well, the boat is old now.", (1, 5)),
        ("the boat ... old", "the boat is really old", (0, 5)),
        ("old ... the boat", "the boat is old", None),
        ("[The ferry] is old", "the boat is old", (2, 4)),
        ("the boats", "the boat", None),
    ],
)
def test_occurrence(quoted: str, said: str, place: tuple[int, int] | None) -> None:
    assert occurrence(words(quoted), words(said)) == place


def test_differences_join_neighbours() -> None:
    found = differences("we will not go".split(), "we would go".split())
    assert [tuple(each) for each in found] == [(1, 3, 1, 2)]


def test_difference_in_words() -> None:
    here, there = "We will never go home", "we would go home soon"
    one, other = words(here), words(there)
    assert told_apart(here, one, other, there) == "“will never” for “would”, without “soon”"
    assert apart(one, other).of(here) == "will never go home"


def test_missing_words_point_at_the_word_before() -> None:
    here, there = "We will go home", "we will not go home"
    assert apart(words(here), words(there)).of(here) == "will"
    assert told_apart(here, words(here), words(there), there) == "without “not”"


def test_aligned_finds_the_stretch_that_was_meant() -> None:
    said = "Well, we asked. The county has never answered a letter of ours. That is all."
    match = aligned(words("the county has not answered a letter"), words(said))
    assert match is not None
    assert match.other.span(0, len(match.other.words)).of(said) == (
        "The county has never answered a letter"
    )
    assert 80 < match.score < 100


def test_nothing_is_like_nothing() -> None:
    assert aligned(words(""), words("a boat")) is None
    assert aligned(words("a boat"), words("")) is None


@pytest.mark.parametrize(
    ("quoted", "said", "place"),
    [
        ("the boat is old", "The boat left; the boat is old now.", (3, 7)),
        ("the boat ... the boat", "the boat is the old boat", None),
        ("the boat ... old", "the boat is really old", (0, 5)),
        ("[The ferry] is old", "the boat is old", (2, 4)),
        ("a sloop", "the boat", None),
    ],
)
def test_a_concordance_says_the_same(quoted: str, said: str, place: tuple[int, int] | None) -> None:
    within = words(said)
    assert occurrence(words(quoted), within) == place
    assert Concordance(within.words).holds(words(quoted)) == (place is not None)


@pytest.mark.parametrize(
    "text",
    [
        "It’s OKAY, twenty [or so] percent ... “of İstanbul’s” ΣΑΣ 5% rock 'n' roll.",
        "…",
        "",
        "[a\nb] c",
    ],
)
def test_words_alone_are_those_of_the_wording(text: str) -> None:
    assert tuple(words_of(text, [Span(0, len(text))])) == words(text).words


def test_a_stretch_less_alike_than_asked_for_is_none() -> None:
    one, other = words("the boat is old"), words("a train was new")
    assert aligned(one, other, 78) is None
