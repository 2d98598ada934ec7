"""A currency that is said twice: "$40 million dollars"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.currencies import DOLLAR, currency_after
from newslint.annotate.quantities import quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record


class Parameters(Record):
    """The check has no parameters."""


class CurrencyDoubled(DocumentCheck[Parameters]):
    """Report a sum with its symbol before and the same currency in words after it."""

    kind = "currency-doubled"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each such sum; the fix drops the words."""
        text = document.folded
        for each in document.layer(quantities).all:
            joined = text[each.span.end : each.span.end + 1] == "-"  # "a $15 dollar-store vase"
            if not each.symbol or joined or each.span.end == each.figure.end:
                continue
            after = currency_after(text, each.figure.end, each.span.end)
            if after is None or after[0].parts != 1.0 or not _same(after[0].code, each.currency):
                continue
            replacement = document.text[each.span.start : each.figure.end]
            found = each.span.of(document.text)
            yield Hit(each.span, {"found": found, "replacement": replacement}, replacement)


def _same(word: str, sign: str) -> bool:
    """Tell whether the words add nothing: a bare dollar may be any country's."""
    return word == sign or (word == DOLLAR and sign.endswith("D"))
