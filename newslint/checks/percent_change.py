"""A change whose percentage is not what its two amounts make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.arithmetic import Interval, interval, show
from newslint.annotate.changes import Change, changes
from newslint.annotate.quantities import Quantity
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related, Severity
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

#: In such company an amount may fall while what it measures rises, or was restated in between.
_TURNED = compiled(
    r"\b(?:yen|dollar|euro|pound|sterling|mark|franc|peso|currency|exchange|yield|yields|loss|"
    r"losses|deficit|against)\b",
    IGNORECASE,
)
_RESTATED = compiled(
    r"\b(?:split|adjust\w*|inflation|currency-neutral|constant currenc\w+|like-for-like|organic\w*|"
    r"same-store|comparable|excluding|annuali[sz]ed|annual (?:rate|pace))\b",
    IGNORECASE,
)


class Parameters(Record):
    """The parameters of a percent-change rule."""

    hedged: Annotated[
        float, "How far a hedged percentage (“about 20%”) may be off, as a share of it."
    ] = 0.15


class PercentChange(DocumentCheck[Parameters]):
    """Report "grew 8.7 percent to $4.9 billion from $4.1 billion", which is 19.5 percent."""

    kind = "percent-change"
    parameters_type = Parameters
    placeholders = frozenset({"found", "start", "end", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the percentage or multiple, with both amounts as related places."""
        for change in document.layer(changes):
            sentence = change.sentence.of(document.folded)
            if change.start.value <= 0 or change.end.value < 0 or _RESTATED.search(sentence):
                continue
            ratio = _admitted(change.end).over(_admitted(change.start))
            if change.by is None:
                wrong = _multiple_wrong(change, ratio)
            elif change.start.kind == "percent":
                yield from self._points(change, document)
                continue
            elif change.by.kind == "percent":
                wrong = self._wrong(change, ratio, sentence)
            else:
                yield from _amount(change, document)
                continue
            if wrong:
                yield _hit(change, document)

    def _wrong(self, change: Change, ratio: Interval, sentence: str) -> bool:
        assert change.by is not None
        moved = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
        stated = self._stated(change)
        falls = Interval(-stated.high, -stated.low)
        if change.rises is None:
            return not (moved.meets(stated) or moved.meets(falls))
        wanted, turned = (stated, falls) if change.rises else (falls, stated)
        if moved.meets(wanted):
            return False
        if _TURNED.search(sentence):
            inverse = Interval((1 / ratio.high - 1) * 100, (1 / ratio.low - 1) * 100)
            return not (moved.meets(turned) or inverse.meets(wanted) or inverse.meets(turned))
        return True

    def _stated(self, change: Change) -> Interval:
        """Return what the percentage admits: its last digit, more where anything is hedged."""
        by = change.by
        assert by is not None
        room = by.step
        if by.hedge or change.start.hedge or change.end.hedge:
            room = max(room, by.loose, by.value * self.parameters.hedged)
        high = by.value * 1.5 + room if by.hedge == "over" else by.value + room
        return Interval(by.value - room, high)

    def _points(self, change: Change, document: Document) -> Iterator[Hit]:
        """Judge a change between two percentages, which is counted in percentage points."""
        assert change.by is not None
        start, end = interval(change.start), interval(change.end)
        moved = abs(change.end.value - change.start.value)
        room = (start.high - start.low + end.high - end.low) / 2
        stated = self._stated(change)
        if stated.meets(Interval(moved - room, moved + room)):
            if change.by.kind == "points" or moved == 0:
                return
            ratio = end.over(start)
            relative = Interval(abs(ratio.low - 1) * 100, abs(ratio.high - 1) * 100)
            if stated.meets(Interval(*sorted(relative))):
                return
            message = (
                "From {start} to {end} is {sum} percentage points, not {found}: "
                "write “percentage points”."
            )
            hit = _hit(change, document, message, show(moved))
            yield hit._replace(severity=Severity.SUGGESTION)
            return
        if change.by.kind == "points":
            message = "From {start} to {end} is {sum} percentage points, not {found}."
            yield _hit(change, document, message, show(moved))
        elif self._wrong(change, end.over(start), change.sentence.of(document.folded)):
            yield _hit(change, document)


def _amount(change: Change, document: Document) -> Iterator[Hit]:
    """Judge "rose by $20 million to $100 million from $90 million"."""
    by, start, end = change.by, change.start, change.end
    assert by is not None
    if by.kind != end.kind or by.currency != end.currency or by.unit != end.unit:
        return
    if by.hedge or start.hedge or end.hedge:
        return
    room = interval(by), interval(start), interval(end)
    moved = abs(end.value - start.value)
    if abs(moved - by.value) > sum(each.high - each.low for each in room) / 2:
        message = "From {start} to {end} is a change of {sum}, not “{found}”."
        yield _hit(change, document, message, show(moved))


def _admitted(quantity: Quantity) -> Interval:
    found = interval(quantity)
    return found.widened(0.02) if quantity.hedge else found


def _multiple_wrong(change: Change, ratio: Interval) -> bool:
    """Tell whether "doubled", "nearly tripled", "more than halved" is not what happened."""
    factor = change.factor
    if factor < 1:
        admitted = {"over": Interval(0.2, 0.515), "under": Interval(0.48, 0.63)}
        return not admitted.get(change.hedge, Interval(0.42, 0.58)).meets(ratio)
    admitted = {
        "over": Interval(factor * 0.97, factor * 1.03 + 1),
        "under": Interval(factor * 0.78, factor * 1.01),
        "about": Interval(factor * 0.8, factor * 1.2),
    }
    exact = Interval(factor * 0.87, factor * 1.15)
    return not admitted.get(change.hedge, exact).meets(ratio)


def _hit(change: Change, document: Document, message: str = "", total: str = "") -> Hit:
    percent = (change.end.value / change.start.value - 1) * 100
    way = "a rise" if percent >= 0 else "a fall"
    values = {
        "found": change.place.of(document.text),
        "start": change.start.span.of(document.text),
        "end": change.end.span.of(document.text),
        "sum": total or f"{way} of {show(abs(percent))} percent",
    }
    related = tuple(
        sorted(
            (
                Related(change.start.span, "the amount before"),
                Related(change.end.span, "the amount after"),
            )
        )
    )
    return Hit(change.place, values, related=related, message=message)
