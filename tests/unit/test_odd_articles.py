"""Articles that lack a part, have far too much of one, or contradict themselves."""

from __future__ import annotations

from functools import cache

import pytest

from newslint import Linter, load_profile
from newslint.readers import ReadOptions, read

STORY = (
    "The ferry between Tarn and the islands will carry passengers again from Monday, its owner "
    "said.\n\nThe ship had lain in the yard since a fire in the spring."
)
SENTENCE = "She has covered the coast and its ferries for years. "


@cache
def linter(profile: str) -> Linter:
    """Return the linter of a profile."""
    return Linter(load_profile(profile))


def found(text: str, profile: str = "core", name: str = "article.txt") -> list[tuple[str, str]]:
    """Return (rule, words) of what is found in a file, in its order."""
    (document,) = read(text.encode(), name, ReadOptions()).documents
    result = linter(profile).check(document)
    assert not result.errors
    return [(each.rule, each.span.of(document.text)) for each in result.findings]


def test_a_headline_and_nothing_else() -> None:
    assert found("Ferry to sail again after fire\n") == []
    assert found("Ferry to sail again after fire\n", "desk") == [("desk/no-story", "Ferry")]


def test_a_bio_of_an_editing_system_and_nothing_else() -> None:
    text = "Author: Ines Park\nFunction: Chief-Editor\nGraduated From the University of Tarn\n"
    assert found(text) == [
        ("core/cms-labels", "Author:"),
        ("core/cms-labels", "Function:"),
        ("core/role-forms", "Chief-Editor"),
        ("core/bio-sentences", "Graduated"),
        ("core/bio-capitals", "From"),
        ("core/bio-final-stop", "Tarn"),
    ]


def test_a_written_bio_and_nothing_else() -> None:
    text = (
        "Ines Park is a Reporter at the Tarn Post since 2014. Graduated From Tarn. Follow @ipark.\n"
    )
    assert found(text) == [
        ("core/bio-tense", "is"),
        ("core/bio-sentences", "Graduated"),
        ("core/bio-capitals", "From"),
    ]


def test_thirty_bylines_name_some_people_twice() -> None:
    lines = "\n".join(f"By Ines Park{'abcdefghijklmno'[at % 15]}" for at in range(30))
    text = f"Ferry to sail again\n\n{lines}\n\n{STORY}\n"
    twice = [f"Ines Park{letter}" for letter in "abcdefghijklmno"]
    assert found(text) == [("core/byline-twice", name) for name in twice]
    assert found(text, "desk")[0] == ("desk/byline-crowded", "Ines Parke")


def test_thirty_different_bylines_are_too_many_for_a_desk() -> None:
    endings = [first + second for first in "abc" for second in "klmnopqrst"]
    lines = "\n".join(f"By Ines Park{ending}" for ending in endings)
    text = f"Ferry to sail again\n\n{lines}\n\n{STORY}\n"
    assert found(text) == []
    assert found(text, "desk") == [("desk/byline-crowded", "Ines Parkao")]


@pytest.mark.parametrize("heading", ["", "About the author\n\n"])
def test_a_bio_of_five_thousand_words(heading: str) -> None:
    bio = f"Ines Park is a reporter at the Tarn Post. {SENTENCE * 500}".rstrip()
    text = f"Ferry to sail again\n\nBy Ines Park\n\n{STORY}\n\n{heading}{bio}\n"
    assert found(text) == []
    (only,) = found(text, "desk")
    assert only[0] == "desk/bio-length"


def test_a_bio_of_five_thousand_words_in_the_front_matter() -> None:
    bio = f"Ines Park is a reporter at the Tarn Post. {SENTENCE * 500}".rstrip()
    text = f'---\ntitle: Ferry to sail again\nauthor: Ines Park\nbio: "{bio}"\n---\n\n{STORY}\n'
    assert found(text, name="article.md") == []
    (only,) = found(text, "desk", name="article.md")
    assert only[0] == "desk/bio-length"


def test_front_matter_that_contradicts_the_text() -> None:
    text = (
        "---\ntitle: Bridge collapses in Lowick\nauthor: Ines Park\ndate: 2021-05-03\n"
        "dateline: LOWICK, Northland\n---\n\n# Ferry to sail again after fire\n\nBy Ada Reed\n\n"
        f"TARN, Northland, June 9 (Coast Press) - {STORY}\n"
    )
    assert found(text, name="article.md") == [
        ("core/byline-conflict", "Ferry to sail again after fire"),
        ("core/byline-conflict", "Ada Reed"),
        ("core/byline-conflict", "TARN"),
        ("core/dateline-date", "June 9"),
    ]


def test_front_matter_that_words_the_headline_another_way_is_no_conflict() -> None:
    text = f"---\ntitle: Tarn ferry sails\n---\n\n# After the fire, the ferry is back\n\n{STORY}\n"
    assert found(text, name="article.md") == []


def test_a_bio_of_somebody_whom_no_byline_names() -> None:
    bio = "Ruth Adeyemi is a columnist at the Tarn Post."
    text = f"Ferry to sail again\n\nBy Ines Park and Ola Moe\n\n{STORY}\n\n{bio}\n"
    assert found(text) == [("core/bio-names", "Ruth Adeyemi")]


@pytest.mark.parametrize("text", ["By Ines Park\n", "(MORE)\n", "***\n", "Photo: Jo Day\n"])
def test_a_piece_of_furniture_and_nothing_else(text: str) -> None:
    for profile in ("core", "desk"):
        assert found(text, profile) == []
