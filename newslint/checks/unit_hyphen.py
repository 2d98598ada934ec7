"""The hyphen between a number and its unit before a noun: "a 5-mile walk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_TIMES = compiled(
    r"[ ](?P<unit>day|week|month|year|hour|minute|second|storey|story|member|seat|lane|"
    r"bedroom)(?=[ ](?P<noun>[a-z]+))"
)
_AGE = compiled(r"(?P<first>[ -])year(?P<second>[ -])old(?P<plural>s?)\b", IGNORECASE)
_NEXT = compiled(r"[ ](?P<noun>[a-z]+)")
_NO_NOUNS = frozenset(
    "of from to in and or away long wide tall high deep thick ago old at for on off by before "
    "after into under over above below per each every north south east west up down with is was "
    "are were as than that which who between through across around about out so but if when "
    "while".split()
)
_ARTICLE = compiled(
    r"\b(?:an?|the|his|her|its|their|our|my|your|this|that|another|each|every|one|'s)[ ]"
    r"(?:[a-z]+[ ])?$",
    IGNORECASE,
)


class Parameters(Record):
    """The parameters of a unit-hyphen rule."""

    measures: Annotated[bool, "Whether “a 5 mile walk” is reported."] = True
    times: Annotated[bool, "Whether “a three day visit” is reported."] = True
    ages: Annotated[bool, "Whether “a 29 year old man” is reported."] = True


class UnitHyphen(DocumentCheck[Parameters]):
    """Report a number and singular unit that stand before a noun without a hyphen.

    Only behind an article or the like, where the two can be nothing else than one adjective.
    """

    kind = "unit-hyphen"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield number and unit, with the hyphens they lack."""
        text = document.folded
        for each in document.layer(quantities).all:
            end = self._end(each, text)
            if not end:
                continue
            span = Span(each.figure.start, end)
            found = span.of(document.text)
            tail = text[each.figure.end : end].replace(" ", "-")
            replacement = each.figure.of(document.text) + tail
            if replacement != found:
                yield Hit(span, {"found": found, "replacement": replacement}, replacement)

    def _end(self, each: Quantity, text: str) -> int:
        """Return where the adjective ends, 0 where the number begins none."""
        if each.low is not None or each.number.form not in ("figures", "words"):
            return 0
        age = _AGE.match(text, each.figure.end)
        if age and self.parameters.ages:
            noun = _NEXT.match(text, age.end())
            before = _ARTICLE.search(text, max(0, each.figure.start - 24), each.figure.start)
            follows = noun is not None and noun["noun"] not in _NO_NOUNS
            return age.end() if age["plural"] or before or follows else 0
        if not _ARTICLE.search(text, max(0, each.figure.start - 24), each.figure.start):
            return 0
        if each.kind == "measure" and self.parameters.measures:
            return self._measure_end(each, text)
        times = _TIMES.match(text, each.figure.end) if each.kind == "count" else None
        if times and self.parameters.times and times["noun"] not in _NO_NOUNS:
            return times.end("unit")
        return 0

    def _measure_end(self, each: Quantity, text: str) -> int:
        form = text[each.figure.end : each.span.end]
        plural = form.endswith(("s", "eet")) or each.unit is None or each.unit.symbol
        noun = _NEXT.match(text, each.span.end)
        if plural or noun is None or noun["noun"] in _NO_NOUNS:
            return 0
        return each.span.end
