"""Measures whose figure stands in words: "a six-inch pipe"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.number_words import in_figures
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import opens_sentence
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

#: "Pounds" are a weight after these words, and sterling elsewhere.
_WEIGHS = compiled(
    r"\b(?:weigh(?:s|ed|ing|t of|t at)?|los(?:t|e|es|ing)|gain(?:ed|s|ing)?|shed|heavier by|"
    r"dropped)"
    r"[ ](?:(?:about|around|nearly|almost|only|just|some|over|at|in at|than|more|less|"
    r"up to)[ ]){0,3}$",
    IGNORECASE,
)
#: "Two acres' worth", "six feet under".
_UNMEASURED = compiled(r"'|[ ]under\b(?![ ](?:the|a|water|ground))")
_HEAVY = compiled(r"[ ](?:overweight|underweight|heavier|lighter|in weight)\b")
_OF_STUFF = compiled(r"[ ]of[ ](?!(?:debt|damage|income|savings|spending|public|taxpayer)\b)[a-z]")
#: "Two feet from", "two yards on the river": what may be counted and not measured.
_THING = compiled(
    r"(?:[ -](?:feet|foot|yards?|knots)\b)(?=[ ](?:and|in|on|at|where|were|was|that|which|who)\b"
    r"|[.,;:!?)])"
)
#: "Two F-16s": the letter begins a type's name.
_TYPE = compiled(r"-\d")
_OWNED = compiled(
    r"\b(?:his|her|its|their|my|our|your|both|own(?:s|ed)?|left|on|with|has|had)[ ]$", IGNORECASE
)


class Parameters(Record):
    """The parameters of a measure-figures rule."""

    dimensions: Annotated[
        tuple[str, ...], "Kinds of measures that take figures, by the dimension of the unit."
    ] = ("length", "mass", "area", "volume", "speed", "temperature", "power", "energy")
    least: Annotated[int, "The smallest number that must be in figures."] = 2


class MeasureFigures(DocumentCheck[Parameters]):
    """Report "a six-inch pipe" where the house writes figures before every unit."""

    kind = "measure-figures"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each measure in words, with its figure."""
        for each in document.layer(quantities).all:
            if self._is_measure(each, document.folded) and not opens_sentence(
                each.span.start, document
            ):
                found = each.span.of(document.text)
                unit = document.text[each.figure.end : each.span.end]
                right = f"{in_figures(each.value)}{unit}"
                yield Hit(each.span, {"found": found, "replacement": right}, right)

    def _is_measure(self, each: Quantity, text: str) -> bool:
        if each.unit is None or each.number.form != "words" or each.low is not None:
            return False
        if each.unit.dimension not in self.parameters.dimensions or each.number.scale:
            return False
        if _TYPE.match(text, each.span.end):
            return False
        words = each.span.of(text)
        loose = words[:1].isupper() or "dozen" in words
        if each.value < self.parameters.least or each.value >= 100 or loose:
            return False
        if _UNMEASURED.match(text, each.span.end):
            return False
        if each.currency or each.unit.name == "stone":
            return bool(
                _WEIGHS.search(text, max(0, each.span.start - 30), each.span.start)
                or _OF_STUFF.match(text, each.span.end)
                or _HEAVY.match(text, each.span.end)
            )
        start = max(0, each.span.start - 12)
        thing = _THING.match(text, each.figure.end)
        return not (thing and _OWNED.search(text, start, each.span.start))
