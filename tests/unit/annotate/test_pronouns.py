"""Pronouns that can mean only one person."""

from __future__ import annotations

import time

import pytest

from newslint.annotate.mentions import mentions
from newslint.annotate.pronouns import pronouns
from newslint.document import Document

LEAD = "Harbour wall to be built\n\nRain fell on the coast for most of the day.\n\n"
OPENING = "Ana Oberholt opened the bridge on Friday."


def uses(text: str) -> list[tuple[str, str, str, str]]:
    """Return each use as its words, family, person and the name that it goes back to."""
    document = Document.from_text(LEAD + text)
    people = document.layer(mentions).people
    return [
        (
            use.span.of(document.text),
            use.family,
            people[use.person].full,
            use.name.of(document.text),
        )
        for use in document.layer(pronouns)
    ]


@pytest.mark.parametrize(
    ("text", "found", "family"),
    [
        ("Ana Oberholt said she would resign.", "she", "she"),
        ("Ana Oberholt said he would resign.", "he", "he"),
        ("Mayor Ana Oberholt, who lives in Lund, calls herself a painter.", "herself", "she"),
        (f"{OPENING} She thanked the town.", "She", "she"),
        (f"{OPENING} But he left early.", "he", "he"),
        (f"{OPENING} Today, he is 52.", "he", "he"),
        ("On Monday, Ana Oberholt sold his house.", "his", "he"),
        ("Ana Oberholt wept in her speech.", "her", "she"),
        ("Ana Oberholt lives in her own house.", "her", "she"),
        ("“We lost,” Ana Oberholt said, adding that she was tired.", "she", "she"),
        ("Ana Oberholt, the mayor of Oslo, said she was tired.", "she", "she"),
        ("Ana Oberholt, the mayor, said she was tired.", "she", "she"),
        ("Ana Oberholt told the Marine Board that he was in Germany in June.", "he", "he"),
    ],
)
def test_a_pronoun_goes_back_to_the_only_person(text: str, found: str, family: str) -> None:
    assert uses(text) == [(found, family, "Ana Oberholt", "Ana Oberholt")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Oberholt thanked him.",
        "Ana Oberholt met her.",
        "Ana Oberholt left with her yesterday.",
        "Ana Oberholt wept. The town thanked her.",
        "Ana Oberholt and Tom Ekeland said he was late.",
        "Ana Oberholt met Tom Ekeland. He was late.",
        "Ana Oberholt met Zebedeus. He was late.",
        "Ana Oberholt met the driver. He was late.",
        "Ana Oberholt met a fisherman. He was late.",
        "Ana Oberholt, the wife of the mayor, said he was late.",
        "Ana Oberholt, the director of the house of Zebedeus, said he was late.",
        "Ana Oberholt told Senator Zebedeus that he was late.",
        "Ana Oberholt told the Senator that he was late.",
        "Ana Oberholt said nobody knew what he thought.",
        "Ana Oberholt's house burnt when he was out.",
        "The house of Ana Oberholt burnt. He was out.",
        "Ana Oberholt said she met him.",
        "Ana Oberholt asked whether he or she was late.",
        "Ana Oberholt asked for a s/he form.",
        "Ana Oberholt said “he is late”.",
        "“Ana Oberholt left,” said a note. “He was late.”",
        f"{OPENING}\n\nHe thanked the town.",
        "Tom Ekeland was charged.\n\nAna Oberholt read his letter.",
        "A man was charged.\n\nAna Oberholt read his letter.",
        "Ana Oberholt wept.\n\nLee Oberholt slept.\n\nOberholt said he was tired.",
        "Rain fell. It did not stop.",
    ],
)
def test_a_pronoun_that_may_mean_somebody_else_means_nobody(text: str) -> None:
    assert uses(text) == []


def test_a_subject_needs_its_own_paragraph_alone() -> None:
    text = "Tom Ekeland was charged.\n\nAna Oberholt said she was glad."
    assert uses(text) == [("she", "she", "Ana Oberholt", "Ana Oberholt")]


def test_each_paragraph_gives_its_first() -> None:
    text = (
        "Ana Oberholt said she was tired, and she wept.\n\nOberholt said she would rest. She left."
    )
    assert uses(text) == [
        ("she", "she", "Ana Oberholt", "Ana Oberholt"),
        ("she", "she", "Ana Oberholt", "Oberholt"),
    ]


def test_time_grows_with_the_text() -> None:
    sentence = "and on and on Ana Oberholt told the Marine Board of rain "

    def seconds(times: int) -> float:
        document = Document.from_text(LEAD + sentence * times + "and the driver thanked him.")
        document.layer(mentions)
        begun = time.process_time()
        assert document.layer(pronouns) == ()
        return time.process_time() - begun

    seconds(200)
    assert seconds(8000) < 10 * max(seconds(2000), 0.02)
