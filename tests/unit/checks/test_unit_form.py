from newslint.checks.unit_form import Parameters, UnitForm
from newslint.context import Context
from newslint.document import Document


def corrected(text: str, parameters: Parameters) -> list[tuple[str, str | None]]:
    hits = UnitForm(parameters).hits(Document.from_text(text), Context())
    return [(hit.span.of(text), hit.replacement) for hit in hits]


def test_symbols_and_spaces_of_the_house() -> None:
    forms = {"kms": "km", "kph": "km/h"}
    text = "It ran 12 kms, then 5km at 40 kph, a 3-km loop, 7kilometres more."
    assert corrected(text, Parameters(forms=forms, symbol_space="one")) == [
        ("12 kms", "12 km"),
        ("5km", "5 km"),
        ("40 kph", "40 km/h"),
        ("7kilometres", "7 kilometres"),
    ]
    assert corrected("It ran 12 km.", Parameters(symbol_space="none")) == [("12 km", "12km")]


def test_spacing_follows_the_commoner_form_of_the_article() -> None:
    text = "It ran 12 km, then 5km, then 8 km at 20mph."
    document = Document.from_text(text)
    (hit,) = UnitForm(Parameters(symbol_space="consistent")).hits(document, Context())
    assert (hit.span.of(text), hit.replacement) == ("5km", "5 km")
    assert [each.span.of(text) for each in hit.related] == ["12 km"]


def test_temperatures_are_spaced_as_they_are() -> None:
    assert corrected("It was 20C or 68 F.", Parameters(symbol_space="one")) == []
