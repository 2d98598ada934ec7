"""A share that is not what its part and its whole make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.annotate.arithmetic import Interval, interval, show
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_LEAD = (
    r"(?:about |around |roughly |nearly |almost |just |over |under |more than |less than |some |"
    r"only )*"
)
_OF = compiled(
    r"(?:[ ][a-z-]+){0,3}[ ](?:out )?of "
    r"(?:the |its |their |his |her |our |all |a total of |those |these )*"
    rf"(?:[a-z-]+ ){{0,2}}{_LEAD}",
    IGNORECASE,
)
_ASIDE = compiled(
    rf"(?:[ -][A-Za-z'-]+){{0,5}}[ ]?(?:\(|,? or |[—–-] ?|, that is )(?:or )?{_LEAD}", IGNORECASE
)
_BRACKET = compiled(rf"(?:[ -][A-Za-z'-]+){{0,4}}[ ]?(?:\(|, or ){_LEAD}", IGNORECASE)
#: "Of the 40 members, 12 (30 percent) voted."
_FIRST = compiled(r"\b(?:[Oo]f|[Aa]mong)[ ](?:the |its |their |all |about |some |those )*$")
_THEN = compiled(rf"(?:[ -][A-Za-z'-]+){{1,5}},[ ]{_LEAD}")
_OF_MORE = compiled(r"[ ](?:of|in|for|from|to|more|less|higher|lower|up|down)\b")


class Parameters(Record):
    """The parameters of a share-of rule."""

    hedged: Annotated[float, "How far a hedged share may be off, as a share of it."] = 0.15


class ShareOf(DocumentCheck[Parameters]):
    """Report "12 of the 30 seats (45 percent)", and a share of the same written the other way."""

    kind = "share-of"
    parameters_type = Parameters
    placeholders = frozenset({"found", "part", "whole", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the share, with part and whole as related places."""
        text = document.folded
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            within = found.within(sentence)
            for index in range(len(within) - 2):
                three = _three(text, within[index : index + 3])
                if three is not None and self._wrong(*three):
                    yield _hit(*three, document)

    def _wrong(self, part: Quantity, whole: Quantity, share: Quantity) -> bool:
        if not 0 < part.value <= whole.value:
            return False
        ratio = interval(part).over(interval(whole))
        factor = 100.0 if share.kind == "percent" else 1.0
        value = share.value
        room = share.step if factor > 1 else value * 0.1
        if part.hedge or whole.hedge or share.hedge:
            room = max(room, share.loose, value * self.parameters.hedged)
        high = value + room + (value * 0.3 if share.hedge == "over" else 0)
        return not Interval(value - room, high).meets(
            Interval(ratio.low * factor, ratio.high * factor)
        )


def _three(text: str, three: Sequence[Quantity]) -> tuple[Quantity, Quantity, Quantity] | None:
    """Tell part, whole and share apart in "X of Y (Z%)", "Z% (X of Y)", "Z% of Y (X)"."""
    one, two, last = three
    gaps = text[one.span.end : two.span.start], text[two.span.end : last.span.start]
    if _is_share(last) and _FIRST.search(text, max(0, one.span.start - 30), one.span.start):
        told = _THEN.fullmatch(gaps[0]) and _ASIDE.fullmatch(gaps[1])
        return (two, one, last) if told and _compares(two, one) else None
    if _is_share(last):
        told = _OF.fullmatch(gaps[0]) and _ASIDE.fullmatch(gaps[1])
        return (one, two, last) if told and _ends(text, last) and _compares(one, two) else None
    if not _is_share(one) or not _compares(two, last):
        return None
    if _BRACKET.fullmatch(gaps[0]) and _OF.fullmatch(gaps[1]):
        return two, last, one
    closed = text[last.span.end : last.span.end + 1] in (")", ",")
    if closed and _OF.fullmatch(gaps[0]) and _BRACKET.fullmatch(gaps[1]):
        return last, two, one
    return None


def _is_share(quantity: Quantity) -> bool:
    small = quantity.kind == "fraction" and quantity.number.step >= 0.05
    return (quantity.kind == "percent" or small) and quantity.low is None


def _compares(part: Quantity, whole: Quantity) -> bool:
    if part.low is not None or whole.low is not None:
        return False
    if part.kind == whole.kind == "count":
        return True
    same = part.currency == whole.currency and part.unit == whole.unit
    return part.kind == whole.kind and part.kind in ("money", "measure") and same


def _ends(text: str, share: Quantity) -> bool:
    """Tell whether the share is of the whole just named, not of something that follows it."""
    return _OF_MORE.match(text, share.span.end) is None


def _hit(part: Quantity, whole: Quantity, share: Quantity, document: Document) -> Hit:
    values = {
        "found": share.span.of(document.text),
        "part": part.span.of(document.text),
        "whole": whole.span.of(document.text),
        "sum": f"{show(100 * part.value / whole.value)} percent",
    }
    related = tuple(sorted((Related(part.span, "the part"), Related(whole.span, "the whole"))))
    return Hit(share.span, values, related=related)
