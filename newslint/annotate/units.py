"""Units of measure: how they are written, and conversion between them by pint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newslint.lexicon import rows
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

if TYPE_CHECKING:
    import pint
    import regex


class Unit(Record):
    """A unit as one form of it is read.

    `names` are pint's names for it, several where the form is ambiguous (US and imperial gallons,
    three tons). `dimension` is what it measures; `symbol` tells "km" from "kilometres".
    """

    names: tuple[str, ...]
    dimension: str
    symbol: bool

    @property
    def name(self) -> str:
        """Return the first reading."""
        return self.names[0]


class UnitForms(Record):
    """The forms a unit may have: one pattern to find them, and what each means."""

    pattern: regex.Pattern[str]
    exact: dict[str, Unit]
    lower: dict[str, Unit]


@cache
def unit_forms() -> UnitForms:
    """Read the list of units once."""
    exact: dict[str, Unit] = {}
    lower: dict[str, Unit] = {}
    for form, names, dimension, style in rows("units"):
        unit = Unit(tuple(names.split("|")), dimension, style == "symbol")
        exact[form] = unit
        if len(form) > 1 and not form.isupper():
            lower[form.lower().replace("-", " ")] = unit
    return UnitForms(form_pattern(exact), exact, lower)


def form_pattern(forms: Iterable[str]) -> regex.Pattern[str]:
    """Compile a pattern for any of the forms, the longest first, and no letters after it."""
    joined = "|".join(_spaced(form) for form in sorted(forms, key=len, reverse=True))
    return compiled(rf"[ -]?({joined})(?![^\W_])", IGNORECASE)


def _spaced(form: str) -> str:
    """Write a form as a pattern whose spaces may be hyphens: a "2,000-square-foot" house."""
    words = form.replace("-", " ").split(" ")
    return "[ -]".join(word if word.isalnum() else re.escape(word) for word in words)


def unit_after(text: str, position: int, end: int) -> tuple[Unit, int] | None:
    """Read the unit that follows a number, with where its form ends; None where none does."""
    forms = unit_forms()
    match = forms.pattern.match(text, position, end)
    if match is None:
        return None
    unit = forms.exact.get(match[1]) or forms.lower.get(match[1].lower().replace("-", " "))
    return (unit, match.end()) if unit else None


def conversions(value: float, source: Unit, target: Unit) -> tuple[float, ...]:
    """Convert a value under every reading of both units; empty where dimensions differ.

    A temperature is converted as a point on its scale; see `differences` for a rise or fall.
    Fuel economy (miles a gallon) and consumption (litres for 100 km) are each other's reciprocal.
    """
    return _converted(value, source, target, "")


def differences(value: float, source: Unit, target: Unit) -> tuple[float, ...]:
    """Convert a temperature difference: 2 degrees Celsius are 3.6 degrees Fahrenheit."""
    return _converted(value, source, target, "delta_")


def _converted(value: float, source: Unit, target: Unit, prefix: str) -> tuple[float, ...]:
    import pint

    registry = _registry()
    found = []
    for first in source.names:
        for second in target.names:
            try:
                quantity = registry.Quantity(value, prefix + first)
                if source.dimension == "economy" and not quantity.is_compatible_with(second):
                    quantity = 1 / quantity
                found.append(float(quantity.to(prefix + second).magnitude))
            except (pint.PintError, ArithmeticError):
                continue
    return tuple(found)


@cache
def _registry() -> pint.UnitRegistry[float]:
    """Build pint's registry; its definitions are kept parsed in the user's cache folder."""
    import pint

    try:
        return pint.UnitRegistry(cache_folder=":auto:")
    except Exception:  # no home, a read-only one, or a damaged file in it
        return pint.UnitRegistry()
