"""Quantities: every number of an article with what it measures, costs or counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newslint.annotate.currencies import currency_after, currency_before
from newslint.annotate.dates import dates
from newslint.annotate.numerals import Numeral, letter_scale, numerals
from newslint.annotate.units import Unit, unit_after
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span


class Quantity(Record):
    """A number and what it is a number of.

    `span` covers symbol, figure, scale and unit; `figure` the figure, or both of a range, with the
    scale; `number` is how it is written (the upper one of a range). The quantity stands for
    `value` give or take half a `step` (see `Numeral`), in whole units of the currency or unit.
    `low` is the lower end of a range ("10-15 miles"), or the first figure of a score. `kind` is
    `money`, `percent`, `points`, `measure`, `ordinal`, `fraction` or `count`. "Pounds" have both
    a currency and a unit. `per` is what a rate is for ("share" in "$3 a share"). `noun` is the
    head noun of what is counted, in lower case. `hedge` is `about`, `over`, `under` or empty.
    """

    span: Span
    figure: Span
    number: Numeral
    block: int
    kind: str
    value: float
    step: float
    loose: float
    low: float | None = None
    currency: str = ""
    unit: Unit | None = None
    per: str = ""
    noun: str = ""
    hedge: str = ""

    @property
    def symbol(self) -> bool:
        """Tell whether the figure's currency stands before it."""
        return bool(self.currency) and self.span.start < self.figure.start


class Quantities:
    """A document's quantities in order of position, with look-up."""

    __slots__ = ("_starts", "all")

    def __init__(self, found: Iterable[Quantity]) -> None:
        self.all = tuple(found)
        self._starts = [each.span.start for each in self.all]

    def within(self, span: Span) -> tuple[Quantity, ...]:
        """Return the quantities that start inside `span`."""
        first = bisect_left(self._starts, span.start)
        return self.all[first : bisect_left(self._starts, span.end, first)]

    def at(self, offset: int) -> Quantity | None:
        """Return the quantity that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.all[index].span.end:
            return None
        return self.all[index]


def quantities(document: Document) -> Quantities:
    """Read every number that is no date or time."""
    text = document.folded
    claimed = document.layer(dates)
    found: list[Quantity] = []
    for block, each in enumerate(document.blocks):
        start, end = each.span
        read = [
            quantity
            for numeral in numerals(text, start, end)
            if not claimed.claims(numeral.start)
            and (quantity := _quantity(text, numeral, block, start, end)) is not None
        ]
        found += _joined(text, read)
    return Quantities(found)


#: A word with a capital before a figure makes it a name ("Apollo 13"), but not the small words that
#: open a sentence.
NAMED = (
    r"(?!(?:Some|About|Around|Nearly|Almost|Over|Only|Just|Roughly|At|In|On|Of|With|Another|Up|To|"
    r"The|These|Those|All|And|But|For|By|From|His|Her|Its|Their|Our|My|Like|When|After|If|As|Than|"
    r"That|While|Still|Now|Then|Today|Later|Also|Has|Have|Had|Is|Are|Was|Were)\b)[A-Z][\w.'-]*"
)
_BEFORE_NAME = compiled(r"[^\W\d_][-‐‑]$")
_PERCENT = compiled(
    r"(?P<points>[ -](?:percentage[ -]points?|pct\.? pts?|pp)\b)"
    r"|(?P<percent>[ ]?%|[ -](?:per[ ]?cent|pct|pc)\b|pc\b)",
    IGNORECASE,
)
_PER = compiled(
    r"[ ]?(?:/[ ]?|[ -](?:per|an?|each)[ -])(?P<what>[a-z]+)\b"
    r"(?![ ](?:ago|before|earlier|later|prior)\b)",
    IGNORECASE,
)
_HEDGES = {
    "about": "about around some roughly approximately nearly almost approaching circa "
    "an-estimated estimated close-to up-to as-many-as as-much-as just-over just-under "
    "a-little-over slightly-more-than slightly-less-than well-over just-shy-of",
    "over": "more-than over at-least upwards-of above exceeding greater-than no-fewer-than "
    "topping past",
    "under": "less-than fewer-than under below at-most no-more-than not-more-than",
}
_HEDGE_OF = {
    phrase.replace("-", " "): kind for kind, words in _HEDGES.items() for phrase in words.split()
}
_HEDGE = compiled(
    rf"\b({'|'.join(sorted(_HEDGE_OF, key=len, reverse=True))})[ ](?:an?[ ]|the[ ])?$",
    IGNORECASE,
)
_FOLLOWING = compiled(r"(?:[ -](?P<words>[a-z]+(?:[ -][a-z]+){0,3}))", IGNORECASE)
_IRREGULAR = frozenset(
    "people men women children police troops personnel fish sheep cattle geese mice oxen livestock "
    "deer salmon".split()
)
_NOT_NOUNS = frozenset(
    "is was has does this his its as us yes less across towards besides perhaps sometimes always "
    "is years-old plus versus minus thus unless whereas".split()
)
_STOPS = frozenset(
    "a an the and or but of in on at to from for with by as than that which who whom whose when "
    "where while after before since until during into over under between against about is are was "
    "were be been being has have had do does did will would could should may might must can said "
    "says if so nor not out up down off because per via".split()
)


def _quantity(text: str, numeral: Numeral, block: int, start: int, end: int) -> Quantity | None:
    if numeral.form == "figures" and _in_a_name(text, numeral.start, start):
        return None
    before = currency_before(text, numeral.start, start)
    if before is not None:
        numeral = letter_scale(text, numeral)
        currency, opening = before
        # "$40 million dollars" is one sum, however often it says so.
        after = currency_after(text, numeral.end, end)
        closing = after[1] if after else numeral.end
        return _made(text, numeral, block, Span(opening, closing), "money", currency.code)
    return _after_figure(text, numeral, block, end)


def _in_a_name(text: str, position: int, start: int) -> bool:
    """Tell whether a figure belongs to a word or a longer figure: "S-400", "A380", "1.2.3"."""
    if position == start:
        return False
    last = text[position - 1]
    if last.isalnum() or last in "_#":
        return True
    if position - start < 2:
        return False
    if last in ".,:/":
        return text[position - 2].isdigit()
    return bool(_BEFORE_NAME.search(text, position - 2, position))


def _after_figure(text: str, numeral: Numeral, block: int, end: int) -> Quantity | None:
    """Read what follows the figure: a percent sign, a currency, a unit, or a noun."""
    percent = _PERCENT.match(text, numeral.end, end)
    if percent:
        kind = "points" if percent["points"] else "percent"
        return _made(text, numeral, block, Span(numeral.start, percent.end()), kind)
    lettered = letter_scale(text, numeral)
    money = currency_after(text, lettered.end, end) or currency_after(text, numeral.end, end)
    unit = None if _is_millions(text, numeral, lettered) else unit_after(text, numeral.end, end)
    if money and not (unit and unit[1] > money[1]):
        currency, closing = money
        scaled = lettered if lettered.end < closing else numeral
        found = _made(text, scaled, block, Span(numeral.start, closing), "money", currency.code)
        found = found._replace(unit=unit[0] if unit else None)
        return _divided(found, currency.parts)
    if unit:
        found = _made(text, numeral, block, Span(numeral.start, unit[1]), "measure", unit=unit[0])
        if unit[0].dimension == "temperature":
            return _signed(text, found)
        return _with_inches(text, found) if unit[0].name == "foot" else found
    if numeral.end < end and text[numeral.end].isalpha():
        if lettered.scale == numeral.scale or numeral.form != "figures":
            return None
        numeral = lettered
    kind = numeral.form if numeral.form in ("ordinal", "fraction") else "count"
    return _made(text, numeral, block, Span(numeral.start, numeral.end), kind)


_INCHES = compiled(r"-(?P<inches>\d{1,2})(?![\d,.]\d|-|\d)")


def _is_millions(text: str, numeral: Numeral, lettered: Numeral) -> bool:
    """Tell whether "4m" is millions: of voters, not the 100m hurdles."""
    if lettered.scale != "m" or lettered.end != numeral.end + 1 or numeral.scale:
        return False
    following = _FOLLOWING.match(text, lettered.end)
    if following is None or _noun(text, lettered.end) != following["words"].lower().split(" ")[0]:
        return False
    before = text[max(0, numeral.start - 4) : numeral.start].lower()
    return not before.endswith(("the ", "a ", "'s "))


def _with_inches(text: str, quantity: Quantity) -> Quantity:
    """Read the inches of "5-foot-10"."""
    match = _INCHES.match(text, quantity.span.end)
    if match is None or int(match["inches"]) > 11:
        return quantity
    return quantity._replace(
        span=Span(quantity.span.start, match.end()),
        value=quantity.value + int(match["inches"]) / 12,
        step=1 / 12,
        loose=1 / 12,
    )


_MINUS = compiled(r"(?:\bminus[ ]|(?<![\w)])[-−–])$", IGNORECASE)


def _signed(text: str, quantity: Quantity) -> Quantity:
    """Read the sign of a temperature below zero into it."""
    start = quantity.span.start
    minus = _MINUS.search(text, max(0, start - 6), start)
    if minus is None:
        return quantity
    return quantity._replace(span=Span(minus.start(), quantity.span.end), value=-quantity.value)


def _divided(quantity: Quantity, parts: float) -> Quantity:
    if parts == 1.0:
        return quantity
    return quantity._replace(
        value=quantity.value / parts, step=quantity.step / parts, loose=quantity.loose / parts
    )


def _made(
    text: str,
    numeral: Numeral,
    block: int,
    span: Span,
    kind: str,
    currency: str = "",
    unit: Unit | None = None,
) -> Quantity:
    hedge = _HEDGE.search(text, max(0, span.start - 28), span.start)
    per = _PER.match(text, span.end) if kind in ("money", "measure", "count") else None
    return Quantity(
        span,
        Span(numeral.start, numeral.end),
        numeral,
        block,
        kind,
        numeral.value,
        numeral.step,
        numeral.loose,
        currency=currency,
        unit=unit,
        per=per["what"].lower() if per else "",
        noun=_noun(text, span.end) if kind in ("count", "fraction", "ordinal") else "",
        hedge=_HEDGE_OF[hedge[1].lower()] if hedge else "",
    )


def _noun(text: str, position: int) -> str:
    """Return the head noun after a number: the first plural before a stop word."""
    match = _FOLLOWING.match(text, position)
    if match is None:
        return ""
    for word in re.split("[ -]", match["words"].lower()):
        if word in _STOPS:
            return ""
        plural = word.endswith("s") and not word.endswith("ss") and word not in _NOT_NOUNS
        if plural or word in _IRREGULAR:
            return word
    return ""


_JOINER = compiled(r"[ ]?[-–—][ ]?|[ ]to[ ]|[ ]and[ ]|[ ]or[ ]")
_BETWEEN = compiled(r"\bbetween[ ]$", IGNORECASE)


def _joined(text: str, read: list[Quantity]) -> Iterator[Quantity]:
    """Make one quantity of the two ends of a range: "10 to 15 miles", "$3-5 million"."""
    index = 0
    while index < len(read):
        first = read[index]
        if index + 1 < len(read) and _is_range(text, first, read[index + 1]):
            yield _range(first, read[index + 1])
            index += 2
        elif index + 1 < len(read) and _is_compound(text, first, read[index + 1]):
            yield _compound(first, read[index + 1])
            index += 2
        else:
            yield first
            index += 1


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether the first is a bare figure that takes its unit from the second."""
    joiner = _JOINER.fullmatch(text, first.span.end, second.span.start)
    if joiner is None or first.number.scale or first.span.end != first.number.end:
        return False
    if first.kind not in ("count", "money") or first.number.form != second.number.form:
        return False
    if joiner.group() == " and ":
        return _BETWEEN.search(text, max(0, first.span.start - 9), first.span.start) is not None
    if joiner.group() == " to ":  # "from 10 to 15" is a change, whose ends stand apart
        before = text[max(0, first.span.start - 5) : first.span.start]
        if before.lower() == "from ":
            return False
    if joiner.group() == " or ":
        return second.kind == "measure" and first.kind == "count"
    if first.kind == "money":
        return second.kind == "count" or (second.kind == "money" and not second.symbol)
    return second.kind != "ordinal" and not second.symbol


def _range(first: Quantity, second: Quantity) -> Quantity:
    parts = second.number.value / second.value if second.value else 1.0
    # "$3-5 million" is millions at both ends, "between $500,000 and $1 million" is not.
    factor = second.number.factor if first.number.value < 1000 else 1.0
    return second._replace(
        span=Span(first.span.start, second.span.end),
        figure=Span(first.figure.start, second.figure.end),
        low=first.number.value * factor / parts,
        kind=first.kind if first.kind == "money" else second.kind,
        currency=first.currency or second.currency,
        hedge=first.hedge,
    )


#: Units that are written together, and how many of the smaller make one of the larger.
_SMALLER = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14}
_COMPOUND = compiled(r",?[ ](?:and[ ])?")


def _is_compound(text: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether the two are one measure, as "5 feet 7 inches" is."""
    if first.unit is None or second.unit is None:
        return False
    return (first.unit.name, second.unit.name) in _SMALLER and bool(
        _COMPOUND.fullmatch(text, first.span.end, second.span.start)
    )


def _compound(first: Quantity, second: Quantity) -> Quantity:
    assert first.unit is not None
    assert second.unit is not None
    parts = _SMALLER[first.unit.name, second.unit.name]
    return first._replace(
        span=Span(first.span.start, second.span.end),
        kind="measure",
        currency="",
        value=first.value + second.value / parts,
        step=second.step / parts,
        loose=second.step / parts,
    )
