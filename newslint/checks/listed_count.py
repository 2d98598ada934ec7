"""A count of things that are then listed, and are more or fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_NAME = r"(?:(?:[Tt]he|[Dd]r\.|[Mm]rs?\.|[Mm]s\.|[Ss]t\.)[ ])?[^\W\d_a-z](?:[\w'&-]|\.(?=[\w ]))*"
_SMALL = r"(?:of|the|de|la|van|von|der|del|al|bin|del|du|y|for|on|upon)"
_ITEM = rf"{_NAME}(?:[ ](?:{_SMALL}[ ]){{0,2}}{_NAME}){{0,4}}"
_LIST = compiled(
    r"(?:[ ][a-z'-]+){1,4}?[ ]?(?::|—|–|--|\(|[ ](?:are|were))[ ]?"
    rf"(?P<list>{_ITEM}(?:, (?!and ){_ITEM})*,? and {_ITEM})"
    r"(?=[.;)]|[ ]?[—–]|$)"
)
_PARTIAL = compiled(r"\b(?:such|like|[Aa]mong|including|other|first|top)\b")


class Parameters(Record):
    """The check has no parameters."""


class ListedCount(DocumentCheck[Parameters]):
    """Report "three towns: Lowick, Tarn, Wexcombe and Orley"."""

    kind = "listed-count"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the count, with the list as related place."""
        text = document.folded
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            for each in found.within(sentence):
                match = _LIST.match(text, each.span.end, sentence.end) if _counts(each) else None
                before = max(sentence.start, each.span.start - 15)
                if match is None or _PARTIAL.search(text, before, match.start("list")):
                    continue
                counts = _lengths(match["list"])
                if each.value not in counts and not _with_places(each.value, max(counts)):
                    place = Span(*match.span("list"))
                    values = {"found": each.span.of(document.text), "sum": str(min(counts))}
                    related = (Related(place, f"{min(counts)} are listed"),)
                    yield Hit(each.span, values, related=related)


def _counts(quantity: Quantity) -> bool:
    small = quantity.kind == "count" and 2 <= quantity.value <= 20 and quantity.low is None
    return small and quantity.hedge == "" and quantity.noun != ""


def _lengths(items: str) -> range:
    """Return how many things a list may name: a name may hold an "and" of its own."""
    commas = re.split(r", and |, ", items)
    least = len(commas) if ", and " in items else len(commas) + 1
    inner = sum(each.count(" and ") for each in commas[:-1])
    return range(least, least + inner + 1)


def _with_places(count: float, listed: int) -> bool:
    """Tell whether each thing may be listed with its place: "Paris, Texas, and Troy, Ohio"."""
    return listed == 2 * count
