import pytest

from newslint.checks.name_lower_case import NameLowerCase, Parameters
from newslint.context import Context
from newslint.document import Document

CHECK = NameLowerCase(Parameters(words=("republicans",), common=("young",)))


def found(text: str) -> list[tuple[str, str]]:
    hits = CHECK.hits(Document.from_text(text), Context())
    return [(hit.span.of(text), hit.related[0].span.of(text)) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ana Oberholt. Then oberholt left.", ("oberholt", "Ana Oberholt")),
        ("They met Ana Oberholt. We saw oberholt’s boat.", ("oberholt", "Ana Oberholt")),
        ("She is in Norway. All norway wept.", ("norway", "Norway")),
        ("He came on Friday and left on friday.", ("friday", "Friday")),
        ("Two Norwegians met other norwegians.", ("norwegians", "Norwegians")),
        ("We saw Republicans. He and other republicans left.", ("republicans", "Republicans")),
        ("They met Ana Rice. Rice wept. A day later, rice said so.", ("rice", "Ana Rice")),
        ("They met Ana Rice. Rice wept. The boat was for rice.", ("rice", "Ana Rice")),
    ],
)
def test_a_name_without_its_capital(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met Ana Rice. Rice ate rice. The rice was good, and so was brown rice.",
        "They met Ana Young. Young wept. A boat for young, and old.",
        "They met Ana Oberholt. See #oberholt, @oberholt and oberholt.example.",
        "She is in Norway.\n\nnorway is great, she wrote.",
        "The State left. The state wept.",
        "All norway wept.",
    ],
)
def test_what_needs_no_capital(text: str) -> None:
    assert found(text) == []


PAIRS = NameLowerCase(Parameters(pairs=True, descriptions=("government",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We saw Kalmar Valley, and only Kalmar Valley. Nobody lives in Kalmar valley now.",
            ("valley", "Kalmar Valley"),
        ),
        ("She left Kalmar College. The Kalmar college’s head wept.", ("college", "Kalmar College")),
        (
            "She leads the House of Boats and Ropes. Nobody at the House of boats and Ropes wept.",
            ("boats", "House of Boats and Ropes"),
        ),
        (
            "He read the Free Rivers Act of Lund. Under the free Rivers Act of Lund nobody pays.",
            ("free", "Free Rivers Act of Lund"),
        ),
        ("We saw No Boat Left Behind. All of No Boat Left behind sang.", ("behind", "")),
    ],
)
def test_words_around_it_make_an_english_word_a_name(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == []
    (hit,) = PAIRS.hits(Document.from_text(text), Context())
    assert hit.span.of(text) == hit.values["found"] == expected[0]
    assert hit.values["other"] == hit.related[0].span.of(text)
    assert hit.values["other"] == expected[1] or not expected[1]


@pytest.mark.parametrize(
    "text",
    [
        "She left Kalmar College. Here stood a Kalmar college.",
        "She left Kalmar College. It was the first Kalmar college.",
        "She left Kalmar College. The Lund college wept.",
        "She left Kalmar College. Two Kalmar colleges wept.",
        "The Kalmar Government fell. A Kalmar government is weak. The Kalmar government wept.",
        "She left Kalmar Justice. The Kalmar justice wept.",
        "He runs the Kalmar Boat Office. The Kalmar boat sank.",
        "They like Planned Cities. “Planned cities grow,” he said.",
        "She met Kalmar Sheriff’s Office. The Kalmar sheriff wept.",
        "Kalmar College is old. The Kalmar college wept, and then the Kalmar college closed.",
    ],
)
def test_words_around_it_that_prove_nothing(text: str) -> None:
    assert list(PAIRS.hits(Document.from_text(text), Context())) == []


def test_a_given_name_shows_a_surname() -> None:
    assert found("They met Ana Rice. We saw Ana rice.") == [("rice", "Ana Rice")]


@pytest.mark.parametrize(
    "text",
    [
        "They met Mr. Rice, and nobody else. Later Mr. rice left.",
        "On Monday President Rice spoke. Later, President rice left.",
        "They met Ana Rice. A day later, Ms rice wept.",
        "They saw President Rice. President Rice wept. Rice left, and then rice said why.",
        "They met Ana Rice. We saw Rice and heard Rice. It was a letter to rice about boats.",
    ],
)
def test_a_title_or_the_verb_shows_a_surname(text: str) -> None:
    assert [word for word, _ in found(text)] == ["rice"]


@pytest.mark.parametrize(
    "text",
    [
        "They met Ana Rice. We saw Rice and heard Rice. They began to rice potatoes.",
        "The Chief Justice met Rice. The Chief justice wept.",
        "They met Ana Rice. We saw Rice and heard Rice. Did the rice taste well?",
        "The United Council met. The Council wept, and the council left.",
    ],
)
def test_titles_and_verbs_that_show_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Norway Town it rained. All norway wept.", ("norway", "Norway Town")),
        ("Gonzalez left. They saw gonzalez’s boat.", ("gonzalez", "Gonzalez")),
        ("They met Marilu Zentraf. Later, zentraf left.", ("zentraf", "Marilu Zentraf")),
    ],
)
def test_a_word_that_is_none_of_english_needs_less(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]
