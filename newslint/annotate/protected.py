"""What no fix may change: the values of numbers, dates and weekdays."""

from __future__ import annotations

from collections import Counter

from newslint.annotate.numerals import letter_scale, numerals
from newslint.document import Document
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_CALENDAR = compiled(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    IGNORECASE,
)
#: "7:00 p.m." and "7 p.m." are one time.
_NOUGHTS = compiled(r"(?<=\d)[:.]00(?=\s?[ap]\.?m)", IGNORECASE)
_LONG = compiled(r"\d{19,}")


class Protected:
    """Judges edits of one document."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def allows(self, span: Span, replacement: str) -> bool:
        """Tell whether the edit leaves every number and calendar word its value.

        "2.5 billion dollars" may become "$2.5bn", "nine" may become "9", and 9 may not become 8.
        """
        old = span.of(self._text)
        return _facts(old) == _facts(replacement)


def _facts(text: str) -> Counter[object]:
    """Count the values of the numbers, and the calendar words by their first three letters."""
    text = _NOUGHTS.sub("", text)
    values: list[object] = [letter_scale(text, each).value for each in numerals(text, 0, len(text))]
    calendar = [match.group().lower()[:3] for match in _CALENDAR.finditer(text)]
    return Counter([*values, *calendar, *_LONG.findall(text)])


def protected(document: Document) -> Protected:
    """Return the judge of edits for a document."""
    return Protected(document.text)
