import pytest

from newslint.checks.term_forms import Parameters, TermForms
from newslint.context import Context
from newslint.document import Document


def found(text: str, **parameters: object) -> list[tuple[str, str]]:
    check = TermForms(Parameters(**parameters))
    hits = list(check.hits(Document.from_text(text), Context()))
    return [(hit.span.of(text), hit.related[0].span.of(text)) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No lawmakers came. A law-maker rang; two lawmakers wrote.", ("law-maker", "lawmakers")),
        ("It flew the K-30 there. The K30 is old; a K-30 is not.", ("K30", "K-30")),
        ("A façade fell. The façade was old, its facade rotten.", ("facade", "façade")),
        ("They like FlyLund and FlyLund likes Flylund.", ("Flylund", "FlyLund")),
    ],
)
def test_the_rarer_form_points_at_the_other(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


def test_two_words_count_where_spaces_do() -> None:
    text = "A decision maker left. The decision-maker wept; a decision-maker stays."
    assert found(text) == []
    assert found(text, spaces=True) == [("decision maker", "decision-maker")]


@pytest.mark.parametrize(
    "text",
    [
        "A long-term plan pays in the long term. Two K-30s met a K-30.",
        "He tried to break in. The break-in failed.",
        "A two-year plan takes two years. The in-game sale of any in games.",
        "Follow #flylund and FlyLund. See x.example/Flylund too.",
        "“The law-makers left,” she said of the lawmakers.",
    ],
)
def test_what_is_one_form(text: str) -> None:
    assert found(text, spaces=True, particles=("in",)) == []


def test_a_house_may_exempt_a_term() -> None:
    text = "They re-sign him. They resign."
    assert found(text) == [("resign", "re-sign")]
    assert found(text, words=("re-sign",)) == []
