import pytest

from newslint.annotate.mentions import mentions
from newslint.annotate.roles import roles
from newslint.document import Document


def found(text: str) -> list[tuple[str, str, str]]:
    document = Document.from_text(text)
    people = document.layer(mentions).people
    return [
        (people[role.person].family, role.span.of(text), role.noun)
        for role in document.layer(roles).roles
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Sen. Ana Ruiz.", [("Ruiz", "Sen.", "sen.")]),
        ("They met the mayor Ana Ruiz.", [("Ruiz", "mayor", "mayor")]),
        (
            "Prices rose, head of the coast guard Ana Ruiz said.",
            [("Ruiz", "head of the coast guard", "head")],
        ),
        (
            "Ana Ruiz, the head of the coast guard, wept.",
            [("Ruiz", "the head of the coast guard", "head")],
        ),
        ("Prices rose when the mayor said that Ana Ruiz wept.", []),
        ("Ana Ruiz, a lake near Lund, froze.", []),
    ],
)
def test_roles_beside_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("They met former mayor Ana Ruiz.", True),
        ("They met mayor Ana Ruiz.", False),
        ("A former friend, mayor Ana Ruiz.", False),
        ("Ana Ruiz, the outgoing mayor, wept.", True),
    ],
)
def test_former_roles_are_told_apart(text: str, past: bool) -> None:
    (role,) = Document.from_text(text).layer(roles).roles
    assert role.past is past
