"""One count of one thing given with two values."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.dates import dates
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_TAIL = compiled(
    r"[ -](?P<words>[a-z]+[ ](?:were|have been|had been|are)[ ](?:[a-z]+ed|[a-z]+en|hurt|held|shot|"
    r"sent|found|lost|taken|sunk|built|sold|cut))\b"
)
#: Words that make a count one of several, an earlier or a later one.
_OTHER = compiled(
    r"\b(?:another|other|others|more|additional|also|earlier|previous\w*|initial\w*|first|later|then|"
    r"last|since|so far|already|separate\w*|alone|including|each|both|only|remaining|rest|total|"
    r"combined|revised|up from|down from|compared|while|until|now|new|again|further|same|"
    r"average)\b",
    IGNORECASE,
)
_PROPER = compiled(r"(?<=[a-z,] )[A-Z][\w'-]+")
_TIMES = frozenset("years months weeks days hours minutes seconds times points percent".split())


class Parameters(Record):
    """The check has no parameters."""


class CountedTwice(DocumentCheck[Parameters]):
    """Report "12 people were killed" and "14 people were killed" in one article.

    Only where noun, verb and participle after the number agree, neither is hedged or quoted, and
    nothing in either sentence (a year, a place, "another") tells two events apart.
    """

    kind = "counted-twice"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other", "what"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the later count, with the first as related place."""
        first: dict[str, Quantity] = {}
        for each in document.layer(quantities).all:
            what = _counted(each, document)
            if not what:
                continue
            other = first.setdefault(what, each)
            if other.value != each.value and _one_event(other, each, document):
                values = {
                    "found": each.span.of(document.text),
                    "other": other.span.of(document.text),
                    "what": what,
                }
                yield Hit(each.span, values, related=(Related(other.span, "the first count"),))


def _counted(quantity: Quantity, document: Document) -> str:
    """Return the words that say what was counted, empty where that is not sure."""
    plain = quantity.kind == "count" and quantity.low is None and quantity.hedge == ""
    if not plain or not quantity.noun or quantity.noun in _TIMES or quantity.value < 2:
        return ""
    match = _TAIL.match(document.folded, quantity.span.end)
    if match is None or document.layer(quotes).quoted(quantity.span):
        return ""
    words = match["words"].lower()
    return words if words.split(" ")[0] == quantity.noun else ""


def _one_event(one: Quantity, two: Quantity, document: Document) -> bool:
    spans = [document.layer(sentences).at(each.span.start) for each in (one, two)]
    if spans[0] is None or spans[1] is None or spans[0] == spans[1]:
        return False
    told = [_told(span, document) for span in spans if span is not None]
    return None not in told and told[1] <= told[0]  # type: ignore[operator]


def _told(sentence: Span, document: Document) -> frozenset[str] | None:
    """Return the names in a sentence; None where it speaks of another count or time."""
    if _OTHER.search(document.folded, *sentence):
        return None
    dated = document.layer(dates).within(sentence)
    if any(each.year is not None or each.kind in ("month", "decade") for each in dated):
        return None
    return frozenset(_PROPER.findall(sentence.of(document.folded)))
