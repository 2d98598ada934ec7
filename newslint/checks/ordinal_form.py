"""Whether an ordinal is written in words or in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.number_words import (
    ordinal_in_figures,
    ordinal_in_words,
    with_capital_of,
)
from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled

_CENTURY = compiled(r"[ -](?:(?:and|or|to)[ ](?:early |late )?[\w-]+[ -])?centur(?:y|ies)\b")
#: What an ordinal in figures names rather than counts: streets, units, amendments, districts.
_NAME = compiled(
    r"[ ](?:[A-Z]|and[ ][A-Z]|(?:congressional[ ])?"
    r"(?:street|avenue|district|circuit|amendment|precinct|ward|percentile)\b)"
)
_PART = compiled(r"[ ](?:of|part|share)\b")
_IDIOM = compiled(r"[ -](?:hour|man|night)\b")
_CALLED = compiled(r"[A-Z][a-z]+[ ]the[ ]$")
_DAY = compiled(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*[ ]the[ ]$")
_A = compiled(r"\b[Aa]n?[ ]$")


class Parameters(Record):
    """The parameters of an ordinal-form rule."""

    words_to: Annotated[
        int, "The largest ordinal in words: 9 writes ninth and 10th; -1 judges centuries only."
    ] = 9
    centuries_to: Annotated[
        int, "The same for centuries: 9 writes ninth century, 10th century; -1 leaves them alone."
    ] = -1


class OrdinalForm(DocumentCheck[Parameters]):
    """Report "3rd win" and "fifteenth floor" where the house writes "third" and "15th"."""

    kind = "ordinal-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each ordinal in the wrong form, with the right one."""
        text = document.folded
        for each in document.layer(quantities).all:
            if each.kind != "ordinal" or not 1 <= each.value < 100 or _is_name(each, text):
                continue
            century = _CENTURY.match(text, each.span.end)
            limit = self.parameters.centuries_to if century else self.parameters.words_to
            if limit < 0:
                continue
            found = each.figure.of(document.text)
            right = _written(int(each.value), limit, found)
            if right.lower() != found.lower():
                yield Hit(each.figure, {"found": found, "replacement": right}, right)


def _written(value: int, limit: int, found: str) -> str:
    if value <= limit:
        return with_capital_of(found, ordinal_in_words(value))
    return ordinal_in_figures(value) if found[:1].isdigit() or value > limit else found


def _is_name(quantity: Quantity, text: str) -> bool:
    """Tell whether the ordinal is part of a name, or a fraction ("a fifth of")."""
    words = quantity.figure.of(text)
    if quantity.number.form == "ordinal" and _IDIOM.match(text, quantity.span.end):
        return words.lower() in ("eleventh", "twelfth", "thirteenth")
    if _DAY.search(text, max(0, quantity.span.start - 24), quantity.span.start):
        return True
    if words[:1].isupper() and _CALLED.search(
        text, max(0, quantity.span.start - 24), quantity.span.start
    ):
        return True
    part = _PART.match(text, quantity.span.end)
    article = part and _A.search(text, max(0, quantity.span.start - 3), quantity.span.start)
    if article and words[:1].isalpha() and quantity.value >= 3:
        return True
    if words[:1].isupper() and quantity.number.form == "ordinal":
        before = text[max(0, quantity.span.start - 2) : quantity.span.start]
        if not before or before[-1:] != " " or before[:1] in ".!?":
            return _NAME.match(text, quantity.span.end) is not None
        return True
    return _NAME.match(text, quantity.span.end) is not None
