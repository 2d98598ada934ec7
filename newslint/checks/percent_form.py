"""How a percentage is written: sign or word, figure or word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.number_words import in_figures
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import opens_sentence
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record

_ENDINGS = {"sign": "%", "percent": " percent", "per cent": " per cent", "pc": "pc"}


class Parameters(Record):
    """The parameters of a percent-form rule."""

    judges: Annotated[
        Literal["figures", "words", "both"], "Which percentages the rule looks at."
    ] = "both"
    style: Annotated[
        Literal["sign", "percent", "per cent", "pc", "either"],
        "4%, 4 percent, 4 per cent or 4pc; `either` leaves the ending alone.",
    ] = "sign"
    figures: Annotated[
        bool, "Whether a percentage in words (“five percent”) must be in figures."
    ] = True
    sentence_start: Annotated[
        Literal["words", "any"], "`words` leaves a percentage that opens a sentence in words."
    ] = "words"


class PercentForm(DocumentCheck[Parameters]):
    """Report percentages that are not written as the house writes them."""

    kind = "percent-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each percentage in the wrong form, with the right one."""
        for each in document.layer(quantities).all:
            if each.kind != "percent" or self._opens(each, document):
                continue
            form = "words" if each.number.form == "words" else "figures"
            if self.parameters.judges not in (form, "both"):
                continue
            right, found = self._right(each, document), each.span.of(document.text)
            if right.lower() != found.replace("\u00a0", " ").lower():
                yield Hit(each.span, {"found": found, "replacement": right}, right)

    def _right(self, each: Quantity, document: Document) -> str:
        figure = each.figure.of(document.text)
        ending = document.text[each.figure.end : each.span.end].replace("\u00a0", " ")
        in_words = each.number.form == "words" and each.low is None
        if in_words and self.parameters.figures:
            figure = in_figures(each.value)
        style = self.parameters.style
        if style == "either" or (in_words and not self.parameters.figures and style == "sign"):
            return figure + ending
        if ending.startswith("-"):  # "a 5-percent rise"
            return figure + ("%" if style == "sign" else f"-{style}" if style != "pc" else "pc")
        return figure + _ENDINGS[style]

    def _opens(self, each: Quantity, document: Document) -> bool:
        if self.parameters.sentence_start == "any" or each.number.form != "words":
            return False
        return opens_sentence(each.span.start, document)
