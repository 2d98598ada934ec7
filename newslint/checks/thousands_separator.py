"""How the thousands of a figure are set off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.quantities import NAMED, Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_MARKS = {"comma": ",", "space": "\u202f", "none": ""}
_WHOLE = compiled(r"\d[\d,]*")
#: Figures that are no quantity are not parted: "No. 1500", "Room 1204", "flight 1549".
_LABEL = compiled(
    r"(?:\b(?:no\.|number|room|flight|route|channel|model|year|page|code|pin|ext\.|highway|boeing|"
    r"airbus|bus|train|case|bill|act|form|section|line)|"
    rf"{NAMED})[ ]$"
)
#: Without a word for "about" a figure of these looks like a year: "the 2021 harvest".
_YEARS = range(1900, 2100)
_AMOUNT = compiled(
    r"\b(?:about|around|some|nearly|almost|over|than|least|roughly|approximately|only|just|to|"
    r"another|those|these)[ ]$",
    IGNORECASE,
)


class Parameters(Record):
    """The parameters of a thousands-separator rule."""

    style: Annotated[Literal["comma", "space", "none"], "1,500, 1 500 (a thin space) or 1500."] = (
        "comma"
    )
    from_: Annotated[int, "The smallest number that is parted: 1000, or 10000."] = 1000


class ThousandsSeparator(DocumentCheck[Parameters]):
    """Report "1500 jobs" where the house writes "1,500 jobs"."""

    kind = "thousands-separator"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each figure that is parted wrongly, with the right form."""
        for each in document.layer(quantities).all:
            if each.number.form != "figures" or not _is_amount(each, document.folded):
                continue
            span = Span(each.span.start, each.figure.end)
            found = span.of(document.text)
            right = _WHOLE.sub(lambda match: self._parted(match.group()), found, count=1)
            if right != found:
                yield Hit(span, {"found": found, "replacement": right}, right)

    def _parted(self, figures: str) -> str:
        plain = figures.replace(",", "")
        if int(plain) < max(self.parameters.from_, 1000):
            return plain if "," in figures and self.parameters.style != "comma" else figures
        return f"{int(plain):,}".replace(",", _MARKS[self.parameters.style])


def _is_amount(quantity: Quantity, text: str) -> bool:
    if quantity.low is not None or quantity.value < 1000 or quantity.number.scale:
        return False
    if quantity.kind != "count":
        return True
    before = text[max(0, quantity.span.start - 20) : quantity.span.start]
    if text[quantity.span.end : quantity.span.end + 1] == "-":
        return False  # "2019-nCoV"
    figures = quantity.number.value
    if figures in _YEARS and "," not in quantity.figure.of(text) and not _AMOUNT.search(before):
        return False
    large = figures >= 10_000 and bool(_AMOUNT.search(before) or before.endswith(" of "))
    return (quantity.noun != "" or large) and not _LABEL.search(before)
