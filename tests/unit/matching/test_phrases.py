import pytest

from newslint.matching.phrases import Phrase, PhraseIndex


def found(text: str, *phrases: Phrase) -> list[str]:
    index = PhraseIndex((phrase, phrase.text) for phrase in phrases)
    return [span.of(text) for span, _ in index.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lund Marine Board met the Lund Board.", ["Lund Marine Board", "Lund Board"]),
        ("The Lund Boards met. NewLund Board.", []),
        ("lund board", []),
        ("(Lund Board)", ["Lund Board"]),
    ],
)
def test_the_longest_whole_phrase_is_found(text: str, expected: list[str]) -> None:
    phrases = [Phrase("Lund Board"), Phrase("Lund Marine Board"), Phrase("Lund Marine")]
    assert found(text, *phrases) == expected


def test_capitals_count_where_they_should() -> None:
    assert found("E-mail and e-mail", Phrase("e-mail", exact=False)) == ["E-mail", "e-mail"]
    assert found("E-mail and e-mail", Phrase("e-mail")) == ["e-mail"]


def test_phrases_may_begin_with_a_mark() -> None:
    assert found("He joined .NET there", Phrase(".NET")) == [".NET"]
    assert found("O'Hara’s".replace("’", "'"), Phrase("O’Hara")) == ["O'Hara"]


def test_no_phrase_stands_within_another() -> None:
    assert found("aa bb cc", Phrase("aa bb"), Phrase("bb cc")) == ["aa bb"]
