import pytest

from newslint.checks.term_capitalisation import Parameters, TermCapitalisation
from newslint.context import Context
from newslint.document import Document

CHECK = TermCapitalisation(Parameters(words=("state",)))


def found(text: str, check: TermCapitalisation = CHECK) -> list[tuple[str, str]]:
    hits = list(check.hits(Document.from_text(text), Context()))
    return [(hit.span.of(text), hit.related[0].span.of(text)) for hit in hits]


def test_the_odd_one_out_points_at_the_other_form() -> None:
    text = (
        "They praised the Falcon rescue drones. “The Falcon flies,” he said. A falcon drone fell."
    )
    (hit,) = CHECK.hits(Document.from_text(text), Context())
    assert hit.span.of(text) == "falcon"
    assert hit.span.start == text.index("falcon drone")
    assert hit.values == {"found": "falcon", "other": "Falcon"}
    assert hit.related[0].span.start == text.index("Falcon")


def test_a_lone_capital_is_the_odd_one_out() -> None:
    text = "It has internet access, internet shops and one Internet access point."
    assert found(text) == [("Internet", "internet")]


@pytest.mark.parametrize(
    "text",
    [
        "The Falcon drones found a nest. The Falcon drones left. A falcon had built it.",
        "Falcon drones fly. The falcon drones are new.",
        "The State officials left. The State guests stayed. They made state visits.",
        "She led the Department of Health policy. It was health policy, then health policy.",
        "He read the Kalmar Falcon drones page. The falcon drones fly.",
        "See falcon.example/Falcon drones and the Falcon drones page.",
        "We met in Paris. We flew to Paris.",
    ],
)
def test_other_reasons_for_a_capital(text: str) -> None:
    assert found(text) == []


def test_a_word_that_is_no_english_word_needs_no_common_noun() -> None:
    text = "They met on Zentraf, then on Zentraf again. We trust zentraf."
    assert found(text) == [("zentraf", "Zentraf")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Zentraf. We trust zentraf.", ("zentraf", "Zentraf")),
        ("They met on Zentraf. We saw zentraf’s maker.", ("zentraf", "Zentraf")),
        ("He bought Zentraf boats. He won a zentraf ticket.", ("zentraf", "Zentraf")),
    ],
)
def test_one_use_each_way_is_enough_for_a_strange_word(
    text: str, expected: tuple[str, str]
) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She writes for Zoometry. Nobody knows zoometry.",
        "They called them Zentrafers. Other zentrafers wept.",
        "They met Gonzalez. We saw gonzalez.",
    ],
)
def test_learned_words_and_surnames_are_left_to_others(text: str) -> None:
    assert found(text) == []


def test_two_words_and_single_uses_are_judged_when_strict() -> None:
    text = "He is the Special Envoy now. She was special envoy before."
    strict = TermCapitalisation(Parameters(strict=True))
    assert found(text) == []
    assert found(text, strict) == [("special envoy", "Special Envoy")]
