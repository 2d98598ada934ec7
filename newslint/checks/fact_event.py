"""A figure or date of an event that is not the fact sheets'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.dates import DateMention, dates
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.annotate.units import unit_forms
from newslint.annotate.words import words
from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.factbase import Kept, by_fact
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import EventFact, Facts, Figure
from newslint.finding import Related
from newslint.matching.phrases import Phrase, PhraseIndex
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """The parameters of a fact event rule."""

    reach: Annotated[int, "Words between a figure and the word that says what it counts."] = 4
    beyond: Annotated[int, "Characters between an event's name and a date that may be its own."] = (
        24
    )


class FactEvent(DocumentCheck[Parameters]):
    """Report figures and dates beside an event's name that differ from the fact sheet's."""

    kind = "fact-event"
    parameters_type = Parameters
    needs_known = "events"
    placeholders = frozenset({"found", "event", "what", "value", "source"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._events = Kept(_index)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each figure and date that is off."""
        if not context.facts.events:
            return
        named = list(self._events.of(context.facts).find(document.folded))
        for number, (span, event) in enumerate(named):
            following = named[number + 1][0].start if number + 1 < len(named) else None
            reach = _reach(span, document, following)
            found = [*self._date(span, event, document)]
            for figure in event.figures:
                found += self._figures(span, reach, event, figure, document)
            for hit in found:
                yield by_fact(hit, event, context.facts)

    def _figures(
        self, name: Span, reach: Span, event: EventFact, figure: Figure, document: Document
    ) -> Iterator[Hit]:
        for quantity in self._counting(reach, figure, document):
            if _agrees(quantity, figure):
                continue
            values = {
                "found": quantity.span.of(document.text),
                "event": event.name,
                "what": figure.what,
                "value": _written(figure),
            }
            yield Hit(quantity.span, values, related=(Related(name, f"about “{event.name}”"),))

    def _counting(self, reach: Span, figure: Figure, document: Document) -> list[Quantity]:
        """Return the quantities of the figure's unit that count what the figure does.

        Each word for it belongs to the nearest quantity.
        """
        wanted = {word.lower() for word in figure.words} or {figure.what.lower()}
        found = document.layer(quantities).within(reach)
        chosen = {each for each in found if each.noun in wanted}
        layer = document.layer(words)
        for token in layer.within(reach):
            if token.text.lower() not in wanted:
                continue
            place = layer.at(token.start)
            near = [(abs(layer.at(each.figure.start) - place), each) for each in found]
            distance, nearest = min(near, key=lambda pair: pair[0], default=(0, None))
            if nearest is not None and distance <= self.parameters.reach:
                chosen.add(nearest)
        return [each for each in found if each in chosen and _same_unit(each, figure)]

    def _date(self, name: Span, event: EventFact, document: Document) -> Iterator[Hit]:
        if event.date is None:
            return
        near = Span(max(0, name.start - self.parameters.beyond), name.end + self.parameters.beyond)
        for mention in document.layer(dates).within(near):
            if _is_its_own(mention, name, document) and not _same_day(mention, event):
                values = {
                    "found": mention.span.of(document.text),
                    "event": event.name,
                    "what": "date",
                    "value": event.date.isoformat(),
                }
                yield Hit(mention.span, values, related=(Related(name, f"about “{event.name}”"),))


_BEFORE = frozenset("$€£¥")
_LINKS = frozenset(("in", "of", "on", ",", "(", "of the", "in the", "", "was in", "was on",
                    "happened in", "happened on", "took place in", "took place on", "began on",
                    "began in"))  # fmt: skip


def _written(figure: Figure) -> str:
    if figure.unit in _BEFORE:
        return f"{figure.unit}{figure.value:,g}"
    return f"{figure.value:,g} {figure.unit}".strip()


def _index(facts: Facts) -> PhraseIndex[EventFact]:
    return PhraseIndex(
        (Phrase(form, exact=False), event)
        for event in facts.events
        for form in (event.name, *event.aliases)
    )


def _reach(name: Span, document: Document, following: int | None) -> Span:
    """Return the event's own sentence and the next of its paragraph, up to another event."""
    layer = document.layer(sentences)
    own = layer.at(name.start) or name
    text = document.text
    after = own.end
    while after < len(text) and text[after].isspace() and "\n\n" not in text[own.end : after + 1]:
        after += 1
    second = layer.at(after)
    end = second.end if second is not None and "\n\n" not in text[own.end : after] else own.end
    return Span(own.start, end if following is None else max(min(end, following), name.end))


def _same_unit(quantity: Quantity, figure: Figure) -> bool:
    if quantity.kind in ("ordinal", "percent", "points", "fraction"):
        return figure.unit == "%" and quantity.kind == "percent"
    if not figure.unit:
        return quantity.kind == "count"
    if quantity.currency:
        return figure.unit in (quantity.currency, _symbol(quantity))
    forms = unit_forms()
    unit = forms.exact.get(figure.unit) or forms.lower.get(figure.unit.lower())
    if quantity.unit is None or unit is None:
        return False
    return not set(quantity.unit.names).isdisjoint(unit.names)


def _symbol(quantity: Quantity) -> str:
    return {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}.get(quantity.currency, "")


def _agrees(quantity: Quantity, figure: Figure) -> bool:
    """Tell whether a quantity is the sheet's figure, give or take rounding and tolerance."""
    share = figure.tolerance.endswith("%")
    off = float(figure.tolerance.removesuffix("%"))
    allowed = abs(figure.value) * off / 100 if share else off
    step = quantity.loose if quantity.hedge == "about" else quantity.step
    allowed += step / 2 if step > 1 else 0
    if quantity.low is not None and quantity.low - allowed <= figure.value:
        return figure.value <= quantity.value + allowed
    if quantity.hedge == "over" and quantity.value <= figure.value:
        return figure.value <= quantity.value * 1.5
    if quantity.hedge == "under" and quantity.value >= figure.value:
        return figure.value >= quantity.value * 0.5
    return abs(quantity.value - figure.value) <= allowed


def _is_its_own(mention: DateMention, name: Span, document: Document) -> bool:
    """Tell whether a date stands so close to the name that it dates the event."""
    if mention.kind not in ("day", "month", "year"):
        return False
    if mention.span.end <= name.start:
        return document.folded[mention.span.end : name.start].strip() == ""
    between = document.folded[name.end : mention.span.start].strip().lower()
    return between in _LINKS


def _same_day(mention: DateMention, event: EventFact) -> bool:
    assert event.date is not None
    return (
        mention.year in (None, event.date.year)
        and mention.month in (None, event.date.month)
        and mention.day in (None, event.date.day)
    )
