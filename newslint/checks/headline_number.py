"""A number in the headline that the story gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.annotate.arithmetic import interval
from newslint.annotate.company import company
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

#: What befell the people that a headline counts, by the stem of any word for it.
_FATES = {
    word: fate
    for fate, words in {
        "dead": "kill killed killing dead die dies died kills deaths perish perished",
        "hurt": "injured hurt wounded injures injuring injuries wounds wounding",
        "held": "arrested held detained arrests arresting",
        "missing": "missing",
        "rescued": "rescued",
        "charged": "charged",
        "jailed": "jailed",
        "evacuated": "evacuated",
        "infected": "infected",
    }.items()
    for word in words.split()
}
_FATE = compiled(rf"\b(?P<fate>{'|'.join(_FATES)})\b", IGNORECASE)
#: Before the number: "kills 12", "killing at least 13".
_DEED = compiled(
    r"\b(?P<fate>kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|arrest(?:s|ed|ing))[ ]"
    r"(?:at least |more than |about |some |over |nearly |up to )*$",
    IGNORECASE,
)
_TIMES = frozenset("years months weeks days hours minutes seconds times ways things words".split())
_FIRST_PARAGRAPHS = 6
_SAME_EVENT = 2.5


class Parameters(Record):
    """The check has no parameters."""


class HeadlineNumber(DocumentCheck[Parameters]):
    """Report a count in headline or standfirst that the story's opening gives otherwise.

    Silent where the story gives the headline's number anywhere, where either is hedged so that
    both may be true, and where the story has several numbers of the kind.
    """

    kind = "headline-number"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the headline's number, with the story's as related place."""
        parts = document.layer(structure)
        found = document.layer(quantities)
        body = [each for part in parts.of(Field.BODY) for each in found.within(part.span)]
        for part in parts.of(Field.HEADLINE, Field.STANDFIRST):
            for each in found.within(part.span):
                other = _contradiction(each, body, document)
                if other is not None:
                    values = {
                        "found": each.span.of(document.text),
                        "other": other.span.of(document.text),
                    }
                    yield Hit(
                        each.span, values, related=(Related(other.span, "the story's number"),)
                    )


def _contradiction(each: Quantity, body: Sequence[Quantity], document: Document) -> Quantity | None:
    if each.kind not in ("count", "money", "percent") or each.low is not None:
        return None
    if any(_says(other, each) for other in body):
        return None
    like = [other for other in body if _is_like(each, other, document)]
    values = {other.value for other in like}
    if len(values) != 1 or _may_both_be_true(each, like[0]):
        return None
    # Far fewer are some of them ("two were charged"), far more are another event's.
    near = max(each.value, like[0].value) <= _SAME_EVENT * min(each.value, like[0].value)
    return like[0] if near else None


def _says(other: Quantity, each: Quantity) -> bool:
    """Tell whether a number of the story may be the headline's, rounded or not."""
    if other.number.value == each.number.value or other.low == each.value:
        return True
    if each.kind == "count" and not each.number.scale:
        return each.loose > 1 and abs(other.value - each.value) <= each.loose / 2
    return interval(other, 0.05).meets(interval(each, 0.05))


def _is_like(each: Quantity, other: Quantity, document: Document) -> bool:
    """Tell whether a number of the story counts what the headline counts."""
    if other.kind != each.kind or other.low is not None:
        return False
    if other.block > _FIRST_PARAGRAPHS:
        return False
    if each.kind == "count":
        if each.noun in _TIMES or other.noun in _TIMES:
            return False
        fate = _fate(each, document)
        if fate:
            return fate == _fate(other, document)
        return False
    same = each.currency == other.currency
    shared = company(each, document) & company(other, document)
    return same and len(shared) >= 3


def _fate(quantity: Quantity, document: Document) -> str:
    """Return what befell those counted, by the first such word that follows the number."""
    block = document.blocks[quantity.block].span
    end = min(block.end, quantity.span.end + 40)
    after = re.split(r"[.;:]|, | and ", document.folded[quantity.span.end : end])[0]
    match = _FATE.search(after) or _DEED.search(
        document.folded, max(block.start, quantity.span.start - 30), quantity.span.start
    )
    return _FATES[match["fate"].lower()] if match else ""


def _may_both_be_true(each: Quantity, other: Quantity) -> bool:
    if "about" in (each.hedge, other.hedge):
        return abs(each.value - other.value) <= 0.3 * max(each.value, other.value)
    if "over" in (each.hedge, other.hedge):
        low, high = (each, other) if each.hedge == "over" else (other, each)
        return low.value <= high.value
    return "under" in (each.hedge, other.hedge)
