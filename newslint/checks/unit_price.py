"""A price for each, a number, and a total that they do not make."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.arithmetic import interval, show
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_AT = compiled(r"(?:[ -][a-z'-]+){0,4}[ ](?:at|for|costing|priced at)[ ](?:about )?", IGNORECASE)
_TOTAL = compiled(
    r"(?:[ ](?:each|apiece|a piece|per [a-z]+|an? [a-z]+))?,?[ ](?:for )?(?:a |or a |or |making a |"
    r"making |giving a )?(?:total(?: cost| price| bill)? of|totall?ing|in total,?|altogether,?)[ ]",
    IGNORECASE,
)
#: "Each of the 20 boats cost $500, for a total of"
_EACH_OF = compiled(r"\beach of the[ ]$", IGNORECASE)
_COST = compiled(r"(?:[ -][a-z'-]+){1,4}[ ](?:costs?|was sold for|sold for)[ ]", IGNORECASE)
_OR = compiled(r"(?:[ ](?:each|apiece|a piece))?,?[ ]or[ ]", IGNORECASE)
_EACH_FOR = compiled(r"[ ](?:each|apiece|a piece),?[ ]for[ ]", IGNORECASE)
_IN_ALL = compiled(r"[ ](?:in all|in total|altogether|overall)\b", IGNORECASE)
_EACH = compiled(r"[ ](?:each|apiece|a piece|per [a-z]+|an? [a-z]+)\b", IGNORECASE)


class Parameters(Record):
    """The check has no parameters."""


class UnitPrice(DocumentCheck[Parameters]):
    """Report "12 buses at $90,000 each, a total of $1.2 million"."""

    kind = "unit-price"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the total, with number and price as related places."""
        text = document.folded
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            within = found.within(sentence)
            for index in range(len(within) - 2):
                count, price, total = within[index : index + 3]
                if not _are_priced(text, count, price, total):
                    continue
                low = interval(count).low * interval(price).low
                high = interval(count).high * interval(price).high
                admitted = interval(total)
                if admitted.high < low or admitted.low > high:
                    yield _hit(count, price, total, document)


def _are_priced(text: str, count: Quantity, price: Quantity, total: Quantity) -> bool:
    kinds = count.kind == "count" and price.kind == total.kind == "money"
    if not kinds or price.currency != total.currency or count.hedge or price.hedge or total.hedge:
        return False
    gap = text[price.span.end : total.span.start]
    if _EACH_OF.search(text, max(0, count.span.start - 14), count.span.start):
        cost = _COST.fullmatch(text, count.span.end, price.span.start)
        return bool(cost and _TOTAL.fullmatch(gap))
    if not _EACH.match(gap) or not _AT.fullmatch(text, count.span.end, price.span.start):
        return False
    if _EACH_FOR.fullmatch(gap):
        return True
    or_ = _OR.fullmatch(gap) and _IN_ALL.match(text, total.span.end)
    return bool(or_ or _TOTAL.fullmatch(gap))


def _hit(count: Quantity, price: Quantity, total: Quantity, document: Document) -> Hit:
    made = count.value * price.value
    factors = f"{count.figure.of(document.text)} × {price.span.of(document.text)}"
    values = {
        "found": total.span.of(document.text),
        "sum": f"{factors} = {show(made, 5)}",
    }
    related = (Related(count.span, "the number"), Related(price.span, "the price of one"))
    return Hit(total.span, values, related=related)
