"""How a range is written: dash, hyphen or "to", and years in two figures or four."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.dates import DateMention, dates
from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_JOINER = compiled(r"(?<=[\w%])[ ]?(?P<mark>[-–—])[ ]?(?=[\d$£€])")
_MARKS = {"en": "–", "hyphen": "-", "to": " to "}
#: A pair of figures before these is a score or a vote, after which houses differ less.
_SCORE = compiled(
    r"[ -](?:win|loss|victory|defeat|lead|draw|tie|vote|decision|ruling|record|margin|split|score|"
    r"triumph|majority|advantage)\b",
    IGNORECASE,
)
_YEARS = compiled(r"(?P<first>\d{4})(?P<mark>[-–])(?P<second>\d{4}|\d\d)")
Mark = Literal["en", "hyphen", "to", "any"]


class Parameters(Record):
    """The parameters of a range-form rule."""

    mark: Annotated[Mark, "Between two numbers: 10–15 (en), 10-15 (hyphen), 10 to 15 (to)."] = "any"
    dates: Annotated[Mark, "Between two days or years."] = "any"
    years: Annotated[
        Literal["short", "full", "any"],
        "`short` writes 1996–99 unless the century turns, `full` 1996–1999.",
    ] = "any"


class RangeForm(DocumentCheck[Parameters]):
    """Report ranges that are not written as the house writes them. Scores stay silent."""

    kind = "range-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each range in the wrong form, with the right one."""
        for each in document.layer(quantities).all:
            if _is_range(each, document.folded):
                yield from _told(each.figure, self._joined(each.figure, document), document)
        for mention in document.layer(dates).all:
            if mention.last_day is not None or mention.last_year is not None:
                yield from _told(mention.span, self._dated(mention, document), document)

    def _joined(self, span: Span, document: Document) -> str:
        if self.parameters.mark == "any":
            return ""
        return _JOINER.sub(_MARKS[self.parameters.mark], span.of(document.text))

    def _dated(self, mention: DateMention, document: Document) -> str:
        found = mention.span.of(document.text)
        years = _YEARS.fullmatch(found)
        if years and self.parameters.years != "any":
            found = years["first"] + years["mark"] + self._second(years["first"], years["second"])
        if self.parameters.dates == "any":
            return found
        return _JOINER.sub(_MARKS[self.parameters.dates], found)

    def _second(self, first: str, second: str) -> str:
        if self.parameters.years == "full":
            return second if len(second) == 4 else first[:2] + second
        return second[2:] if len(second) == 4 and second[:2] == first[:2] else second


def _is_range(quantity: Quantity, text: str) -> bool:
    if quantity.low is None or quantity.low >= quantity.value:
        return False
    return _SCORE.match(text, quantity.span.end) is None


def _told(span: Span, right: str, document: Document) -> Iterator[Hit]:
    found = span.of(document.text)
    if right and right != found:
        yield Hit(span, {"found": found, "replacement": right}, right)
