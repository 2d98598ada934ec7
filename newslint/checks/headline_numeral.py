"""A number in words in a headline that takes figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.number_words import in_figures
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: Idioms and names: "back to square one", "World War Two", "Big Four banks".
_IDIOM = compiled(
    r"\b(?:square|number|one|phase|part|plan|take|day|war|chapter|act|zero|no\.?)[ ]$"
)
_AGE_BEFORE = compiled(r"[A-Za-z']+(?:, (?:aged )?|(?:, \w+)+,? and )$")
_AGE_AFTER = compiled(r",|[ ](?:and|or)[ ]\w+,|$|[.;:]")

_KINDS = {"all": ("count", "measure", "percent"), "ages": ("count",)}


class Parameters(Record):
    """The parameters of a headline-numeral rule."""

    which: Annotated[
        Literal["all", "ages"], "All numbers from two on, or ages alone: “Girl, eight, saved”."
    ] = "all"


class HeadlineNumeral(DocumentCheck[Parameters]):
    """Report "Storm kills four" where the house writes figures in headlines.

    Names ("Seven Sisters", "Big Four") and idioms stay as they are. In a headline with capitals
    throughout a number with a capital is no name.
    """

    kind = "headline-numeral"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each number in words, with its figure."""
        for part in document.layer(structure).of(Field.HEADLINE):
            for each in document.layer(quantities).within(part.span):
                if self._judged(each, part.span, document.folded):
                    found = each.figure.of(document.text)
                    right = in_figures(each.value)
                    yield Hit(each.figure, {"found": found, "replacement": right}, right)

    def _judged(self, each: Quantity, headline: Span, text: str) -> bool:
        if each.number.form != "words" or each.number.scale:
            return False
        if each.kind not in _KINDS[self.parameters.which]:
            return False
        start, end = each.figure
        if each.low is not None or each.value < 2 or text[end : end + 1] == "-":
            return False
        before = text[headline.start : start]
        if self.parameters.which == "ages":
            return bool(_AGE_BEFORE.search(before) and _AGE_AFTER.match(text, end, headline.end))
        if _IDIOM.search(before.lower()):
            return False
        return not _is_name(each, headline, text)


def _is_name(each: Quantity, headline: Span, text: str) -> bool:
    start, end = each.figure
    if not text[start].isupper() or not _in_sentence_case(headline, text):
        return False
    return start > headline.start or text[end + 1 : end + 2].isupper()


def _in_sentence_case(headline: Span, text: str) -> bool:
    """Tell whether more words of a headline are lower case than a title in capitals has."""
    words = text[headline.start : headline.end].split()
    lower = sum(len(word) > 3 and word.islower() for word in words)
    return 3 * lower >= len(words)
