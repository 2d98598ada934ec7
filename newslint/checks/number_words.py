"""Whether a count is written in words or in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.number_words import in_figures, in_words
from newslint.annotate.quantities import NAMED, Quantity, quantities
from newslint.annotate.sentences import opens_sentence, sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

#: Before a figure that names a thing rather than counts: "page 7", "Room 5", "No. 3", "grade 2".
_LABEL = compiled(
    r"(?:\b(?:page|chapter|number|no\.|room|gate|route|line|level|grade|type|class|phase|stage|step|"
    r"item|section|article|part|act|scene|size|channel|version|volume|issue|day|week|year|game|round|"
    r"match|set|Group of|ward|district|unit|bus|flight|age|aged|ages|at)|"
    rf"{NAMED})[ ]$"
)
_PAIRED = compiled(r"[ ]?(?:[-–—/:]|to|of|out of|in|and|or|for)[ ]?[\d]")
_BEFORE_PAIR = compiled(r"\d[ ]?(?:[-–—/:]|to|of|out of|in|and|or|for)[ ]?$")
#: Said loosely ("a hundred", "several hundred"), such a number stays in words.
_ROUND = compiled(r"(?:an?[ ])?(?:hundred|thousand)|.*\bdozen", IGNORECASE)
#: What shows that a number without a noun counts what was named before: "2 of the boats", "Of the
#: 40 aboard, seven died", "12 more".
_PRONOUN = compiled(
    r"[ ](?:of[ ](?:the|these|those|them|us|its|his|her|their|our|my|which|whom)|are|were|have|had|"
    r"came|went|died|drowned|survived|escaped|remain(?:ed)?|failed|stayed|left|more|others?)\b"
)
#: An age ("4 years old"), or part of a running time ("3 minutes 32 seconds"): figures everywhere.
_AGE_OR_TIME = compiled(
    r"[ ](?:(?:years?|months?|weeks?|days?)[ -](?:old|of age)\b"
    r"|(?:hours?|minutes?),?[ ](?:and[ ])?\d)"
)
_AFTER_TIME = compiled(r"\d[ ](?:hours?|minutes?),?[ ](?:and[ ])?$")
_DECIMAL = compiled(r"\d\.\d")
_REACH = 400


class Parameters(Record):
    """The parameters of a number-words rule."""

    words_to: Annotated[int, "The largest count in words: 9 for AP, 10 for The Economist."] = 9
    words_from: Annotated[int, "The smallest count that must be in words."] = 1
    one: Annotated[bool, "Whether “1” alone is judged too."] = True
    same_kind: Annotated[
        bool, "Whether small counts may keep figures beside a large one of the same noun."
    ] = True
    figures: Annotated[bool, "Whether counts above `words_to` in words are reported."] = True
    figures_for: Annotated[
        tuple[str, ...], "Nouns that always take figures, as points and scores do."
    ] = ("points", "degrees")
    limit: Annotated[int, "Counts above this are never judged (they are read as round)."] = 999


class NumberWords(DocumentCheck[Parameters]):
    """Report counts below the house's threshold in figures, and above it in words.

    Only numbers that count a thing are judged: dates, times, measures, money, percentages, scores,
    labels ("page 7") and numbers that open a sentence have rules of their own.
    """

    kind = "number-words"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each count in the wrong form, with the right one."""
        for each in document.layer(quantities).all:
            counts = _counts(each, document.folded)
            replacement = self._right(each, document) if counts else ""
            if replacement:
                found = each.figure.of(document.text)
                yield Hit(each.figure, {"found": found, "replacement": replacement}, replacement)

    def _right(self, each: Quantity, document: Document) -> str:
        value, rules = int(each.value), self.parameters
        if each.number.form == "figures":
            small = rules.words_from <= value <= rules.words_to and (value != 1 or rules.one)
            small = small and each.noun not in rules.figures_for
            if not small or _is_label(each, document.folded):
                return ""
            if rules.same_kind and self._beside_large(each, document):
                return ""
            return in_words(value)
        above = rules.figures and rules.words_to < value <= rules.limit
        above = above and not _is_named(each, document)
        above = above and _ROUND.fullmatch(each.figure.of(document.folded)) is None
        above = above and document.text[max(0, each.figure.start - 1)] != "-"  # nine-in-ten
        return in_figures(value) if above and not opens_sentence(each.span.start, document) else ""

    def _beside_large(self, each: Quantity, document: Document) -> bool:
        """Tell whether the sentence has a larger count of the same thing in figures."""
        sentence = document.layer(sentences).at(each.span.start)
        if sentence is None:
            return False
        start, end = each.span.start - _REACH, each.span.end + _REACH
        near = Span(max(sentence.start, start), min(sentence.end, end))
        return any(
            other.kind == "count"
            and other.noun == each.noun
            and other.value > self.parameters.words_to
            for other in document.layer(quantities).within(near)
        )


def _counts(quantity: Quantity, text: str) -> bool:
    plain = quantity.kind == "count" and quantity.low is None and not quantity.number.scale
    if not plain or quantity.value != int(quantity.value):
        return False
    return quantity.noun != "" or _PRONOUN.match(text, quantity.span.end) is not None


def _is_named(quantity: Quantity, document: Document) -> bool:
    """Tell whether a number in words has the capital of a name: "the Twelve Apostles"."""
    start = quantity.span.start
    return document.text[start].isupper() and not opens_sentence(start, document)


def _is_label(quantity: Quantity, text: str) -> bool:
    start, end = quantity.span
    if _DECIMAL.search(quantity.figure.of(text)) or text[end : end + 1] == "-":
        return True
    before = text[max(0, start - 24) : start]
    named = _LABEL.search(before) or _BEFORE_PAIR.search(before) or _PAIRED.match(text, end)
    figure = quantity.figure.end
    return bool(named or _AGE_OR_TIME.match(text, figure) or _AFTER_TIME.search(before))
