"""A measure given in two units that are not the same amount."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate import units
from newslint.annotate.arithmetic import show, significant
from newslint.annotate.conversions import Conversion, conversions
from newslint.annotate.quantities import Quantity
from newslint.annotate.units import Unit
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

#: Words beside a temperature that make it a rise or a fall, which converts without the 32 degrees.
_DIFFERENCE = compiled(
    r"\b(?:warm(?:ing|ed|er|s)?|ris(?:e|en|es|ing)|rose|increas\w+|above|below|cool(?:er|ed|ing|s)?|"
    r"hotter|colder|higher|lower|drop(?:ped|s)?|fell|fall(?:en|s)?|differen\w+|plus or minus|"
    r"within|limit(?:ed|ing|s)?|target|goal|anomal\w+|swing|range|vari\w+|average|by|climb\w*|"
    r"change\w*|degrees? of)\b|[±+]",
    IGNORECASE,
)
_BESIDE = 90
#: A figure this near to a conversion into another unit is one; further off it may be chance.
_BY_CHANCE = 0.03


class Parameters(Record):
    """The parameters of a unit-conversion rule."""

    round_share: Annotated[
        float, "How far a round figure (60, 100) may be off, as a share of it."
    ] = 0.1


class UnitConversion(DocumentCheck[Parameters]):
    """Report "5,380 miles or 9,970 km": a conversion further off than rounding explains."""

    kind = "unit-conversion"
    parameters_type = Parameters
    placeholders = frozenset({"first", "second", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the converted figure, with the figure it was converted from as related."""
        for pair in document.layer(conversions):
            first, second = pair.first, pair.second
            if first.unit is None or second.unit is None or _other_currency(pair):
                continue
            sums = self._sums(pair, document)
            if sums and self._wrong(first, second, sums):
                yield _hit(pair, document, sums)
            elif not sums and pair.direct:
                yield from self._mistaken_units(pair, document)

    def _sums(self, pair: Conversion, document: Document) -> tuple[float, ...]:
        """Convert the first figure into the second's unit, under every reading."""
        first, second = pair.first, pair.second
        assert first.unit is not None
        assert second.unit is not None
        source, target = first.unit, second.unit
        if source.names == target.names:
            return ()
        if source.dimension == "temperature":
            source, target = _scales(source, target)
            if source.name == target.name:
                return ()
            around = document.folded[max(0, first.span.start - _BESIDE) : second.span.end + _BESIDE]
            points = units.conversions(first.value, source, target)
            if _DIFFERENCE.search(around):
                return (*points, *units.differences(first.value, source, target))
            return points
        if source.dimension != target.dimension:
            return ()
        return units.conversions(first.value, source, target)

    def _mistaken_units(self, pair: Conversion, document: Document) -> Iterator[Hit]:
        """Report "5 miles (8 miles)" and "5 miles (8 kg)" where 8 km would be right."""
        first, second = pair.first, pair.second
        for one, other in ((first, second), (second, first)):
            assert one.unit is not None
            for name in _USUAL.get(one.unit.name, ()):
                unit = Unit((name,), one.unit.dimension, symbol=False)
                sums = units.conversions(one.value, one.unit, unit)
                near = min((abs(each - other.value) for each in sums), default=0.0)
                if sums and near <= _BY_CHANCE * abs(other.value):
                    yield _wrong_unit(other, one, name, document)
                    return

    def _wrong(self, first: Quantity, second: Quantity, sums: tuple[float, ...]) -> bool:
        return all(
            abs(each - second.value) > self._room(first, second, each) * 1.001 for each in sums
        )

    def _room(self, first: Quantity, second: Quantity, converted: float) -> float:
        """Return how far the two may lie apart: what rounding either figure explains."""
        assert second.unit is not None
        ratio = abs(converted / first.value) if first.value else 0.0
        if second.unit.dimension == "temperature":
            ratio = 1.8 if "F" in second.unit.name else 1 / 1.8
        strict = second.step / 2 + ratio * first.step / 2
        loose = _rounded_to(second) / 2 + ratio * _rounded_to(first) / 2
        return max(strict, min(loose, self.parameters.round_share * abs(second.value)))


#: The units that a measure is usually converted into.
_USUAL = {
    "mile": ("kilometer",), "kilometer": ("mile",), "foot": ("meter",), "meter": ("foot", "yard"),
    "inch": ("centimeter", "millimeter"), "centimeter": ("inch",), "yard": ("meter",),
    "pound": ("kilogram",), "kilogram": ("pound",), "ounce": ("gram",), "gram": ("ounce",),
    "acre": ("hectare",), "hectare": ("acre",), "mile**2": ("kilometer**2",),
    "kilometer**2": ("mile**2",), "foot**2": ("meter**2",), "meter**2": ("foot**2",),
    "gallon": ("liter",), "liter": ("gallon",), "mile/hour": ("kilometer/hour", "knot"),
    "kilometer/hour": ("mile/hour",), "knot": ("mile/hour", "kilometer/hour"),
    "degF": ("degC",), "degC": ("degF",), "short_ton": ("metric_ton",),
    "metric_ton": ("short_ton",), "meter/second": ("mile/hour",), "nautical_mile": ("kilometer",),
}  # fmt: skip
_NAMES = {
    "degF": "degrees Fahrenheit", "degC": "degrees Celsius", "foot": "feet", "inch": "inches",
    "mile/hour": "miles per hour", "kilometer/hour": "kilometers per hour",
    "mile**2": "square miles", "kilometer**2": "square kilometers", "foot**2": "square feet",
    "meter**2": "square meters", "metric_ton": "tonnes", "short_ton": "tons",
}  # fmt: skip


def _wrong_unit(wrong: Quantity, right: Quantity, name: str, document: Document) -> Hit:
    """Say that a figure fits another unit than the one written."""
    found = wrong.span.of(document.text)
    values = {
        "first": right.span.of(document.text),
        "second": found,
        "sum": f"{wrong.figure.of(document.text)} {_NAMES.get(name, f'{name}s')}",
    }
    return Hit(wrong.span, values, related=(Related(right.span, "the same measure"),))


def _other_currency(pair: Conversion) -> bool:
    """Tell whether the two are sums of money rather than weights ("pounds")."""
    codes = pair.first.currency, pair.second.currency
    return all(codes) and codes[0] != codes[1]


def _rounded_to(quantity: Quantity) -> float:
    """Return what a figure is probably rounded to: its last digit, tens, or fives."""
    fives = significant(quantity.value) <= 2 or (
        quantity.unit and quantity.unit.dimension == "speed"
    )
    if fives and round(quantity.value / quantity.loose) % 5 == 0:
        return quantity.loose * 5
    return quantity.loose


def _scales(source: Unit, target: Unit) -> tuple[Unit, Unit]:
    """Read bare "degrees" as the scale that the other figure is not in."""
    other = {"degF": "degC", "degC": "degF"}
    if source.name == "degree" and target.name in other:
        return source._replace(names=(other[target.name],)), target
    if target.name == "degree" and source.name in other:
        return source, target._replace(names=(other[source.name],))
    return source, target


def _hit(pair: Conversion, document: Document, sums: tuple[float, ...]) -> Hit:
    nearest = min(sums, key=lambda each: abs(each - pair.second.value))
    digits = max(3, significant(pair.second.value))
    values = {
        "first": pair.first.span.of(document.text),
        "second": pair.second.span.of(document.text),
        "sum": f"{show(nearest, digits)} {_unit_words(pair.second, document)}",
    }
    return Hit(pair.second.span, values, related=(Related(pair.first.span, "converted from here"),))


_PLURALS = {"foot": "feet", "inch": "inches"}


def _unit_words(quantity: Quantity, document: Document) -> str:
    """Write a quantity's unit as it stands, in the plural where it is one word."""
    form = document.text[quantity.figure.end : quantity.span.end].strip(" -\u00a0")
    if quantity.unit is None or quantity.unit.dimension == "temperature":
        return form
    if quantity.unit.symbol or " " in form or "-" in form or form.endswith(("s", "eet")):
        return form
    return _PLURALS.get(form, f"{form}s")
