"""Measures in words, and numbers of headlines in words."""

from __future__ import annotations

import pytest

from newslint.checks.headline_numeral import HeadlineNumeral
from newslint.checks.headline_numeral import Parameters as HeadlineParameters
from newslint.checks.measure_figures import MeasureFigures
from newslint.checks.measure_figures import Parameters as MeasureParameters
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.span import Span


def _found(check: HeadlineNumeral | MeasureFigures, text: str, field: Field) -> list[str]:
    document = Document(text, [Block(Span(0, len(text)), field=field)])
    return [f"{hit.span.of(text)} -> {hit.replacement}" for hit in check.hits(document, Context())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They laid a six-inch pipe.", ["six-inch -> 6-inch"]),
        ("It weighed seven pounds.", ["seven pounds -> 7 pounds"]),
        ("It cost seven pounds.", []),
        ("He lost three stone.", ["three stone -> 3 stone"]),
        ("A row of three stone cottages stood.", []),
        ("He owned two yards on the river.", []),
        ("Six inches fell.", []),
        ("They stole two F-16s.", []),
        ("It is one mile off.", []),
    ],
)
def test_a_measure_takes_figures(text: str, found: list[str]) -> None:
    assert _found(MeasureFigures(MeasureParameters()), text, Field.BODY) == found


@pytest.mark.parametrize(
    ("which", "text", "found"),
    [
        ("all", "Storm kills four in the hills", ["four -> 4"]),
        ("all", "Seven Sisters cliff path shut after fall", []),
        ("all", "Storm Kills Four In Velmora Hills", ["Four -> 4"]),
        ("all", "Back to square two for the stadium plan", []),
        ("all", "A two-way road is shut", []),
        ("ages", "Boy, six, found safe in barn", ["six -> 6"]),
        ("ages", "Sisters, five and seven, win prize", ["five -> 5", "seven -> 7"]),
        ("ages", "Storm kills four in the hills", []),
    ],
)
def test_a_headline_takes_figures(which: str, text: str, found: list[str]) -> None:
    check = HeadlineNumeral(HeadlineParameters(which=which))  # type: ignore[arg-type]
    assert _found(check, text, Field.HEADLINE) == found
