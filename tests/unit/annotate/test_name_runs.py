import pytest

from newslint.annotate.name_runs import name_runs
from newslint.annotate.words import without_owner, words
from newslint.document import Document


def around(text: str, word: str) -> list[str]:
    """Return the runs whose word stands at the last place of `word`."""
    document = Document.from_text(text)
    layer = document.layer(words)
    number = layer.at(text.rindex(word))
    return [each.of(text) for each in document.layer(name_runs).around(layer.tokens, number)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Lund Boat Club met. The Lund Boat club left.", "club", ["Lund Boat Club"]),
        ("The Lund Boat Club met. The Lund boat Club left.", "boat", ["Lund Boat Club"]),
        ("The Lund Boat Club met. The Lund boat left.", "boat", []),
        ("The Lund Boat Club met. The Boat club left.", "club", ["Lund Boat Club"]),
        ("The House of Boats met. The House of boats left.", "boats", ["House of Boats"]),
        ("The House of Boats met. A House of boats left.", "boats", []),
        ("Lund Club met. At Lund Club we ate. The Lund club left.", "club", ["Lund Club"] * 2),
        ("The Lund Club met. The Lund, club and all, left.", "club", []),
    ],
)
def test_the_words_on_both_sides_must_be_the_names(
    text: str, word: str, expected: list[str]
) -> None:
    assert around(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He is Lund Director. The Lund director left.", "director"),
        ("She is First Lady Ana Ruiz. Here is first Lady Ana Ruiz.", "first"),
        ("Sales of Lund Boats fell. We saw sales of Lund Boats.", "sales"),
        ("THE LUND CLUB MET. The Lund club left.", "club"),
    ],
)
def test_descriptions_and_headlines_are_no_names(text: str, word: str) -> None:
    assert around(text, word) == []


def test_an_owner_keeps_the_word() -> None:
    owners = ("Lund's", "Lund’s", "boats’", "Lund")
    assert [without_owner(each) for each in owners] == ["Lund", "Lund", "boats", "Lund"]
