"""The comma before "and" in a simple list."""

from __future__ import annotations

import pytest

from newslint.checks.serial_comma import Parameters, SerialComma
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet


def found(text: str, style: str) -> list[tuple[str, str]]:
    check = SerialComma(Parameters(style))  # type: ignore[arg-type]
    header = Header("serial-comma", "Write “{replacement}”.", "Why.", ())
    result = Linter(RuleSet("t", (Rule.of("t/comma", header, check),))).check(text)
    assert not result.errors
    return [(each.span.of(text), each.fixes[0].edits[0].replacement) for each in result.findings]


@pytest.mark.parametrize(
    "text",
    [
        "The fire took boats, nets, and ropes from the quay.",
        "She owns a barn, a mill, and two boats.",
        "They grow corn, wheat, rye, and oats in the valley.",
        "The hall is cold, damp, and dark.",
        "Ann Lind, Bo Ashe, and Cy Dunn were held.",
        "He won Iowa, Ohio, and Utah with ease.",
    ],
)
def test_a_comma_too_many_is_taken_out_of_lists_of_like_things(text: str) -> None:
    assert found(text, "none") == [(",", "")]
    assert found(text, "serial") == []


@pytest.mark.parametrize(
    "text",
    [
        "He came from Boise, Idaho, and Ann from Reno.",
        "The mayor, a farmer, and her deputy signed.",
        "When it rained, the boats left, and the men wept.",
        "They sell ham and eggs, toast, and beans and rice.",
        "He sang, and she wept.",
    ],
)
def test_commas_round_clauses_and_appositions_stay(text: str) -> None:
    assert found(text, "none") == []


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The fire took the pier, boats, nets and ropes.", "nets and", "nets, and"),
        ("Nurses, cooks and drivers walked out.", "cooks and", "cooks, and"),
        ("She owns a barn, a mill and two boats.", "mill and", "mill, and"),
        ("They met Ann Lind, Bo Ashe and Cy Dunn.", "Ashe and", "Ashe, and"),
    ],
)
def test_a_missing_comma_is_put_into_lists_of_like_things(
    text: str, words: str, right: str
) -> None:
    assert found(text, "serial") == [(words, right)]
    assert found(text, "none") == []


@pytest.mark.parametrize(
    "text",
    [
        "In two years, boats and nets were lost.",
        "If it rains, cows and sheep drown.",
        "The crew was mixed: black and white, old and young.",
        "However, sons and daughters sued.",
    ],
)
def test_a_pair_behind_an_opening_phrase_needs_no_comma(text: str) -> None:
    assert found(text, "serial") == []


WITH = "The fire took boats, nets, and ropes from the quay."
WITHOUT = "The crews were paid in food, fuel, cloth and timber."


def alike(text: str) -> list[tuple[str, str, str]]:
    check = SerialComma(Parameters("alike"))
    header = Header("mixed", "Write “{replacement}”.", "Why.", ())
    result = Linter(RuleSet("t", (Rule.of("t/comma", header, check),))).check(text)
    assert not result.errors
    return [
        (each.span.of(text), each.message, each.related[0].span.of(text))
        for each in result.findings
    ]


def test_of_two_ways_in_one_article_the_first_is_right() -> None:
    assert alike(f"{WITH} {WITHOUT}") == [("cloth and", "Write “cloth, and”.", ",")]
    without = "No comma before the last item: the article’s other lists have none."
    assert alike(f"{WITHOUT} {WITH}") == [(",", without, "cloth and")]


def test_a_clause_behind_the_list_does_not_hide_it() -> None:
    text = f"They took boats, nets, and ropes from the quay on Friday, and nobody saw. {WITHOUT}"
    assert alike(text) == [("cloth and", "Write “cloth, and”.", ",")]


def test_the_way_of_most_lists_is_right() -> None:
    other = "They grow corn, wheat, rye, and oats in the valley."
    assert alike(f"{WITHOUT} {WITH} {other}") == [("cloth and", "Write “cloth, and”.", ",")]


@pytest.mark.parametrize(
    "text",
    [
        f"{WITHOUT} They sell toast, ham, eggs and tea, and beans and rice.",
        f"{WITHOUT} “We sold nets, ropes, and sails,” she said.",
        f"{WITHOUT} He came from Boise, Idaho, and Ann from Reno.",
        f"{WITHOUT} They met Ann Lind, Bo Ashe, and Cy Dunn.",
        f"{WITHOUT} They sold nets, ropes, sails, and much more.",
        f"{WITH} They sold nets, ropes, sails and others.",
        f"{WITH} We, as humans, live and work.",
        f"{WITH} They took hay, oats, rural and urban land, and barns.",
        f"{WITH} Then, slowly and softly, they sang.",
        f"{WITHOUT} {WITHOUT}",
    ],
)
def test_lists_that_must_be_so_prove_no_second_way(text: str) -> None:
    assert alike(text) == []
