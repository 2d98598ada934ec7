import pytest

from newslint.checks.currency_doubled import CurrencyDoubled
from newslint.checks.currency_doubled import Parameters as Doubled
from newslint.checks.currency_form import CurrencyForm, Parameters
from newslint.context import Context
from newslint.document import Document


def corrected(text: str, parameters: Parameters) -> list[tuple[str, str | None]]:
    document = Document.from_text(text)
    hits = CurrencyForm(parameters).hits(document, Context())
    return [(hit.span.of(text), hit.replacement) for hit in hits]


@pytest.mark.parametrize(
    ("text", "parameters", "found", "right"),
    [
        ("cost 2.5 billion dollars.", Parameters(), "2.5 billion dollars", "$2.5 billion"),
        ("cost $5million.", Parameters(), "$5million", "$5 million"),
        ("cost 900 euros.", Parameters(), "900 euros", "€900"),
        ("cost $2.5 billion.", Parameters(scale="letters"), "$2.5 billion", "$2.5bn"),
        ("cost £6 m.", Parameters(scale="letters"), "£6 m", "£6m"),
        ("cost £6m.", Parameters(scale="words"), "£6m", "£6 million"),
        ("cost 3 billion dollars.", Parameters(scale="letters"), "3 billion dollars", "$3bn"),
        ("cost $5 million.", Parameters(style="words"), "$5 million", "5 million dollars"),
        ("$3-5 million", Parameters(style="words"), "$3-5 million", "3-5 million dollars"),
    ],
)
def test_writes_the_house_form(text: str, parameters: Parameters, found: str, right: str) -> None:
    assert corrected(text, parameters) == [(found, right)]


@pytest.mark.parametrize(
    "text",
    ["$5 million", "a million dollars", "millions of dollars", "a 20-dollar bill", "50 dollar bills",
     "500 pounds of beef", "half a billion dollars", "5 million Canadian dollars", "20 dlrs",
     "15-25 million dollars"],
)  # fmt: skip
def test_leaves_good_copy_alone(text: str) -> None:
    assert corrected(text, Parameters()) == []


def test_a_currency_said_twice_loses_its_words() -> None:
    text = "They set aside $40 million dollars and US$3 dollars, not C$5 million Swiss francs."
    hits = CurrencyDoubled(Doubled()).hits(Document.from_text(text), Context())
    assert [(hit.span.of(text), hit.replacement) for hit in hits] == [
        ("$40 million dollars", "$40 million"),
        ("US$3 dollars", "US$3"),
    ]
