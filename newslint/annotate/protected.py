"""What no fix may change: names, the values of numbers, dates and weekdays."""

from __future__ import annotations

import re
from collections import Counter

from newslint.document import Document
from newslint.span import Span

_DIGITS = re.compile(r"\d+")
_CALENDAR = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)


class Protected:
    """Judges edits of one document."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def allows(self, span: Span, replacement: str) -> bool:
        """Tell whether the edit leaves every number and calendar word as it is."""
        old = span.of(self._text)
        return _facts(old) == _facts(replacement)


def _facts(text: str) -> Counter[str]:
    """Count the digits and calendar words, separators and endings apart."""
    digits = _DIGITS.findall(text.replace(",", ""))
    calendar = [match.group().lower()[:3] for match in _CALENDAR.finditer(text)]
    return Counter([*digits, *calendar])


def protected(document: Document) -> Protected:
    """Return the judge of edits for a document."""
    return Protected(document.text)
