"""Statements with numbers and what a slip makes of them, written by a generator.

Nothing here reads text: figures are drawn, put into sentences, and one is changed so that the sum
breaks by more than rounding. Used where real copy holds fewer than 40 statements of a class.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple


class Statement(NamedTuple):
    """A true statement and a false one; `headline` and `date` belong to both."""

    true: str
    false: str
    headline: str = ""
    date: str = "2019-06-01"
    false_headline: str = ""


Maker = Callable[[random.Random], Statement]
_WHO = (
    "The council",
    "Harbour authorities",
    "The mill",
    "Orley Shipping",
    "The trust",
    "Tarn Foods",
)
_WHAT = ("sales", "revenue", "profit", "turnover", "output", "income")
_THINGS = ("boats", "houses", "trees", "buses", "schools", "cranes", "barns", "bridges")
_NAMES = ("Mara Olsen", "Jon Brandt", "Inez Molnar", "Olga Reyes", "Tom Lindqvist", "Ruth Adeyemi",
          "Karl Weber", "Ana Souza", "Leo Marsh", "Nora Quist")  # fmt: skip
_TOWNS = ("Lowick", "Tarn", "Wexcombe", "Orley", "Brede", "Haldon", "Skerne", "Marrow")
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def percent_change(draw: random.Random) -> Statement:
    """Write a change in percent in one of the ways that wires and papers do."""
    start = draw.randint(110, 980) / 10
    percent: float = draw.randint(3, 60)
    rises = draw.random() < 0.6
    end = round(start * (1 + percent / 100 if rises else 1 - percent / 100), 1)
    percent = round(abs(end / start - 1) * 100, 1)
    verb = draw.choice(
        ("rose", "grew", "climbed", "jumped") if rises else ("fell", "dropped", "slid")
    )
    noun = draw.choice(("increase", "rise") if rises else ("decline", "drop", "fall"))
    way = "up" if rises else "down"
    unit, sign = draw.choice((("million", "$"), ("billion", "£"), ("million", "€")))
    word = draw.choice(("percent", "per cent"))

    def write(start: float, end: float, percent: float) -> str:
        one, two = f"{sign}{start} {unit}", f"{sign}{end} {unit}"
        who, what = "The mill's", shared["what"]
        return shared["form"].format(
            who=who,
            what=what,
            verb=verb,
            noun=noun,
            way=way,
            one=one,
            two=two,
            p=f"{percent} {word}",
        )

    shared = {
        "what": draw.choice(_WHAT),
        "form": draw.choice(
            (
                "{who} {what} {verb} {p} to {two} from {one} a year earlier.",
                "{who} {what} {verb} by {p} from {one} to {two} last year.",
                "{who} {what} came to {two}, {way} {p} from {one} in the year before.",
                "{who} {what} went from {one} to {two}, a {noun} of {p}, auditors said.",
                "{who} {what} totalled {two}, a {p} {noun} from {one} in 2017.",
            )
        ),
    }
    which = draw.randrange(3)
    false: list[float] = [start, end, percent]
    step = max(2.0, false[which] * 0.1)
    false[which] = round(false[which] + draw.choice((-1, 1)) * draw.uniform(1, 3) * step, 1)
    if false[which] <= 0:
        false[which] = round([start, end, percent][which] + 2 * step, 1)
    return Statement(write(start, end, percent), write(*false))


def multiple(draw: random.Random) -> Statement:
    """Write "doubled", "tripled" or "halved"."""
    word, factor = draw.choice(
        (("doubled", 2.0), ("tripled", 3.0), ("halved", 0.5), ("quadrupled", 4.0))
    )
    start = draw.randint(20, 90) * 10
    end = round(start * factor)
    what = draw.choice(_THINGS)
    form = draw.choice(
        (
            f"The number of {what} in Tarn {word} to {{end}} from {{start}} in ten years.",
            f"The town's stock of {what} {word} from {{start}} to {{end}} over the decade.",
        )
    )
    wrong = round(end * draw.choice((0.6, 1.6, 2.2)))
    true = form.format(start=f"{start:,}", end=f"{end:,}")
    return Statement(true, form.format(start=f"{start:,}", end=f"{wrong:,}"))


_UNITS = (
    ("miles", "km", 1.609344), ("km", "miles", 1 / 1.609344), ("feet", "metres", 0.3048),
    ("acres", "hectares", 0.40468564), ("pounds", "kg", 0.45359237), ("kg", "pounds", 2.20462262),
    ("inches", "cm", 2.54), ("square miles", "square km", 2.58998811), ("mph", "km/h", 1.609344),
    ("gallons", "litres", 3.78541178), ("ounces", "grams", 28.3495231),
)  # fmt: skip


def conversion(draw: random.Random) -> Statement:
    """Write a measure in two units."""
    unit, other, factor = draw.choice(_UNITS)
    value = draw.choice((draw.randint(11, 98), draw.randint(101, 985), draw.randint(11, 99) / 10))
    made = value * factor
    right = f"{made:,.1f}" if made < 20 else f"{made:,.0f}"
    form = draw.choice(
        (
            f"The load came to {value} {unit} ({{}} {other}) in all, the mill said.",
            f"It measured {value} {unit}, or {{}} {other}, on Monday.",
            f"Rules allow about {value} {unit} ({{}} {other}) at most.",
        )
    )
    wrong = made * draw.choice((0.55, 0.8, 1.25, 1.6))
    false = f"{wrong:,.1f}" if wrong < 20 else f"{wrong:,.0f}"
    return Statement(form.format(right), form.format(false))


def wrong_unit(draw: random.Random) -> Statement:
    """Write a measure in two units, the second named wrongly."""
    unit, other, factor = draw.choice(_UNITS)
    value = draw.randint(31, 98)
    made = f"{value * factor:,.0f}"
    wrong = draw.choice([each[1] for each in _UNITS if each[1] != other])
    form = f"The load came to {value} {unit} ({made} {{}}) in all, the mill said."
    return Statement(form.format(other), form.format(wrong))


def share_of(draw: random.Random) -> Statement:
    """Write part, whole and share."""
    whole = draw.randint(20, 400)
    part = draw.randint(3, whole - 2)
    percent = round(100 * part / whole)
    what = draw.choice(_THINGS)
    form = draw.choice(
        (
            f"Of late {{part}} of the {{whole}} {what} ({{percent}}%) have been mended.",
            f"Inspectors passed {{part}} out of {{whole}} {what}, or {{percent}} percent, in May.",
            f"About the town, {{percent}}% ({{part}} of {{whole}}) of the {what} are old.",
        )
    )
    wrong = percent + draw.choice((-1, 1)) * draw.randint(4, 20)
    wrong = wrong if 0 < wrong < 100 else percent + (9 if percent < 50 else -9)
    values = {"part": part, "whole": whole}
    return Statement(form.format(percent=percent, **values), form.format(percent=wrong, **values))


def total_parts(draw: random.Random) -> Statement:
    """Write a total and the parts it is made of."""
    parts = [draw.randint(2, 90) for _ in range(draw.choice((2, 3)))]
    kinds = draw.sample(_THINGS, len(parts))
    listed = [f"{part} {kind}" for part, kind in zip(parts, kinds, strict=True)]
    words = f"{', '.join(listed[:-1])} and {listed[-1]}"
    form = draw.choice(
        (
            f"The flood damaged {{total}} things: {words}.",
            f"The storm took {{total}} of the town's goods ({words}).",
            f"The fund paid for {words}, a total of {{total}}.",
        )
    )
    total = sum(parts)
    wrong = total + draw.choice((-1, 1)) * draw.randint(1, 9)
    return Statement(form.format(total=total), form.format(total=wrong))


def listed_count(draw: random.Random) -> Statement:
    """Write a number of people or towns, and list them."""
    count = draw.randint(2, 6)
    if draw.random() < 0.5:
        names, noun = draw.sample(_NAMES, count), "people"
    else:
        names, noun = draw.sample(_TOWNS, count), "towns"
    words = f"{', '.join(names[:-1])} and {names[-1]}"
    mark = draw.choice((": {}.", " — {}."))
    wrong = count + draw.choice((-1, 1) if count > 2 else (1,))
    form = f"The prize went to {{}} {noun}{mark.format(words)}"
    return Statement(form.format(_WORDS[count]), form.format(_WORDS[wrong]))


def age_year(draw: random.Random) -> Statement:
    """Write an age and a year of birth, or the same age twice."""
    name, age = draw.choice(_NAMES), draw.randint(20, 79)
    wrong = age + draw.choice((-1, 1)) * draw.randint(3, 18)
    if draw.random() < 0.5:
        form = f"{name}, {{}}, runs the ferry. {name} was born in Tarn in {2019 - age}."
    else:
        form = f"{name}, {age}, runs the ferry.\n\nOn Monday the {{}}-year-old {name} was alone."
    return Statement(form.format(age), form.format(wrong))


def duration(draw: random.Random) -> Statement:
    """Write two years and the time between them."""
    start, years = draw.randint(1950, 1998), draw.randint(4, 20)
    end = start + years
    form = draw.choice(
        (
            f"The mill was founded in {start} and turned {{}} in {end}.",
            f"The bridge was built in {start}, and {{}} years later, in {end}, it fell.",
            f"She led the mill from {start} to {end}, a total of {{}} years.",
            f"He served {{}} years, from {start} to {end}.",
            f"The weir broke {{}} years ago, in {2019 - years}.",
        )
    )
    wrong = years + draw.choice((-1, 1)) * draw.randint(2, 9)
    return Statement(form.format(years), form.format(wrong if wrong > 0 else years + 5))


def reversed_range(draw: random.Random) -> Statement:
    """Write a span of years or days, and the same turned round."""
    if draw.random() < 0.5:
        start = draw.randint(1950, 2000)
        end = start + draw.randint(2, 15)
        form = draw.choice(("She led the mill from {} to {}.", "Between {} and {} it grew."))
        return Statement(form.format(start, end), form.format(end, start))
    month = draw.choice(("May", "June", "October"))
    first = draw.randint(1, 14)
    last = first + draw.randint(2, 9)
    form = f"The fair is open {month} {{}}-{{}} in Orley."
    return Statement(form.format(first, last), form.format(last, first))


def time_zone(draw: random.Random) -> Statement:
    """Write one moment in two zones."""
    zone, ahead = draw.choice((("EDT", -4), ("CEST", 2), ("BST", 1), ("PDT", -7), ("JST", 9)))
    hour = draw.randint(8, 11)
    gmt = (hour - ahead) % 24
    wrong = (gmt + draw.choice((2, 3, 5))) % 24
    form = f"The count begins at {hour} a.m. {zone} ({{:02d}}00 GMT) on the day."
    return Statement(form.format(gmt), form.format(wrong))


def vote_tally(draw: random.Random) -> Statement:
    """Write a vote of a body of known size."""
    size = draw.choice((5, 7, 9, 11))
    yes = draw.randint(size // 2 + 1, size)
    words = _WORDS[size]
    form = f"The {words}-member council voted {{}}-{{}} to mend the weir."
    return Statement(
        form.format(yes, size - yes), form.format(yes, size - yes + draw.randint(1, 3))
    )


def unit_price(draw: random.Random) -> Statement:
    """Write a number, a price and their total."""
    count, price = draw.randint(3, 60), draw.randint(2, 90) * 1000
    what = draw.choice(_THINGS)
    form = f"The town bought {count} {what} at ${price:,} each, for a total of ${{:,}}."
    total = count * price
    wrong = round(total * draw.choice((0.8, 1.1, 1.25, 10)))
    return Statement(form.format(total), form.format(wrong))


def magnitude(draw: random.Random) -> Statement:
    """Write one sum twice, once a thousand times off."""
    figure = draw.randint(11, 99) / 10
    thing = draw.choice(("tunnel", "harbour", "stadium", "hospital", "railway"))
    cost = f"The {thing} will cost ${figure} billion.\n\n"
    wish = f"The council wants to spend £{figure} million on the {thing}.\n\n"
    form = draw.choice(
        (
            f"{cost}The state pays half of the ${figure} {{}} for the {thing}.",
            f"{wish}The £{figure} {{}} {thing} is late.",
        )
    )
    right, wrong = ("billion", "million") if "billion" in form else ("million", "billion")
    return Statement(form.format(right), form.format(wrong))


def headline_number(draw: random.Random) -> Statement:
    """Write a headline and a first paragraph that counts again."""
    count = draw.randint(12, 60)
    wrong = count + draw.choice((-1, 1)) * draw.randint(1, 9)
    if wrong % 10 == 0:  # a round number in a headline is rounded
        wrong += 1 if wrong >= count else -1
    fate = draw.choice(("killed", "injured", "arrested"))
    town = draw.choice(_TOWNS)
    head = f"{{}} {fate} in mill fire in {town}"
    body = f"Walls fell, and {count} people were {fate} when a mill burned in {town}, police said."
    return Statement(body, body, head.format(count), false_headline=head.format(wrong))


def counted_twice(draw: random.Random) -> Statement:
    """Write one count in two sentences."""
    count = draw.randint(11, 60)
    wrong = count + draw.choice((-1, 1)) * draw.randint(1, 9)
    fate, thing = draw.choice((("rescued", "people"), ("damaged", "boats"), ("closed", "schools")))
    form = (
        f"The storm came at dawn, and {count} {thing} were {fate} in the county.\n\n"
        f"It was over by noon. The {{}} {thing} were {fate} in hours, officials said."
    )
    return Statement(form.format(count), form.format(wrong))


def past_event(draw: random.Random) -> Statement:
    """Write something that has happened, dated before and after the article."""
    year = draw.randint(2005, 2018)
    form = draw.choice(
        (
            "The mill was closed in June {}, its owners said.",
            "Jon Brandt was elected on March 3, {}, without a rival.",
            "The bridge was opened in {} by the mayor.",
        )
    )
    return Statement(form.format(year), form.format(year + 15))


def score(draw: random.Random) -> Statement:
    """Write a score with the winner named."""
    low, high = sorted(draw.sample(range(9), 2))
    one, two = draw.sample(_TOWNS, 2)
    verb = draw.choice(("beat", "defeated", "edged"))
    form = f"{one} United {verb} {two} Town {{}}-{{}} on Saturday."
    return Statement(form.format(high, low), form.format(low, high))


def impossible_date(draw: random.Random) -> Statement:
    """Write a day near the end of a short month, and one past it."""
    month, length = draw.choice((("Feb.", 28), ("April", 30), ("June", 30), ("September", 30)))
    form = f"The hearing is set for {month} {{}}, 2019, in {draw.choice(_TOWNS)}."
    return Statement(form.format(length), form.format(min(length + draw.randint(1, 2), 31)))


MAKERS: dict[str, Maker] = {
    "unit conversion: number": conversion,
    "unit conversion: unit": wrong_unit,
    "percent change": percent_change,
    "doubled, tripled, halved": multiple,
    "X of Y (Z%)": share_of,
    "total and parts": total_parts,
    "listed count": listed_count,
    "age and birth year": age_year,
    "duration": duration,
    "reversed range": reversed_range,
    "time zones": time_zone,
    "votes and voters": vote_tally,
    "price times number": unit_price,
    "million and billion": magnitude,
    "headline number": headline_number,
    "counted twice": counted_twice,
    "past event after the article": past_event,
    "score and winner": score,
    "impossible date": impossible_date,
}
