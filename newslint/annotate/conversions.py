"""Amounts given twice in one breath: "A$790 million ($628 million)", "5 miles, or 8 km"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.annotate.quantities import Quantity, quantities
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled


class Conversion(Record):
    """Two statements of one amount, the second in another currency or unit than the first.

    `direct` says that the second stands in brackets of its own or after "or", with nothing in
    between that it might be of.
    """

    first: Quantity
    second: Quantity
    direct: bool


_HEDGES = (
    r"(?:or|about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more than|just|"
    r"under|less than|at least|up to|equivalent to|equal to|equals|an estimated|currently|the|a|an|"
    r"as much as|only|then|worth|now|close to|some|i\.e\.|US|~|≈|=|±|\+/-)"
)
_OPEN = compiled(rf"(?P<words>(?:[ -][a-z][a-z'-]*){{0,4}})[ ]?[(\[][ ]?(?:{_HEDGES}[ ]?)*")
_OR = compiled(rf",?[ ](?:or|i\.e\.,?|that is,?)[ ](?:{_HEDGES}[ ])*|[ ]?[/=≈][ ]?")
_CLOSED = compiled(r"[ ]?[)\]]")
_NEXT = compiled(rf"(?:[,;][ ]|[ ]?/[ ]?|[ ]or[ ]|,[ ]or[ ])(?:{_HEDGES}[ ])*")
#: Two figures of one measure: "10 by 20 feet", "between 3 and 5 miles".
_TIMES = compiled(r"[ ]?(?:by|x|×|and|to|or|-|–)[ ]?|[ ]?feet[ ]by[ ]", IGNORECASE)
_FAR = 60


def conversions(document: Document) -> tuple[Conversion, ...]:
    """Return the conversions of a document in order."""
    found = document.layer(quantities).all
    return tuple(_conversions(document.folded, found))


def _conversions(text: str, found: tuple[Quantity, ...]) -> Iterator[Conversion]:
    for index, first in enumerate(found[:-1]):
        if not (first.currency or first.unit):
            continue
        second = found[index + 1]
        if second.span.start - first.span.end > _FAR or second.block != first.block:
            continue
        opened = _OPEN.fullmatch(text, first.span.end, second.span.start)
        if opened and _are_ends(text, found, index + 1):
            yield from _both_ends(text, found, index)
        elif opened and (second.unit or second.currency):
            yield from _bracketed(text, found, index, bool(opened["words"]))
        elif (several := _several(text, found, index)) is not None:
            yield from several
        elif _OR.fullmatch(text, first.span.end, second.span.start) and _kin(first, second):
            yield Conversion(first, second, direct=True)


def _bracketed(
    text: str, found: tuple[Quantity, ...], index: int, apart: bool
) -> Iterator[Conversion]:
    """Pair a quantity with each one in the bracket after it that says it again."""
    first = found[index]
    last = index + 1
    while True:
        second = found[last]
        closed = bool(_CLOSED.match(text, second.span.end))
        if _kin(first, second) or (closed and not apart and (second.unit and first.unit)):
            yield Conversion(first, second, direct=closed and not apart)
        last += 1
        if closed or last >= len(found):
            return
        if not _NEXT.fullmatch(text, second.span.end, found[last].span.start):
            return


def _are_ends(text: str, found: tuple[Quantity, ...], index: int) -> bool:
    """Tell whether a full amount is the lower end of a range: "$370m" in "$370m and $550m"."""
    if index + 1 >= len(found):
        return False
    low, high = found[index : index + 2]
    alike = _says(low) == _says(high) != ("", ())
    return alike and _TIMES.fullmatch(text, low.span.end, high.span.start) is not None


def _says(quantity: Quantity) -> tuple[str, tuple[str, ...]]:
    return quantity.currency, _names(quantity)


def _both_ends(text: str, found: tuple[Quantity, ...], index: int) -> Iterator[Conversion]:
    """Pair the ends of "between £200m and £300m ($370m and $550m)" one by one."""
    if index and _are_ends(text, found, index - 1):
        for one, other in zip(found[index - 1 : index + 1], found[index + 1 :], strict=False):
            if _kin(one, other):
                yield Conversion(one, other, direct=False)


def _kin(first: Quantity, second: Quantity) -> bool:
    """Tell whether both are money of different currencies, or measures of one dimension."""
    one, two = first.unit, second.unit
    measures = one is not None and two is not None and one.dimension == two.dimension
    if measures and _names(first) != _names(second):
        return True
    return bool(first.currency and second.currency and first.currency != second.currency)


def _names(quantity: Quantity) -> tuple[str, ...]:
    return quantity.unit.names if quantity.unit else ()


def _several(text: str, found: tuple[Quantity, ...], index: int) -> list[Conversion] | None:
    """Pair the figures of "10 by 20 feet (3 by 6 metres)" one by one."""
    last = found[index]
    group = _group(text, found, index + 1)
    if group is None or len(group) < 2:
        return None
    opened = _OPEN.fullmatch(text, last.span.end, group[0].span.start)
    if opened is None:
        return None
    before = _before(text, found, index, len(group))
    if before is None:
        return None
    return [
        Conversion(_as(one, last), _as(other, group[-1]), direct=False)
        for one, other in zip(before, group, strict=True)
    ]


def _group(text: str, found: tuple[Quantity, ...], index: int) -> list[Quantity] | None:
    """Return bare figures and the measure that ends them, up to the closing bracket."""
    group: list[Quantity] = []
    while index < len(found) and len(group) < 4:
        if group and not _TIMES.fullmatch(text, group[-1].span.end, found[index].span.start):
            return None
        group.append(found[index])
        if found[index].unit:
            return group if _CLOSED.match(text, found[index].span.end) else None
        index += 1
    return None


def _before(
    text: str, found: tuple[Quantity, ...], index: int, count: int
) -> list[Quantity] | None:
    last = found[index]
    if last.low is not None and count == 2:
        return [last._replace(value=last.low, low=None), last._replace(low=None)]
    first = index - count + 1
    if first < 0:
        return None
    group = list(found[first : index + 1])
    joined = all(
        _TIMES.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(group)
    )
    return group if joined else None


def _as(quantity: Quantity, like: Quantity) -> Quantity:
    """Give a bare figure the unit of the last in its group."""
    return quantity if quantity.unit else quantity._replace(unit=like.unit, kind=like.kind)
