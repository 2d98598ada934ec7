"""A sentence that opens with a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.dates import dates
from newslint.annotate.number_words import in_words
from newslint.annotate.numerals import CARDINALS
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: After an abbreviation the figure belongs to what stands before: "the S.&P. 500", "No. 10".
_SPLIT = compiled(r"(?:\b(?:[A-Z][a-z]{0,3}|pp|vs|[A-Za-z]\.[A-Za-z&.]{1,4})\.|['’])[ ]?$")
_OPENING = " \"“‘'("
#: A year in words at the head of a sentence; a thousand and more may be a count, so a verb follows.
_YEAR_IN_WORDS = compiled(
    r"(?:(?P<century>Nineteen|Twenty|Eighteen|Seventeen)[ -]"
    r"(?:(?:oh-?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|"
    r"four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|hundred)|Two[ ]thousand(?:[ ]and)?[ ](?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty(?:-[a-z]+)?))"
    r"(?=,?[ ](?:is|was|has|had|will|would|may|might|saw|brought|began|started|opened|closed|ended|"
    r"proved|turned|went|came|gave|became|marked|remains?|looked|passed|found)\b)"
)


class Parameters(Record):
    """The parameters of a sentence-start-number rule."""

    years: Annotated[
        bool, "Whether a year may open a sentence, and in figures only, as AP has it."
    ] = True
    judges: Annotated[
        Literal["all", "percentages", "others"], "Which numbers the rule looks at."
    ] = "all"
    words_to: Annotated[int, "The largest number that the fix writes in words."] = 100


class SentenceStartNumber(DocumentCheck[Parameters]):
    """Report a sentence that opens with a figure; small ones are written in words by the fix.

    Headlines are the rule's to leave out; a sum of money, whose symbol opens the sentence, and
    items of a numbered list stay silent.
    """

    kind = "sentence-start-number"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the figure that opens each sentence."""
        text = document.folded
        for sentence in document.layer(sentences).spans:
            start = sentence.start
            while start < sentence.end and text[start] in _OPENING:
                start += 1
            year = _YEAR_IN_WORDS.match(text, start) if self.parameters.years else None
            if year is not None:
                values = {"found": year.group(), "replacement": "the year in figures"}
                yield Hit(Span(*year.span()), values, _figures(year.group()))
            before = max(0, start - 8)
            if text[start : start + 1].isdigit() and not _SPLIT.search(text, before, start):
                yield from self._opening(start, document)

    def _opening(self, start: int, document: Document) -> Iterator[Hit]:
        if document.layer(dates).claims(start):
            yield from self._date(start, document)
            return
        each = document.layer(quantities).at(start)
        if each is None or _is_item(each, document.folded):
            return
        kind = "percentages" if each.kind == "percent" else "others"
        if self.parameters.judges in (kind, "all"):
            span = each.span if kind == "percentages" else each.figure
            yield _report(span, self._words(each, document.folded), document)

    def _date(self, start: int, document: Document) -> Iterator[Hit]:
        found = document.layer(dates).all
        end = next((each.span.end for each in found if each.span.start == start), 0)
        is_year = end - start == 4
        if (
            end
            and self.parameters.judges != "percentages"
            and not (is_year and self.parameters.years)
        ):
            yield _report(Span(start, end), "", document)

    def _words(self, each: Quantity, text: str) -> str:
        """Return a small whole count in words; empty for all other numbers."""
        whole = each.low is None and not each.number.scale and each.value == int(each.value)
        following = text[each.figure.end : each.figure.end + 1]
        counts = each.kind == "count" or (each.kind == "measure" and following in (" ", "-"))
        small = whole and counts and each.value <= self.parameters.words_to
        return in_words(int(each.value)).capitalize() if small else ""


def _is_item(each: Quantity, text: str) -> bool:
    """Tell whether a figure is the number of a list item, a time, or a name such as 3M."""
    following = text[each.figure.end : each.figure.end + 2]
    if each.kind == "count" and each.number.scale in ("K", "M", "B", "T"):
        return True
    return following[:1] == ":" or following in (". ", ") ")


def _figures(words: str) -> str:
    """Write a year in figures: "Nineteen seventy-six" as 1976."""
    first, *rest = (part for part in words.lower().replace("-", " ").split() if part != "and")
    tail = sum(CARDINALS.get(part, 0) for part in rest)
    return str((2000 if first == "two" else 100 * CARDINALS[first]) + tail)


def _report(span: Span, words: str, document: Document) -> Hit:
    found = span.of(document.text)
    values = {"found": found, "replacement": words or "the number in words, or another opening"}
    return Hit(span, values, words or None)
