"""How millions and more are written: zeros, words, or letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.person_names import role_nouns
from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.span import Span

_SIZES = ((1e12, "trillion", "tn"), (1e9, "billion", "bn"), (1e6, "million", "m"))
_WORDS = {
    "m": "million", "mn": "million", "mln": "million", "mil": "million", "million": "million",
    "b": "billion", "bn": "billion", "bln": "billion", "billion": "billion",
    "t": "trillion", "tn": "trillion", "trn": "trillion", "trillion": "trillion",
}  # fmt: skip
_LETTERS = {"million": "m", "billion": "bn", "trillion": "tn"}
_REACH = 40
_TIME = frozenset("years months weeks days hours minutes seconds".split())
Scale = Literal["words", "letters", "either"]


class Parameters(Record):
    """The parameters of a large-number rule."""

    money: Annotated[Scale, "After a currency symbol: $5 million (words) or $5m (letters)."] = (
        "words"
    )
    things: Annotated[Scale, "Of things: 5 million trees (words) or 5m trees (letters)."] = "words"
    living: Annotated[Scale, "Of people and animals."] = "words"
    living_nouns: Annotated[tuple[str, ...], "Nouns that count people and animals."] = (
        "people", "men", "women", "children", "boys", "girls", "babies", "adults", "teenagers",
        "pensioners", "voters", "workers", "users", "patients", "refugees", "immigrants",
        "migrants", "students",
        "pupils", "viewers", "readers", "listeners", "members", "citizens", "residents",
        "americans", "britons", "europeans", "customers", "passengers", "commuters", "drivers",
        "travellers", "travelers", "tourists", "visitors", "pilgrims", "followers", "subscribers",
        "fans", "farmers", "nurses", "doctors", "teachers", "soldiers", "troops", "taxpayers",
        "tenants", "homeowners", "persons", "individuals", "mothers", "fathers", "parents",
        "couples", "orphans", "survivors", "victims",
        "borrowers", "believers", "worshippers",
        "inhabitants", "households", "families", "jobs", "animals", "birds", "cattle", "cows",
        "sheep", "lambs", "goats", "pigs", "horses", "dogs", "cats", "chickens", "hens", "turkeys",
        "fish", "salmon", "bees", "bats", "deer",
    )  # fmt: skip
    zeros: Annotated[
        bool, "Whether $3,000,000 must be $3 million: figures with at most two decimals left."
    ] = True


class LargeNumber(DocumentCheck[Parameters]):
    """Report "$3,000,000", "£6 m" and "4m voters" where the house writes them otherwise."""

    kind = "large-number"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each large number in the wrong form, with the right one."""
        for each in document.layer(quantities).all:
            if each.kind not in ("money", "count", "measure") or each.number.form != "figures":
                continue
            span = Span(each.span.start, each.figure.end)
            found = span.of(document.text)
            right = self._right(each, document)
            if right and right.lower() != found.replace("\u00a0", " ").lower():
                yield Hit(span, {"found": found, "replacement": right}, right)

    def _right(self, each: Quantity, document: Document) -> str:
        found = each.figure.of(document.text)
        symbol = document.text[each.span.start : each.figure.start]
        written = self._written(each, found, document)
        return symbol + written if written else ""

    def _written(self, each: Quantity, found: str, document: Document) -> str:
        style = self._style(each, document)
        if each.number.scale:
            name = _WORDS.get(each.number.scale.lower(), "")
            if not name or style == "either":
                return ""
            figure = found[: len(found) - len(each.number.scale)].rstrip(" -\u00a0")
            return f"{figure} {name}" if style == "words" else figure + _LETTERS[name]
        if not self.parameters.zeros or each.low is not None or each.value < 1e6:
            return ""
        if not (each.symbol or each.noun or each.unit) or "," not in found:
            return ""
        return _shortened(each.value, "words" if style == "either" else style)

    def _style(self, each: Quantity, document: Document) -> Scale:
        if each.kind == "money":
            return self.parameters.money if each.symbol else "either"
        if each.kind == "measure":
            return self.parameters.things
        if not each.noun or each.noun in _TIME:
            return "either"
        living = each.noun in self.parameters.living_nouns or _is_people(each, document)
        return self.parameters.living if living else self.parameters.things


def _is_people(each: Quantity, document: Document) -> bool:
    """Tell whether people are counted: by their job, or as a capital shows, "1.2bn Catholics"."""
    end = each.span.end + _REACH
    if each.noun.removesuffix("s") in role_nouns():
        return True
    return each.noun.capitalize() in document.folded[each.span.end : end]


def _shortened(value: float, style: Scale) -> str:
    """Write a value in millions or more; empty if that takes more than two decimals."""
    for size, name, letters in _SIZES:
        if value >= size:
            figure = f"{value / size:.2f}".rstrip("0").rstrip(".")
            if abs(float(figure) * size - value) > 1e-6 * size:
                return ""
            return f"{figure} {name}" if style == "words" else figure + letters
    return ""
