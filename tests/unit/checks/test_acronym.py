import pytest

from newslint.checks.acronym import AcronymCheck, Parameters
from newslint.context import Context
from newslint.document import Document


def found(text: str, fault: str, **parameters: object) -> list[str]:
    check = AcronymCheck(Parameters(fault=fault, **parameters))
    return [hit.span.of(text) for hit in check.hits(Document.from_text(text), Context())]


COUNCIL = "The Northern Rivers Council (NRC) met. "


@pytest.mark.parametrize(
    ("fault", "text", "expected"),
    [
        ("undefined", "The NRC met, and the NRC left.", ["NRC"]),
        ("undefined", COUNCIL, []),
        ("late", "An NRC aide left.\n\n" + COUNCIL, ["NRC"]),
        ("late", COUNCIL + "An NRC aide left.", []),
        ("reversed", "The NRC (Northern Rivers Council) met.", ["NRC"]),
        ("reversed", COUNCIL, []),
        ("twice", COUNCIL + COUNCIL, ["Northern Rivers Council"]),
        ("twice", COUNCIL + "The NRC left.", []),
        ("two-ways", COUNCIL + "The New Road Club (NRC) met.", ["New Road Club"]),
        ("two-ways", COUNCIL + COUNCIL, []),
        ("unused", COUNCIL, ["NRC"]),
        ("unused", COUNCIL + "The NRC left.", []),
        ("letters", "The Northern Rivers Fishing Council (NRCF) met.", ["NRCF"]),
        ("letters", "The Northern Rivers Fishing Council (NRFCA) met.", ["NRFCA"]),
        ("letters", "The Kurdish Workers Party (PKK) and a Georgia School of Art (GA).", []),
        ("letters", COUNCIL, []),
    ],
)
def test_each_fault(fault: str, text: str, expected: list[str]) -> None:
    assert found(text, fault) == expected


def test_two_ways_points_at_the_first() -> None:
    text = COUNCIL + "The New Road Club (NRC) met."
    (hit,) = AcronymCheck(Parameters("two-ways")).hits(Document.from_text(text), Context())
    assert hit.related[0].span.of(text) == "Northern Rivers Council"
    assert hit.values == {
        "acronym": "NRC",
        "long": "New Road Club",
        "other": "Northern Rivers Council",
    }


def test_the_house_says_which_every_reader_knows() -> None:
    assert found("The NRC met.", "undefined", words=("NRC",)) == []


def test_words_without_the_letters_beside_them_introduce_none() -> None:
    text = "The Northern Rivers Council met. In Lund the NRC has a school."
    (hit,) = AcronymCheck(Parameters("undefined")).hits(Document.from_text(text), Context())
    assert hit.span.of(text) == "NRC"
    assert hit.message is not None
    assert hit.message.startswith("{acronym} is not introduced: write “{long} ({acronym})”")
    assert hit.related[0].span.of(text) == "Northern Rivers Council"


def test_letters_that_only_a_speaker_uses_are_asked_for_at_the_words() -> None:
    text = "The Northern Rivers Council met. “The NRC has no boats,” Ana Oakhurst said."
    (hit,) = AcronymCheck(Parameters("undefined")).hits(Document.from_text(text), Context())
    assert hit.span.of(text) == "Northern Rivers Council"
    assert hit.related[0].span.of(text) == "NRC"


def test_an_interview_without_quotation_marks_is_speech() -> None:
    text = (
        "The Northern Rivers Council met.\n\n((Lund Post)) What is new at the NRC?\n\n"
        "((Ana Oakhurst)) The NRC has no boats.\n\n((Lund Post)) Why so?\n\n"
        "((Ana Oakhurst)) They sank."
    )
    (hit,) = AcronymCheck(Parameters("undefined")).hits(Document.from_text(text), Context())
    assert hit.span.of(text) == "Northern Rivers Council"
    assert hit.related[0].span.of(text) == "NRC"


def test_a_rank_behind_the_letters_is_no_part_of_a_name() -> None:
    assert found("The NRC met. He asked NRC Sergeant Ana Oakhurst.", "undefined") == ["NRC"]
    assert found("The NRC met. He asked NRC Boats.", "undefined") == []


def test_a_house_may_say_that_the_words_suffice() -> None:
    text = "The Northern Rivers Council met. In Lund the NRC has a school."
    assert found(text, "undefined", words_suffice=True) == []
    assert found("In Lund the NRC has a school.", "undefined", words_suffice=True) == ["NRC"]


def test_shouts_and_long_words_are_no_acronyms() -> None:
    assert found("She was LOUD at POLITIKEN.", "undefined") == []
