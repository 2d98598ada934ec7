"""Change one number, unit, weekday or magnitude in a true statement, and count what is reported.

Natural statements are found by crude patterns that share nothing with newslint's own readers, so
that a reader that is blind to a way of writing shows as a miss. A change that stays inside rounding
is not made.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.quantities_gold import RULES
from benchmarks.run import Outcome, lint
from benchmarks.statements import MAKERS, Statement

_ENOUGH = 40
_MOST = 60
_FIGURE = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}s> ?(?:million|billion|trillion|mln|bn|m|b)\b)?"
_UNIT = (
    r"(?:square |sq\.? |cubic |nautical )?(?:kilomet(?:er|re)s?|km|met(?:er|re)s?|m|cm|mm|miles?|"
    r"feet|foot|ft|inch(?:es)?|yards?|hectares?|acres?|kilograms?|kilos?|kg|pounds?|lbs?|tons?|"
    r"tonnes?|ounces?|oz|lit(?:er|re)s?|gallons?|knots?|kph|kmh)"
    r"(?: per hour| an hour|/h)?"
)
_CONVERSION = re.compile(
    _FIGURE.format("a") + rf"[ -](?P<ua>mph|{_UNIT})"
    r"(?:,? or |\s?\()(?:about |around |approximately |~)?"
    + _FIGURE.format("b") + rf"[ -]?(?P<ub>mph|km/h|{_UNIT})\b"
)  # fmt: skip
_MONEY = (
    r"(?:US|A|C|HK|NZ|S)?[$£€]\s?\d[\d,]*(?:\.\d+)?(?: ?(?:million|billion|trillion|mln|bn|m|b)\b)?"
)
_WORDED = (
    r"\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion|mln))? "
    r"(?:pounds|yuan|marks|francs|yen|euros|guilders|pesos|roubles|rubles|rand|won)"
)
_EXCHANGE = re.compile(rf"(?P<one>{_MONEY}|{_WORDED}) \((?P<two>{_MONEY}|{_WORDED})\)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH = r"(?P<{0}>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(_DAYS)}),? (?:the )?"
    rf"(?:{_MONTH.format('m1')} (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) {_MONTH.format('m2')})\b"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)


class Mutant(NamedTuple):
    """An article with one thing changed, where, and what was changed into what."""

    klass: str
    item: Mapping[str, str]
    change: str
    original: Mapping[str, str]
    place: int = 0


def measure(show: bool = False, seed: int = 1) -> None:
    """Print found / eligible for each class, and what the unchanged statements set off."""
    mutants = list(natural(seed))
    kinds = {mutant.klass for mutant in mutants}
    for klass in sorted(kinds):
        _score(klass, "natural", [each for each in mutants if each.klass == klass], show)
    for klass, maker in MAKERS.items():
        draw = random.Random(f"{seed} {klass}")
        written = [_written(klass, number, maker(draw)) for number in range(_MOST)]
        _score(klass, "written by the generator", written, show)


def _score(klass: str, source: str, mutants: Sequence[Mutant], show: bool) -> None:
    before = lint(_unique(each.original for each in mutants))
    after = lint(each.item for each in mutants)
    told = {key: set(_told(before, key)) for key in {each.original["id"] for each in mutants}}
    found = [
        each for each in mutants if set(_told(after, each.item["id"])) - told[each.original["id"]]
    ]
    alarms = sum(bool(each) for each in told.values()) if source != "natural" else 0
    share = 100 * len(found) / max(1, len(mutants))
    print(f"  {klass:26} {len(found):3} / {len(mutants):3} = {share:5.1f}%  ({source})"
          + (f", {alarms} of the unchanged reported" if alarms else ""))  # fmt: skip
    if show:
        for each in mutants:
            if each not in found:
                print(f"      missed {each.item['id']}: {each.change}")


def _told(outcome: Outcome, key: str) -> list[tuple[str, str]]:
    return [
        (finding["rule"], finding["message"])
        for finding in outcome.findings.get(key, [])
        if finding["rule"].split("/")[1] in RULES and finding["severity"] != "suggestion"
    ]


def _unique(items: Iterator[Mapping[str, str]]) -> list[Mapping[str, str]]:
    return list({item["id"]: item for item in items}.values())


def _written(klass: str, number: int, statement: Statement) -> Mutant:
    def item(text: str, headline: str, ending: str) -> dict[str, str]:
        made = {"id": f"{klass}-{number}-{ending}", "text": text, "date": statement.date}
        return made | ({"title": headline} if headline else {})

    false = item(statement.false, statement.false_headline or statement.headline, "false")
    true = item(statement.true, statement.headline, "true")
    return Mutant(klass, false, statement.false, true)


def natural(seed: int) -> Iterator[Mutant]:
    """Yield mutants of statements in real copy, at most `_MOST` a class, drawn by the seed."""
    seen: set[str] = set()
    by_class: dict[str, list[Mutant]] = {}
    for name in corpus.ARTICLES:
        for item in corpus.articles(name):
            if item["text"][:400] in seen:
                continue
            seen.add(item["text"][:400])
            draw = random.Random(f"{seed} {item['id']}")
            known = _known_errors(item)
            for mutant in (*_units(item, draw), *_rates(item, draw), *_weekdays(item, draw)):
                if not any(start <= mutant.place < end for start, end in known):
                    by_class.setdefault(mutant.klass, []).append(mutant)
    for klass in sorted(by_class):
        mutants = by_class[klass]
        if len(mutants) >= _ENOUGH // 2:
            yield from random.Random(seed).sample(mutants, min(_MOST, len(mutants)))


def _changed(
    klass: str, item: Mapping[str, str], span: tuple[int, int], new: str, number: int
) -> Mutant:
    start, end = span
    text = item["text"]
    made = {**item, "id": f"{item['id']}#{klass}{number}", "text": text[:start] + new + text[end:]}
    around = f"{text[max(0, start - 40) : start]}[{text[start:end]} -> {new}]{text[end : end + 30]}"
    return Mutant(klass, made, " ".join(around.split()), item, start)


def _known_errors(item: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return where the article is known to be wrong: a change there may put it right."""
    rows = corpus.load("gold_numeric_date.dev")
    words = [str(row["match"]).strip() for row in rows if row["id"] == item["id"]
             and row["label"] == "true_error"]  # fmt: skip
    starts = [(item["text"].find(each), len(each)) for each in words]
    return [(start, start + length) for start, length in starts if start >= 0]


def _units(item: Mapping[str, str], draw: random.Random) -> Iterator[Mutant]:
    for number, match in enumerate(_CONVERSION.finditer(item["text"])):
        if match["ua"] == match["ub"]:
            continue
        which = draw.choice("ab")
        yield _changed(
            "unit conversion: number", item, match.span(which), _other(match[which], draw), number
        )
        swapped = _SWAPS.get(match["ub"])
        if swapped:
            yield _changed("unit conversion: unit", item, match.span("ub"), swapped, number)


#: A unit and one of the same kind that a slip might put in its place.
_SWAPS = {
    "km": "miles", "kilometers": "meters", "kilometres": "metres", "kilometre": "metre",
    "miles": "feet", "mile": "foot", "meters": "kilometers", "m": "km", "cm": "mm",
    "feet": "inches", "ft": "yards", "acres": "hectares", "kg": "pounds", "pounds": "ounces",
    "kph": "knots", "mph": "knots", "km/h": "knots", "kilometers per hour": "knots",
}  # fmt: skip


def _other(figure: str, draw: random.Random) -> str:
    """Change a figure's first digit, so that it is off by more than any rounding."""
    digit = int(figure[0])
    choices = [each for each in range(1, 10) if abs(each - digit) >= max(1, round(digit * 0.25))]
    return f"{draw.choice(choices)}{figure[1:]}"


def _rates(item: Mapping[str, str], draw: random.Random) -> Iterator[Mutant]:
    matches = [each for each in _EXCHANGE.finditer(item["text"]) if _differs(each)]
    matches = _agreeing(matches)
    if len(matches) < 2:
        return
    for number, match in enumerate(matches):
        which = draw.choice(("one", "two"))
        start = match.start(which)
        digits = re.search(r"\d[\d,.]*\d|\d", match[which])
        if digits is None:
            continue
        place = (start + digits.start(), start + digits.end())
        yield _changed("exchange rate: number", item, place, _other(digits[0], draw), number)
        scale = re.search(r"million|billion|bn|(?<=\d)m\b", match[which])
        if scale:
            swapped = {"million": "billion", "billion": "million", "bn": "m", "m": "bn"}[scale[0]]
            place = (start + scale.start(), start + scale.end())
            yield _changed("exchange rate: magnitude", item, place, swapped, number)


_SIZES = {"million": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
          "trillion": 1e12}  # fmt: skip


def _agreeing(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Keep the statements at the article's usual rate: others are wrong already."""
    rates = [_amount(each["one"]) / (_amount(each["two"]) or 1.0) for each in matches]
    usual = sorted(rates)[len(rates) // 2] if rates else 0.0
    return [each for each, rate in zip(matches, rates, strict=True) if 0.97 < rate / usual < 1.03]


def _amount(words: str) -> float:
    found = re.search(r"(\d[\d,]*(?:\.\d+)?)(?: ?([a-z]+)\b)?", words)
    if found is None:
        return 0.0
    return float(found[1].replace(",", "")) * _SIZES.get(found[2] or "", 1.0)


def _differs(match: re.Match[str]) -> bool:
    signs = [
        re.sub(r"[\d.,]|million|billion|bn|\bm\b|\s", "", match[each]) for each in ("one", "two")
    ]
    return signs[0].rstrip("mb") != signs[1].rstrip("mb")


def _weekdays(item: Mapping[str, str], draw: random.Random) -> Iterator[Mutant]:
    published = item.get("date", "")[:4]
    for number, match in enumerate(_DATED.finditer(item["text"])):
        month = _MONTHS[(match["m1"] or match["m2"])[:3]]
        day = int(match["d1"] or match["d2"])
        written = _DAYS.index(match["weekday"])
        years = [int(match["year"])] if match["year"] else []
        if not years and published.isdigit():
            years = [int(published) + ahead for ahead in (-1, 0, 1)]
        days = [made for year in years if (made := _day(year, month, day))]
        falls = {each.weekday() for each in days}
        if written not in falls:
            continue
        wrong = draw.choice([each for each in range(7) if each not in falls])
        yield _changed("weekday", item, match.span("weekday"), _DAYS[wrong], number)
        if match["year"]:
            later = day + 1 if day < 28 else day - 1
            group = "d1" if match["d1"] else "d2"
            yield _changed("day beside weekday", item, match.span(group), str(later), number)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
