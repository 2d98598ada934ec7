"""One sum or count given twice, a thousand times apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from newslint.annotate.company import company
from newslint.annotate.conversions import conversions
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record

_SLIPS = (1e3, 1e6)
_SMALL = 1000  # below this a count is as likely to count something else
_FEW = 400  # above this many figures an article is a table, and pairs are chance


class Parameters(Record):
    """The parameters of a magnitude rule."""

    shared_words: Annotated[
        int, "How many content words must stand beside both figures; one more for a round figure."
    ] = 1


class Magnitude(DocumentCheck[Parameters]):
    """Report "$2.5 million" where the article says "$2.5 billion" of the same thing elsewhere.

    The figures must be the same but for a factor of a thousand or a million, and stand in the
    same company of words.
    """

    kind = "magnitude"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the figure that is alone, with one of the others as related place."""
        by_figure: dict[tuple[str, str, str], list[Quantity]] = {}
        for each in document.layer(quantities).all:
            if _may_slip(each):
                unit = each.unit.name if each.unit and not each.currency else ""
                key = (each.currency, unit, _digits(each.value))
                by_figure.setdefault(key, []).append(each)
        converted = {pair.second.span for pair in document.layer(conversions)}
        for group in by_figure.values():
            told = [each for each in group if each.span not in converted]
            if 2 <= len(told) <= _FEW:
                yield from self._slips(told, document)

    def _slips(self, group: Sequence[Quantity], document: Document) -> Iterator[Hit]:
        """Yield the figures of the value that stands less often, of the later one if none does."""
        values = Counter(each.value for each in group)
        order = {each.value: number for number, each in enumerate(group)}
        slips: set[Quantity] = set()
        for one, two in _pairs(group, values):
            rarer, other = sorted(
                (one, two), key=lambda each: (values[each.value], -order[each.value])
            )
            if rarer not in slips and self._are_one(one, two, document):
                slips.add(rarer)
                yield _hit(other, rarer, document)

    def _are_one(self, one: Quantity, two: Quantity, document: Document) -> bool:
        if one.per != two.per or one.hedge != two.hedge:
            return False
        within = document.layer(sentences)
        if within.at(one.span.start) == within.at(two.span.start):
            return False  # two sums in one sentence are of two things
        wanted = self.parameters.shared_words + (_figures(one) < 2)
        small = min(one.value, two.value) < _SMALL
        if one.kind == "count" and (one.noun != two.noun or small):
            wanted += 1
            if small and one.noun != two.noun:
                return False
        return len(company(one, document) & company(two, document)) >= wanted


def _pairs(
    group: Sequence[Quantity], values: Iterable[float]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the figures a slip apart, in order; values are compared before their places."""
    apart = {value: {each for each in values if _is_slip(value, each)} for value in values}
    for number, one in enumerate(group):
        if others := apart[one.value]:
            yield from ((one, two) for two in group[number + 1 :] if two.value in others)


def _is_slip(one: float, two: float) -> bool:
    ratio = max(one, two) / min(one, two)
    return any(abs(ratio / slip - 1) < 1e-9 for slip in _SLIPS)


def _may_slip(quantity: Quantity) -> bool:
    if quantity.kind not in ("money", "count", "measure") or quantity.low is not None:
        return False
    if quantity.kind == "count" and not (quantity.noun or quantity.number.scale):
        return False
    figures = quantity.number.form == "figures" or bool(quantity.number.scale)
    return figures and quantity.value > 0 and not quantity.per


def _figures(quantity: Quantity) -> int:
    """Count the figures before the zeros that only show magnitude: 2 for "3.0", 1 for "30"."""
    return len(f"{quantity.value / quantity.loose:.0f}")


def _digits(value: float) -> str:
    """Return a value's digits without its magnitude, by which slips are alike."""
    return f"{value:.9e}".split("e", maxsplit=1)[0]


def _hit(one: Quantity, two: Quantity, document: Document) -> Hit:
    values = {"found": two.span.of(document.text), "other": one.span.of(document.text)}
    return Hit(two.span, values, related=(Related(one.span, "the same figure here"),))
