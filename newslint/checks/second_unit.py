"""A measure without the second unit that a house wants beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from newslint.annotate import units
from newslint.annotate.arithmetic import show, significant
from newslint.annotate.conversions import conversions
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.units import Unit
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record


class Parameters(Record):
    """The parameters of a second-unit rule."""

    into: Annotated[
        Mapping[str, str],
        "Unit as pint names it -> unit that must stand beside it (mile -> km), in any form of the "
        "list of units.",
    ] = {"mile": "km", "foot": "metres", "pound": "kg", "acre": "hectares"}
    every: Annotated[bool, "Whether each measure needs it; false asks once for each unit."] = False


class SecondUnit(DocumentCheck[Parameters]):
    """Report a measure in one unit only, and give the other; idioms in words stay silent."""

    kind = "second-unit"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def problems(self) -> Iterator[Complaint]:
        """Say which units are not in the list."""
        for name, form in self.parameters.into.items():
            if _unit(form) is None:
                yield Complaint(f"'{form}' is not in the list of units", "into", name)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each measure that lacks its conversion."""
        pairs = document.layer(conversions)
        told = {each.span for pair in pairs for each in (pair.first, pair.second)}
        done: set[str] = {pair.first.unit.name for pair in pairs if pair.first.unit}
        for each in document.layer(quantities).all:
            if each.kind != "measure" or each.unit is None or each.low is not None:
                continue
            form = self.parameters.into.get(each.unit.name)
            target = _unit(form) if form else None
            asked = each.unit.name in done and not self.parameters.every
            if form is None or target is None or asked or each.span in told:
                continue
            if each.number.form != "figures":
                continue
            done.add(each.unit.name)
            yield _hit(each, form, target, document)


def _unit(form: str) -> Unit | None:
    forms = units.unit_forms()
    return forms.exact.get(form) or forms.lower.get(form.lower())


def _hit(each: Quantity, form: str, target: Unit, document: Document) -> Hit:
    assert each.unit is not None
    made = units.conversions(each.value, each.unit, target)
    found = each.span.of(document.text)
    digits = max(2, significant(each.value))
    second = f" ({show(made[0], digits)} {form})" if made else ""
    return Hit(each.span, {"found": found, "replacement": found + second}, found + second)
