"""Words that no dictionary knows."""

from __future__ import annotations

import pytest

pytest.importorskip("hunspell", reason="needs the dictionaries of newslint[spelling]")

from newslint.checks import spelling
from newslint.checks.spelling import Parameters, Spelling
from newslint.context import Author, Context
from newslint.document import Document
from newslint.errors import NewslintError
from newslint.store.facts import parse_facts

NOTHING = Context()


def found(text: str, language: str = "en", context: Context = NOTHING, **keys: object):
    document = Document.from_text(text, language=language)
    hits = Spelling(Parameters(**keys)).hits(document, context)
    return [(hit.span.of(text), hit.replacement) for hit in hits]


def test_word_one_letter_away_from_another() -> None:
    assert found("The councl met in the hall.") == [("councl", "council")]


def test_a_space_left_out_after_a() -> None:
    assert found("It was aburden on the hall.") == [("aburden", "a burden")]


@pytest.mark.parametrize(
    "text",
    [
        "The Councl met, and a councl spoke.",  # a name of the article
        "The grobbl met a grobbl.",  # a term
        "The con- clusion of it.",  # a piece of a word
        "Two matchups were held impermissibly.",  # formed of known words
        "The zzyxqv met in the hall.",  # near no word
        "Les familles des victimes sont tristes.",  # another language
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_words_of_the_house() -> None:
    assert found("The councl met.", words=("councl",)) == []


def test_names_of_the_registry() -> None:
    assert found("The councl met.", context=Context(authors=(Author("Ana Councl"),))) == []


def test_right_forms_of_the_fact_sheets() -> None:
    sheet = (
        "origin: the desk\n"
        "terms:\n  - {right: councl, note: a guild}\n"
        "organisations:\n  - {name: Grobbl Guild, short: annouced, wrong: [recieved]}\n"
    )
    context = Context(facts=parse_facts(sheet))
    assert found("The councl met.", context=context) == []
    assert found("They annouced it.", context=context) == []
    assert found("They recieved it.", context=context) == [("recieved", "received")]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", []), ("en-US", [("colour", "color")]), ("en-GB", []), ("en-AU", [])],
)
def test_variety(language: str, expected: list[tuple[str, str]]) -> None:
    assert found("The colour of sand.", language) == expected


def test_dictionaries_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_folder", lambda: None)
    spelling._dictionary.cache_clear()
    with pytest.raises(NewslintError, match="not installed"):
        found("The councl met.")
    spelling._dictionary.cache_clear()


def test_bad_parameters() -> None:
    problems = list(Spelling(Parameters(shortest=1, most=0)).problems())
    assert [each.key for each in problems] == ["shortest", "most"]


@pytest.mark.parametrize(
    "text",
    [
        "The sign “councl” stands for a hall.",  # a word that is spoken of
        "One councl met two councls in the hall.",  # a term in both numbers
        "Stefan KÃ rner read the letter.",  # letters that a program broke
    ],
)
def test_silent_about_words_spoken_of_and_broken(text: str) -> None:
    assert found(text) == []
