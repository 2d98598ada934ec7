"""First names that stand where a surname should."""

from __future__ import annotations

import pytest

from newslint.checks.family_name_first import FamilyNameFirst
from newslint.checks.family_name_first import Parameters as FamilyParameters
from newslint.checks.headline_first_name import HeadlineFirstName
from newslint.checks.headline_first_name import Parameters as HeadlineParameters
from newslint.checks.person_reference import Parameters, PersonReference
from newslint.context import Context
from newslint.document import Document

Checked = FamilyNameFirst | HeadlineFirstName | PersonReference


def _found(check: Checked, text: str) -> list[str]:
    document = Document.from_text(text)
    hits = check.hits(document, Context())
    return [f"{hit.span.of(text)} -> {hit.replacement}" for hit in hits]


_HEAD = "The bridge in Tarrow will open in May, two years late and far above its price.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor Maria Holt built it. It is safe, Maria said.", ["Maria -> Holt"]),
        ("Mayor Maria Holt built it. “Maria said so,” a friend said.", []),
        ("Maria Holt, 9, crossed it. It is safe, Maria said.", []),
        ("Queen Maria Holt crossed it. It is safe, Maria said.", []),
        ("Maria Holt and Peter Holt built it. It is safe, Maria said.", []),
        ("Maria Holt built it. Maria Vance paid. It is safe, Maria said.", []),
    ],
)
def test_after_the_full_name_the_surname_alone(text: str, found: list[str]) -> None:
    assert _found(PersonReference(Parameters(fault="first-name")), _HEAD + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maria Holt built it. It is safe, Holt said. Holt told us.", ["Holt -> None"]),
        ("Maria Holt built it. Holt Bridge is safe.", []),
        ("Maria Holt built it. It is safe, Mrs Holt said.", []),
    ],
)
def test_a_speaker_has_a_courtesy_title_later(text: str, found: list[str]) -> None:
    check = PersonReference(Parameters(fault="courtesy", courtesy="later"))
    assert _found(check, _HEAD + text) == found


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("How Maria built a bridge", ["Maria -> Holt"]),
        ("How Maria Holt built a bridge", []),
        ("How Maria bin Holt built a bridge", []),
        ("How Holt built a bridge", []),
    ],
)
def test_a_headline_takes_the_surname(headline: str, found: list[str]) -> None:
    story = f"{headline}\n\nThe bridge was built by Maria Holt, a diver who had never built one.\n"
    assert _found(HeadlineFirstName(HeadlineParameters()), story) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Cambodia, Lim Samnang drove. Samnang said no.", ["Samnang -> Lim"]),
        ("In Cambodia, Lim Samnang drove. Lim said no.", []),
        ("In Velmora, Lim Samnang drove. Samnang said no.", []),
        ("In Cambodia, Lim Samnang drove. Nhek Samnang said no.", []),
    ],
)
def test_the_family_name_is_the_one_to_keep(text: str, found: list[str]) -> None:
    check = FamilyNameFirst(FamilyParameters(families=("Lim",), places=("Cambodia",)))
    assert _found(check, text) == found
