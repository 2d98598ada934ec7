import pytest

from newslint.annotate.names import names
from newslint.document import Document


def found(text: str) -> list[str]:
    return [name.text for name in Document.from_text(text).layer(names).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met Ana Ruiz in Kalmar.", ["Ana Ruiz", "Kalmar"]),
        ("Norway’s Ole Berg spoke.", ["Norway", "Ole Berg"]),
        ("She quoted Lars van der Berg and J. R. Holt.", ["Lars van der Berg", "J. R. Holt"]),
        ("He met Sen. Jo Day Jr. there.", ["Sen. Jo Day Jr."]),
        ("He saw Bashar al-Hamdi and D'Arcy Lunt-Moe.", ["Bashar al-Hamdi", "D'Arcy Lunt-Moe"]),
        ("Write to anna@Post.example or #Metoo.", ["Write"]),
    ],
)
def test_a_run_of_capitals_is_one_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_span_is_exact() -> None:
    text = "Yesterday the Falcon’s crew met Ana Ruiz."
    for name in Document.from_text(text).layer(names).names:
        assert name.span.of(text) == name.text


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("Patience pays.", False),
        ("They praised the Falcon drone.", True),
        ("The Falcon flew.", True),
        ("He said: Patience pays.", False),
        ("“Patience pays,” he said.", False),
        ("Falcon Drones Save Fishermen", False),
        ("Fishermen saved, says Ana Ruiz, by Falcon drones near the coast.", True),
    ],
)
def test_a_capital_proves_nothing_where_its_place_explains_it(text: str, proves: bool) -> None:
    assert Document.from_text(text).layer(names).names[-1].proves is proves


def test_names_tied_by_of_are_joined() -> None:
    document = Document.from_text("She leads the Bank of Utopia, near Kalmar.")
    joined = {name.text: name.joined for name in document.layer(names).names}
    assert joined == {"Bank": True, "Utopia": True, "Kalmar": False}


def test_look_up_by_offset() -> None:
    document = Document.from_text("They met Ana Ruiz there.")
    layer = document.layer(names)
    name = layer.at(10)
    assert name is not None
    assert name.text == "Ana Ruiz"
    assert layer.at(2) is None
    assert layer.at(17) is None


def test_a_weekday_after_a_preposition_is_no_part_of_the_name() -> None:
    text = "On Friday Vance left, and by Monday Ana Ruiz had gone. Tuesday Weld stayed."
    found = [each.text for each in Document.from_text(text).layer(names).names]
    assert found == ["Vance", "Ana Ruiz", "Tuesday Weld"]
