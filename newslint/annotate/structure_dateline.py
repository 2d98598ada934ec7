"""The dateline: where, when and from which agency, at the head of the first paragraph."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.annotate.structure_lines import DAY, is_date_only
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Dateline(Record):
    """A dateline as written; `span` ends with its dash.

    `city` and `region` are empty where only an agency stands ("(CNN) —"). `confidence` is lower
    where neither capitals, agency nor date prove that a place stands there.
    """

    span: Span
    city: str
    region: str = ""
    day: str = ""
    agency: str = ""
    confidence: float = 0.95


_REGION = r"(?:[Tt]he )?\p{Lu}[\p{L}.'’-]*(?: (?:of |and |the )?\p{Lu}[\p{L}.'’-]*){0,3}"
_UPPER_WORD = (
    r"(?:\p{Lu}{2}[\p{Lu}'’.-]*|\p{Lu}\.\p{Lu}\.?|ST\.|St\.|\p{Lu}\.|"
    r"Mc\p{Lu}+|[A-Z]{1,2}['’]\p{Lu}+)"
)
_UPPER = rf"{_UPPER_WORD}(?:[ /-]{_UPPER_WORD}){{0,5}}"
_MIXED = r"\p{Lu}[\p{L}'’.-]+(?:[ /](?:(?:de|la|el|al|on|upon|of|the) )?\p{Lu}[\p{L}'’.-]+){0,3}"
_AGENCY = r"\((?P<agency>\p{Lu}[^()]{1,40})\)"
_DASH = r"\s*(?:[—–|]|--?|―|‑)(?:\s+|$|(?<=[—–―])(?=[\p{Lu}“\"'‘]))"
_AFTER = r"(?=[\p{Lu}\d“\"'‘«($£€]|$)"
#: How many words in capitals the name of a place has at most.
_MOST_WORDS = 4
# Words in capitals that stand before a dash or colon and are no place.
_NO_PLACE = frozenset(
    "ADVISORY ALERT ANALYSIS BREAKING COLUMN COMMENT CORRECTION DEVELOPING EDITORIAL EXCLUSIVE "
    "FACTBOX FLASH IN INTERVIEW JUST LATEST LIVE NEW NEWS NOTE OPINION PHOTO PHOTOS POLL REPORT "
    "REVIEW SPECIAL THE TIMELINE UPDATE UPDATED URGENT VIDEO WATCH WRAPUP".split()
)


@cache
def _pattern() -> regex.Pattern[str]:
    tail = rf"(?:,? (?P<region>{_REGION}))??(?:[,:;]? (?:on )?(?P<day>{DAY}))?(?: ?{_AGENCY})?"
    return compiled(
        rf"(?:(?P<upper>{_UPPER}){tail}{_DASH}"
        rf"|(?P<mixed>{_MIXED}){tail}{_DASH}"
        rf"|(?P<credit>\((?P<source>\p{{Lu}}[\w /.&'-]{{1,30}})\)){_DASH}"
        rf"|(?P<when>{DAY}(?<=\d{{4}})){_DASH}"
        rf"|(?P<colon>{_UPPER})(?:, (?P<land>{_REGION}))?:\s+){_AFTER}"
    )


def find_dateline(text: str, span: Span) -> Dateline | None:
    """Return the dateline at the head of `span`, or None."""
    match = _pattern().match(text, span.start, min(span.end, span.start + 140))
    if match is None:
        return None
    place = Span(span.start, match.start() + len(match.group().rstrip()))
    if match["credit"]:
        return Dateline(place, "", agency=match["source"], confidence=0.8)
    if match["when"]:
        return Dateline(place, "", day=match["when"], confidence=0.8)
    city = match["upper"] or match["mixed"] or match["colon"]
    region = match["region"] or match["land"] or ""
    barred = place.of(text).endswith("|") and not region
    if barred or not _is_place(city) or _is_heading(match["upper"] or "", region):
        return None
    found = Dateline(place, city, region, match["day"] or "", match["agency"] or "")
    return _judged(found, capitals=bool(match["upper"]), colon=bool(match["colon"]))


def _judged(found: Dateline, *, capitals: bool, colon: bool) -> Dateline | None:
    """Say how sure it is that a place stands before the dash, or None where it hardly is."""
    if found.agency or (capitals and (found.day or found.region)):
        return found
    known = _is_known(found.city) or _is_known(found.region)
    if colon:
        return found._replace(confidence=0.7) if known else None
    if capitals or found.day:
        return found._replace(confidence=0.9)
    return found._replace(confidence=0.6) if known else None


def _is_heading(city: str, region: str) -> bool:
    """Tell whether words in capitals before a dash are too many for a city and its country."""
    words = region.split()
    long = len(words) > 2 and region.isupper()
    return (long or len(city.split()) > _MOST_WORDS) and not _is_known(region)


def read_dateline(text: str, span: Span) -> Dateline | None:
    """Take apart a dateline that fills `span`, with or without its dash; None for a bare date."""
    if is_date_only(span.of(text)):
        return None
    found = find_dateline(text, span)
    if found is not None:
        return found
    match = _place_alone().fullmatch(text, *span)
    if match is None or not _is_place(match["city"]):
        return None
    day, agency = match["day"] or "", match["agency"] or ""
    return Dateline(span, match["city"], match["region"] or "", day, agency)


@cache
def _place_alone() -> regex.Pattern[str]:
    return compiled(
        rf"(?P<city>{_UPPER}|{_MIXED})(?:,? (?P<region>{_REGION}))??"
        rf"(?:[,:;]? (?:on )?(?P<day>{DAY}))?(?: ?{_AGENCY})?"
    )


def _is_place(city: str) -> bool:
    words = city.replace("/", " ").split()
    return len(city) > 1 and not all(word.strip(".,'’").upper() in _NO_PLACE for word in words)


@cache
def _places() -> frozenset[str]:
    return frozenset(name.upper() for name in lexicon.words("places"))


def _is_known(place: str) -> bool:
    """Tell whether a list of countries, states and larger cities holds the place."""
    return bool(place) and place.upper().rstrip(".") in _places()
