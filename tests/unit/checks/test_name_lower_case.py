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


def test_english_words_that_close_a_name_count_where_the_house_wants_it() -> None:
    text = "We saw Kalmar Valley, and only Kalmar Valley. Nobody lives in Kalmar valley now."
    assert found(text) == []
    hits = list(NameLowerCase(Parameters(pairs=True)).hits(Document.from_text(text), Context()))
    assert [(hit.span.start, hit.values["other"]) for hit in hits] == [
        (text.index("valley"), "Kalmar Valley")
    ]


def test_a_given_name_shows_a_surname() -> None:
    assert found("They met Ana Rice. We saw Ana rice.") == [("rice", "Ana Rice")]
