import pytest

from newslint.checks.person_reference import Parameters, PersonReference
from newslint.context import Context
from newslint.document import Block, Document, Field

LEAD = "The new bridge over the river will open in May, two years late."


def document(text: str) -> Document:
    """Make a document whose paragraphs are all body text."""
    plain = Document.from_text(text)
    return Document(text, [Block(block.span, field=Field.BODY) for block in plain.blocks])


def found(text: str, fault: str, **parameters: object) -> list[str]:
    check = PersonReference(Parameters(fault=fault, **parameters))
    return [hit.span.of(text) for hit in check.hits(document(text), Context())]


@pytest.mark.parametrize(
    ("fault", "text", "expected"),
    [
        ("not-introduced", "Mayor Raskamp left. Mayor Raskamp wept.", ["Raskamp"]),
        ("not-introduced", "Mayor Ana Raskamp left. Mayor Raskamp wept.", []),
        ("not-introduced", "The Prime Minister and the Vice President left Lund.", []),
        ("surname-first", f"{LEAD}\n\nThen Raskamp said no. Ana Raskamp left.", ["Raskamp"]),
        ("surname-first", f"{LEAD}\n\nAna Raskamp left. Then Raskamp said no.", []),
        ("surname-first", f"{LEAD}\n\n“Raskamp is kind,” he said. Ana Raskamp left.", []),
        ("ambiguous", "Ana Raskamp met Tom Raskamp. Then Raskamp left.", ["Raskamp"]),
        ("ambiguous", "Ana Raskamp met Tom Holt. Then Raskamp left.", []),
        (
            "courtesy",
            "Ana Raskamp sang. Mrs. Raskamp left. Mrs. Raskamp wept. Then Raskamp said no.",
            ["Raskamp"],
        ),
        ("courtesy", "Ana Raskamp sang. Mrs. Raskamp left. A Raskamp fan met Mrs. Raskamp.", []),
    ],
)
def test_each_fault(fault: str, text: str, expected: list[str]) -> None:
    assert found(text, fault) == expected


def test_a_house_may_know_some_names_and_titles() -> None:
    assert found("Mayor Raskamp left.", "not-introduced", words=("Raskamp",)) == []
    assert found("Pope Raskamp left.", "not-introduced", single=("Pope",)) == []


def test_a_house_may_use_no_courtesy_titles() -> None:
    text = "Ana Raskamp sang. Mrs. Raskamp left."
    check = PersonReference(Parameters(fault="courtesy", courtesy="never"))
    (hit,) = check.hits(document(text), Context())
    assert hit.span.of(text) == "Mrs. "
    assert hit.replacement == ""


def test_two_bearers_are_both_pointed_at() -> None:
    text = "Ana Raskamp met Tom Raskamp. Then Raskamp left."
    (hit,) = PersonReference(Parameters(fault="ambiguous")).hits(document(text), Context())
    assert [each.span.of(text) for each in hit.related] == ["Ana Raskamp", "Tom Raskamp"]


def test_fragments_are_left_alone() -> None:
    assert PersonReference.needs_article


@pytest.mark.parametrize(
    ("one", "two"), [("Democrat Ana", "Ana"), ("Ana-Lee", "Ana Lee"), ("Teddy", "Ted")]
)
def test_one_bearer_of_two_forms_is_no_second_one(one: str, two: str) -> None:
    text = f"{one} Raskamp came. {two} Raskamp spoke. Then Raskamp left."
    assert (
        list(PersonReference(Parameters(fault="ambiguous")).hits(document(text), Context())) == []
    )


def test_a_brother_and_a_sister_of_like_names_are_two() -> None:
    text = "Eric Raskamp came. Erica Raskamp spoke. Then Raskamp left."
    check = PersonReference(Parameters(fault="ambiguous"))
    assert [hit.span.of(text) for hit in check.hits(document(text), Context())] == ["Raskamp"]
