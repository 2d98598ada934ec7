"""How a unit of measure is written: its symbol, and the space before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record

Spacing = Literal["one", "none", "consistent", "any"]


class Parameters(Record):
    """The parameters of a unit-form rule."""

    forms: Annotated[
        Mapping[str, str], "Form of a unit as written -> form the house writes (kms -> km)."
    ] = {}
    symbol_space: Annotated[
        Spacing,
        "Between figure and symbol: `one` space (5 km), `none` (5km), `consistent` within an "
        "article, or `any`.",
    ] = "any"
    word_space: Annotated[
        Literal["one", "any"], "Between figure and a unit in words: `one` reports 5kilometres."
    ] = "one"


class UnitForm(DocumentCheck[Parameters]):
    """Report units in another form or spacing than the house's."""

    kind = "unit-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each measure in the wrong form with the right one."""
        measures = [
            each
            for each in document.layer(quantities).all
            if each.kind == "measure" and each.number.form == "figures"
        ]
        usual = _usual(measures, document) if self.parameters.symbol_space == "consistent" else {}
        for each in measures:
            gap, form = _parts(each, document)
            figure = document.text[each.span.start : each.span.end - len(gap) - len(form)]
            wanted = self.parameters.forms.get(form, form)
            other = usual.get(form)
            usual_gap = _parts(other, document)[0] if other else None
            right = figure + self._gap(each, gap, usual_gap) + wanted
            found = each.span.of(document.text)
            if right != found:
                related = (Related(other.span, "here it is spaced otherwise"),) if other else ()
                yield Hit(each.span, {"found": found, "replacement": right}, right, related=related)

    def _gap(self, each: Quantity, gap: str, usual: str | None) -> str:
        """Return what should stand between the figure and the unit."""
        assert each.unit is not None
        if gap == "-" or each.unit.dimension == "temperature":
            return gap
        if not each.unit.symbol:
            return gap or (" " if self.parameters.word_space == "one" else "")
        if usual is not None:
            return usual
        return {"one": gap or " ", "none": ""}.get(self.parameters.symbol_space, gap)


def _parts(each: Quantity, document: Document) -> tuple[str, str]:
    """Return what stands between a measure's figure and its unit, and the unit's form."""
    rest = document.text[each.figure.end : each.span.end]
    form = rest.lstrip(" -\u00a0\u202f\u2009")
    return rest[: len(rest) - len(form)], form


def _usual(measures: list[Quantity], document: Document) -> dict[str, Quantity]:
    """Map each symbol that the article spaces in two ways to a measure in the commoner one."""
    by_form: dict[str, dict[bool, list[Quantity]]] = {}
    for each in measures:
        gap, form = _parts(each, document)
        if each.unit and each.unit.symbol and gap != "-":
            by_form.setdefault(form, {}).setdefault(bool(gap), []).append(each)
    return {
        form: max(ways.values(), key=len)[0]
        for form, ways in by_form.items()
        if len(ways) == 2 and len(ways[True]) != len(ways[False])
    }
