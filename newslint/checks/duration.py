"""Years that do not make the time between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.annotate.dates import WEEKDAYS, article_date
from newslint.annotate.numerals import CARDINALS, numerals
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})(?:-[a-z]+)?"
_NTH = r"(?:\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))"
_START = r"(?:founded|established|opened|created|formed|launched|built|set up|incorporated|started)"
_FROM = rf"in (?P<start>{_YEAR})\b[^.;]{{0,80}}?\b"
_SPAN = rf"from (?P<start>{_YEAR}) (?:to|until) (?P<end>{_YEAR})"
_AT_AGE = rf"(?:at the age of|at age|at|aged) (?P<count>{_COUNT})\b"
_IN_END = rf"in (?P<end>{_YEAR})\b"
_MARKED = rf"(?:celebrat|mark)\w+ its (?P<count>{_NTH}) (?:anniversary|birthday)"
_LONG = r"(?P<count>\d{1,3}|[a-z]+)-year (?:period|span|stretch)\b"
_BORN = rf"born in (?P<start>{_YEAR})\b"
_AFTER = rf"after (?P<count>{_COUNT}) years\b"
_MAKING = r"(?:or |a (?:total|span|period|stretch) of |that is )"
_PATTERNS = [
    compiled(rf"(?:\b|(?=\())(?:{source})", IGNORECASE)
    for source in (
        rf"{_FROM}(?P<count>{_COUNT}) years later,? {_IN_END}",
        rf"{_START} {_FROM}(?:turned|turns) (?P<count>{_COUNT})(?: years old)? {_IN_END}",
        rf"{_START} {_FROM}{_MARKED} {_IN_END}",
        rf"{_START} {_FROM}{_MARKED} (?:this year|on (?:{'|'.join(WEEKDAYS)}))\b",
        rf"\((?P<start>{_YEAR})[-–](?P<end>{_YEAR})\) died {_AT_AGE}",
        rf"born {_FROM}died in (?P<end>{_YEAR}),? {_AT_AGE}",
        rf"turned (?P<count>{_COUNT}) {_IN_END}[^.;]{{0,60}}?\b{_BORN}",
        rf"{_FROM}(?:closed|died|ended|resigned|retired|left|stepped down) {_IN_END},? {_AFTER}",
        rf"between (?P<start>{_YEAR}) and (?P<end>{_YEAR}),? an? {_LONG}",
        rf"{_SPAN},? {_MAKING}(?P<count>{_COUNT}) years\b",
        rf"(?:for|over|in|lasted|served|ran) (?:the )?(?P<count>{_COUNT}) years,? {_SPAN}\b",
        rf"(?P<count>{_COUNT}) years ago,? in (?P<start>{_YEAR})\b",
        rf"in (?P<start>{_YEAR}),? (?P<count>{_COUNT}) years ago\b",
    )
]
_WORDS = ("year", " died ", " turn", "anniversary", "birthday")
_HEDGED = compiled(
    r"\b(?:about|around|some|nearly|almost|over|more than|roughly|at least)[ ]$", IGNORECASE
)


class Parameters(Record):
    """The check has no parameters."""


class Duration(DocumentCheck[Parameters]):
    """Report "founded in 2012, turned 20 in 2022" and "30 years ago, in 2005"."""

    kind = "duration"
    parameters_type = Parameters
    placeholders = frozenset({"found", "start", "end", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the number of years, with the years it should join as related places."""
        text = document.folded
        published = article_date(document, context)
        for sentence in document.layer(sentences).spans:
            words = sentence.of(text)
            if not any(word in words for word in _WORDS):
                continue
            for pattern in _PATTERNS:
                for match in pattern.finditer(text, sentence.start, sentence.end):
                    hit = _judged(match, document, published.year if published else None)
                    if hit is not None:
                        yield hit


def _judged(match: regex.Match[str], document: Document, published: int | None) -> Hit | None:
    groups = match.groupdict()
    start = int(groups["start"])
    end = int(groups["end"]) if groups.get("end") else published
    count = _value(groups["count"])
    place = Span(*match.span("count"))
    hedged = _HEDGED.search(document.folded, max(0, place.start - 12), place.start)
    if end is None or count is None or hedged or abs(end - start - count) <= 1:
        return None
    values = {
        "found": place.of(document.text),
        "start": str(start),
        "end": str(end),
        "sum": str(end - start),
    }
    names = [name for name in ("start", "end") if groups.get(name)]
    related = tuple(
        sorted(Related(Span(*match.span(name)), "counted with this year") for name in names)
    )
    return Hit(place, values, related=related)


def _value(words: str) -> float | None:
    found = next(numerals(words, 0, len(words)), None)
    return found.value if found else None
