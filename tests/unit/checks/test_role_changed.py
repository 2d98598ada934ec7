import pytest

from newslint.checks.role_changed import Parameters, RoleChanged
from newslint.context import Context
from newslint.document import Document


def found(text: str, **parameters: object) -> list[tuple[str, str, str]]:
    check = RoleChanged(Parameters(**parameters))
    return [
        (hit.span.of(text), hit.related[0].span.of(text), hit.values["name"])
        for hit in check.hits(Document.from_text(text), Context())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ana Ruiz met Lee Moss. Rep. Ruiz left.", ("Rep.", "Sen.", "Ana Ruiz")),
        ("Gov. Ana Ruiz met us. Mayor Ana Ruiz left.", ("Mayor", "Gov.", "Ana Ruiz")),
        ("Mr. Kim Ruiz met us. Mrs. Kim Ruiz left.", ("Mrs.", "Mr.", "Kim Ruiz")),
    ],
)
def test_one_office_excludes_the_other(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ana Ruiz met Lee Moss. Senator Ruiz left.",
        "Sen. Ana Ruiz met us. The former representative Ana Ruiz left.",
        "President Tom Holt met Gov. Ana Holt. Gov. Holt left.",
        "Mrs. Ana Holt met us. Mr. Holt left.",
        "Lt. Gen. Ana Ruiz met us. Gen. Ruiz left.",
    ],
)
def test_what_one_person_may_be(text: str) -> None:
    assert found(text) == []


def test_a_house_may_exempt_an_office() -> None:
    text = "Gov. Ana Ruiz met us. Mayor Ana Ruiz left."
    assert found(text, words=("Mayor",)) == []
