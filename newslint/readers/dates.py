"""The date of an article in the notations that files use, as an ISO date."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T|$|(?=\s))")
_NAMED = re.compile(
    r"(?:(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?"
    r"|(?P<day_first>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month_next>[A-Za-z]{3,9})\.?,?)"
    r"\s+(?P<year>\d{4})(?!\d)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def iso_date(text: str) -> str:
    """Return the day as `YYYY-MM-DD` if `text` is a date in a known notation, else `text`.

    Known are ISO 8601, the compact form of NITF, RFC 5322 (RSS) and a month in English words. A
    date of digits only in another order (5/11/2026) is left: it may be read two ways.
    """
    text = text.strip()
    for pattern in (_ISO, _SLASHED, _COMPACT):
        match = pattern.match(text)
        if match:
            return _iso(*map(int, match.groups())) or text
    named = _NAMED.search(text)
    if named:
        return _from_names(named) or text
    parsed = parsedate(text)
    return (_iso(*parsed[:3]) if parsed else "") or text


def _from_names(match: re.Match[str]) -> str:
    name = (match["month"] or match["month_next"])[:3].lower()
    if name not in _MONTHS:
        return ""
    day = int(match["day"] or match["day_first"])
    return _iso(int(match["year"]), _MONTHS.index(name) + 1, day)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
