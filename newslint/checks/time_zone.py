"""A time given in two zones that is not one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise, product

from newslint.annotate.dates import TimeMention, dates
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.lexicon import rows
from newslint.record import Record
from newslint.regexes import compiled

_JOINED = compiled(
    r"[ ]?(?:\(|/|,|, or|or|;)[ ]?(?:or |about |around |\()?|[ ](?:on )?[A-Z][a-z]+day[ ]\("
)
_DAY = 24 * 60
_QUARTER = 15
#: The offsets that some place keeps, in minutes from UTC.
_WEST, _EAST = -12 * 60, 14 * 60


class Parameters(Record):
    """The check has no parameters."""


class TimeZone(DocumentCheck[Parameters]):
    """Report "10 a.m. EDT (1600 GMT)", which is 1400 GMT.

    A local time whose zone is not named may have any offset that some place keeps, but one only
    in one article.
    """

    kind = "time-zone"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the second time, with the first as related place."""
        local: list[tuple[TimeMention, TimeMention, int]] = []
        for one, two in _pairs(document):
            first, second = _offsets(one.zone), _offsets(two.zone)
            if first and second:
                pairs = _combined(one, two)
                if all((one.minutes - a - two.minutes + b) % _DAY for a, b in pairs):
                    right = (one.minutes - first[0] + second[0]) % _DAY
                    yield _hit(one, two, f"{_clock(right)} {two.zone}", document)
            elif second and ("local" in one.zone.lower() or not one.zone):
                ahead = (one.minutes - two.minutes + second[0] - _WEST) % _DAY + _WEST
                if ahead % _QUARTER or ahead > _EAST:
                    yield _hit(one, two, "an offset that no place keeps", document)
                elif "local" in one.zone.lower():
                    local.append((one, two, ahead))
        for (earlier, _, usual), (one, two, ahead) in pairwise(local):
            if usual != ahead:
                hours = f"{abs(ahead - usual) / 60:g} hours off the other local time"
                yield _hit(one, two, hours, document, earlier)


def _pairs(document: Document) -> Iterator[tuple[TimeMention, TimeMention]]:
    times = document.layer(dates).times
    for one, two in pairwise(times):
        gap = document.folded[one.span.end : two.span.start]
        joined = one.block == two.block and _JOINED.fullmatch(gap)
        if joined and two.zone and one.zone != two.zone and (one.zone or "(" in gap):
            yield one, two


@cache
def _zones() -> Mapping[str, tuple[int, ...]]:
    return {
        name: tuple(int(each) for each in minutes.split("|"))
        for name, minutes in rows("time-zones")
    }


def _offsets(zone: str) -> tuple[int, ...]:
    """Return the minutes a named zone may be ahead of UTC: summer time may be meant too."""
    return _zones().get(zone.split(" ", maxsplit=1)[0], ())


_AMERICAN = compiled(r"[ECMP][SD]?T\b|Eastern|Central|Mountain|Pacific")


def _same_summer(one: TimeMention, two: TimeMention) -> bool:
    """Tell whether both zones change to summer time on one day, as those of North America do."""
    return bool(_AMERICAN.match(one.zone) and _AMERICAN.match(two.zone))


def _combined(one: TimeMention, two: TimeMention) -> Iterable[tuple[int, int]]:
    """Return the offsets that both zones may have at one time."""
    first, second = _offsets(one.zone), _offsets(two.zone)
    return zip(first, second, strict=False) if _same_summer(one, two) else product(first, second)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _hit(
    one: TimeMention,
    two: TimeMention,
    right: str,
    document: Document,
    other: TimeMention | None = None,
) -> Hit:
    values = {
        "found": two.span.of(document.text),
        "other": one.span.of(document.text),
        "sum": right,
    }
    related = [Related(one.span, "the same moment in the other zone")]
    if other is not None:
        related.append(Related(other.span, "another local time"))
    return Hit(two.span, values, related=tuple(sorted(related)))
