import pytest

from newslint.checks.body_names import BodyNames, Parameters
from newslint.context import Context
from newslint.document import Document

CHECK = BodyNames(
    Parameters(
        heads=("ministry", "secretariat", "department"),
        subjects=("health", "trade", "arms procurement", "defense", "defence"),
        states=("republic", "kingdom"),
    )
)


def found(text: str) -> list[tuple[str, str]]:
    hits = CHECK.hits(Document.from_text(text), Context())
    return [(hit.span.of(text), hit.related[0].span.of(text)) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Health paid. The Health Ministry left.",
            ("Health Ministry", "Ministry of Health"),
        ),
        (
            "The arms procurement secretariat of the Republic. A Norwegian arms procurement secretariat.",
            (
                "Norwegian arms procurement secretariat",
                "arms procurement secretariat of the Republic",
            ),
        ),
        (
            "The Ministry of Health and Trade paid. The Trade and Health Ministry left.",
            ("Trade and Health Ministry", "Ministry of Health and Trade"),
        ),
    ],
)
def test_one_body_two_names(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health paid. The Ministry of Trade left.",
        "The Norwegian Health Ministry met the Swedish Ministry of Health.",
        "The health ministry paid. The Norwegian health ministry left.",
        "The Ministry of Health of the Republic of Lund. The Norwegian Ministry of Health left.",
    ],
)
def test_what_is_one_name_or_two_bodies(text: str) -> None:
    assert found(text) == []
