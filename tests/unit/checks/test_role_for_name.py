import pytest

from newslint.checks.role_for_name import Parameters, RoleForName
from newslint.context import Context
from newslint.document import Document

CHECK = RoleForName(Parameters())


def test_the_office_of_somebody_named_before() -> None:
    text = (
        "The fleet will grow, head of the Norwegian coast guard Ana Ruiz said. “We need ships,” "
        "added the head of the coast guard of Norway."
    )
    (hit,) = CHECK.hits(Document.from_text(text), Context())
    assert hit.span.of(text) == "added the head of the coast guard of Norway"
    assert hit.values["name"] == "Ana Ruiz"
    assert hit.values["family"] == "Ruiz"
    assert hit.related[0].span.of(text) == "head of the Norwegian coast guard"


@pytest.mark.parametrize(
    "text",
    [
        "Head of the coast guard Ana Ruiz spoke. “No,” added the head of the fire service.",
        "“No,” added the head of the Norwegian coast guard.",
        "Head of the coast guard Ana Ruiz spoke. “No,” said the head of the coast guard, Ana Ruiz.",
        "Former head of the coast guard Ana Ruiz spoke. “No,” added the head of the coast guard.",
    ],
)
def test_what_is_no_repetition(text: str) -> None:
    assert list(CHECK.hits(Document.from_text(text), Context())) == []
