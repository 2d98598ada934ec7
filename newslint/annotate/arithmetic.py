"""Sums on rounded figures: how far a figure may be from what it stands for, and how to show it."""

from __future__ import annotations

from math import floor, isfinite, log10

from newslint.annotate.quantities import Quantity
from newslint.record import Record

#: A round figure ("2,000") may be rounder than its last digit says, by this share at most.
ROUND = 0.005


class Interval(Record):
    """All values between `low` and `high` that a figure, or a sum of figures, may stand for."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, share: float) -> Interval:
        """Widen both ends by a share of themselves."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def over(self, other: Interval) -> Interval:
        """Divide one positive interval by another."""
        if other.low <= 0:
            return Interval(0.0, float("inf"))
        return Interval(self.low / other.high, self.high / other.low)

    def apart(self, other: Interval) -> float:
        """Return how many times the gap's far side is its near side; 1 where they meet."""
        if self.meets(other):
            return 1.0
        near, far = sorted((self, other))
        return far.low / near.high if near.high > 0 else float("inf")


def interval(quantity: Quantity, share: float = ROUND) -> Interval:
    """Return what a quantity admits: half its last digit, a little more if it is round."""
    half = max(quantity.step / 2, min(quantity.loose / 2, abs(quantity.value) * share))
    low = quantity.value if quantity.low is None else min(quantity.low, quantity.value)
    high = quantity.value if quantity.low is None else max(quantity.low, quantity.value)
    return Interval(low - half, high + half)


def significant(value: float) -> int:
    """Count the digits of a figure before its trailing zeros: 2 for 350 and 0.35."""
    digits = f"{value:.10g}".split("e")[0].replace(".", "").lstrip("-0").rstrip("0")
    return len(digits)


def show(value: float, digits: int = 3) -> str:
    """Write a value with as many significant digits: 2,670 or 1.26 or 131 million."""
    if not isfinite(value) or abs(value) >= 1e18:
        return f"{value:.3g}"
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{show(value / size, digits)} {name}"
    if value == 0:
        return "0"
    places = digits - 1 - floor(log10(abs(value)))
    rounded = round(value, places)
    text = f"{rounded:,.{max(places, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
