"""Sums given in two currencies at rates that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated

from newslint.annotate.arithmetic import Interval, interval, show
from newslint.annotate.conversions import Conversion, conversions
from newslint.annotate.dates import article_date, dates
from newslint.annotate.quantities import quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.lexicon import rows
from newslint.record import Record
from newslint.span import Span

#: Two amounts whose product is nearly 1 are a rate and its inverse, not a sum: "C$1.33 (US$0.75)".
_INVERSE = 0.02
#: A round sum ("$20 million") may be rounder than its last digit says, by this share.
_ROUND = 0.005
_SCALE = 100.0
#: More conversions than this are a table, and are not held against each other.
_MANY = 200
_REACH = 300
#: How far a rate may have moved between the years that two sentences speak of.
_IN_YEARS = 2.0
_NEIGHBOURS = 1.3


class Parameters(Record):
    """The parameters of an exchange-rate rule."""

    dollar: Annotated[str, "ISO 4217 code of a dollar that does not say whose."] = "USD"
    slack: Annotated[
        float, "How far two rates of one article may differ beyond rounding, as a share."
    ] = 0.02


class Rate(Record):
    """One conversion, its place, and the rates that its two rounded figures admit.

    `year` is when it was made: the article's, or None where its paragraph speaks of other years.
    `quoted` says that a rate is quoted, "C$1.33 (US$0.75)", which others are held against. `years`
    are those that its sentence names.
    """

    pair: Conversion
    span: Span
    rates: Interval
    inverted: bool
    year: int | None
    quoted: bool = False
    years: frozenset[int] = frozenset()


class ExchangeRate(DocumentCheck[Parameters]):
    """Report a conversion at another rate than the article's others, or than history allows."""

    kind = "exchange-rate"
    parameters_type = Parameters
    placeholders = frozenset({"found", "rate", "other", "other_rate"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each conversion at odds, with one that shows the usual rate as related."""
        groups: dict[tuple[str, str], list[Rate]] = {}
        years: dict[int, int | None] = {}
        doubtful = _doubtful(document)
        for pair in document.layer(conversions):
            if _is_exchange(pair):
                block = pair.first.block
                if block not in years:
                    years[block] = _block_year(block, document, context)
                key, rate = _rate(pair, document, years[block])
                groups.setdefault(key, []).append(rate)
        for key, rates in groups.items():
            against = self._against(key, rates) if len(rates) <= _MANY else {}
            for rate in (each for each in rates if not each.quoted):
                usual = against.get(rate.span)
                if usual is not None:
                    yield _disagreement(rate, usual, document)
                elif not doubtful & set(key) and not self._plausible(key, rate):
                    yield _implausible(rate, document)

    def _against(self, key: tuple[str, str], rates: Sequence[Rate]) -> Mapping[Span, Rate]:
        """Map each conversion that most others disagree with to the best of those others.

        Of two that disagree the plausible one, then the first, is taken for right.
        """
        shared = any(code.islower() for code in key)
        apart = {
            rate.span: [each for each in rates if self._disagree(rate, each, shared)]
            for rate in rates
        }

        def standing(rate: Rate) -> tuple[int, bool, float]:
            width = rate.rates.high / rate.rates.low if rate.rates.low else float("inf")
            return -len(apart[rate.span]), self._plausible(key, rate), -width

        best = max(rates, key=lambda rate: (rate.quoted, standing(rate)))
        return {
            rate.span: max(apart[rate.span], key=standing)
            for rate in rates
            if rate is not best and len(apart[rate.span]) * 2 >= len(rates)
        }

    def _disagree(self, rate: Rate, other: Rate, shared: bool) -> bool:
        """Tell whether two rates differ; of a name that countries share, by a slip of scale only.

        Francs at 1.5 and at 6 to the dollar are Swiss and French.
        """
        apart = rate.rates.apart(other.rates)
        years = rate.years | other.years
        if rate.years and other.years and len(years) > 1:
            return apart > _IN_YEARS
        return (
            apart > _SCALE if shared and apart > _NEIGHBOURS else apart > 1 + self.parameters.slack
        )

    def _plausible(self, key: tuple[str, str], rate: Rate) -> bool:
        """Tell whether a rate was ever seen, in the article's year if that is known."""
        codes = [self.parameters.dollar if code == "$" else code for code in key]
        first, second = _band(codes[0], rate.year), _band(codes[1], rate.year)
        if first is None or second is None or codes[0] == codes[1]:
            return True
        return first.over(second).meets(rate.rates)


#: Currencies that are called pounds or marks without a country as well, after a first mention.
_NAMESAKES = {"GBP": {"EGP", "LBP", "SYP", "IEP"}, "DEM": {"FIM"}}


def _doubtful(document: Document) -> set[str]:
    """Return the currencies whose bare name may mean a namesake that the article mentions."""
    named = {each.currency for each in document.layer(quantities).all}
    return {code for code, others in _NAMESAKES.items() if named & others}


def _is_exchange(pair: Conversion) -> bool:
    """Tell whether both are sums of money: "40 pounds of tea ($9,000)" is none."""
    if not (pair.first.currency and pair.second.currency):
        return False
    weight = pair.first.unit is not None and not pair.first.number.scale
    return pair.direct or not weight


def _rate(pair: Conversion, document: Document, year: int | None) -> tuple[tuple[str, str], Rate]:
    """Return the pair's currencies in a fixed order, and the first's units to the second."""
    start, end = pair.first.span.start, pair.second.span.end
    span = Span(start, end + (document.text[end : end + 1] == ")"))
    codes = (pair.first.currency, pair.second.currency)
    quoted = _is_quoted_rate(pair)
    sentence = document.layer(sentences).at(start) or span
    near = Span(max(sentence.start, start - _REACH), min(sentence.end, end + _REACH))
    years = _years(near, document)
    first = interval(pair.first, _ROUND)
    second = Interval(1.0, 1.0) if quoted else interval(pair.second, _ROUND)
    if codes[0] > codes[1]:
        turned = second.over(first)
        return (codes[1], codes[0]), Rate(pair, span, turned, True, year, quoted, years)
    return codes, Rate(pair, span, first.over(second), False, year, quoted, years)


def _years(span: Span, document: Document) -> frozenset[int]:
    mentions = document.layer(dates).within(span)
    return frozenset(each.year for each in mentions if each.year is not None)


def _block_year(block: int, document: Document, context: Context) -> int | None:
    """Return the article's year, or None where a paragraph speaks of others."""
    published = article_date(document, context)
    others = _years(document.blocks[block].span, document)
    return published.year if published is not None and others <= {published.year} else None


def _is_quoted_rate(pair: Conversion) -> bool:
    product = pair.first.value * pair.second.value
    return abs(product - 1) < _INVERSE and pair.first.value < 1000


def _implausible(rate: Rate, document: Document) -> Hit:
    values = {"found": rate.span.of(document.text), "rate": _worded(rate, rate), "other": ""}
    message = "{found} makes {rate}, a rate far from any seen: check both sums."
    return Hit(rate.span, values | {"other_rate": ""}, message=message)


def _disagreement(rate: Rate, usual: Rate, document: Document) -> Hit:
    values = {
        "found": rate.span.of(document.text),
        "rate": _worded(rate, usual),
        "other": usual.span.of(document.text),
        "other_rate": _worded(usual, usual),
    }
    related = (Related(usual.span, f"at another rate: {values['other_rate']}"),)
    return Hit(rate.span, values, related=related)


def _worded(rate: Rate, usual: Rate) -> str:
    """Write a rate as "1 GBP = 1.88 $", from the dearer currency of the usual rate."""
    first, second = rate.pair.first, rate.pair.second
    dearer = usual.pair.first.value > usual.pair.second.value
    if (dearer and rate.inverted == usual.inverted) or (
        not dearer and rate.inverted != usual.inverted
    ):
        first, second = second, first
    if not first.value:
        return "no rate at all"
    if rate.quoted:
        dear, cheap = (first, second) if first.value < second.value else (second, first)
        return f"1 {dear.currency} = {show(cheap.value)} {cheap.currency}"
    return f"1 {first.currency} = {show(second.value / first.value)} {second.currency}"


Bands = Mapping[str, Sequence[tuple[int, int, Interval]]]


@cache
def _bands() -> Bands:
    bands: dict[str, list[tuple[int, int, Interval]]] = {}
    for code, start, end, low, high in rows("exchange-rates"):
        bands.setdefault(code, []).append((int(start), int(end), Interval(float(low), float(high))))
    return bands


def _band(code: str, year: int | None) -> Interval | None:
    """Return the units of a currency that a US dollar bought, at the least and at the most."""
    periods = _bands().get(code, ())
    current = [each for each in periods if year is None or each[0] <= year <= each[1]]
    if not current:
        return None
    return Interval(
        min(each[2].low for each in current), max(each[2].high for each in current)
    ).widened(0.1)
