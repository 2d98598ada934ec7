"""Currencies: how they are written before and after a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newslint.annotate.units import form_pattern
from newslint.lexicon import rows
from newslint.record import Record
from newslint.regexes import compiled

if TYPE_CHECKING:
    import regex

#: A dollar that does not say whose: each house has its own.
DOLLAR = "$"


class Currency(Record):
    """A currency as one form of it is read.

    `code` is its ISO 4217 code, `$` for a bare dollar, or a name in lower case that several
    countries share ("peso"). `parts` is 100 where the form means a hundredth (cents, pence).
    """

    code: str
    parts: float = 1.0


class _Forms(Record):
    before: regex.Pattern[str]
    after: regex.Pattern[str]
    prefixes: dict[str, Currency]
    exact: dict[str, Currency]
    lower: dict[str, Currency]


@cache
def _forms() -> _Forms:
    prefixes: dict[str, Currency] = {}
    exact: dict[str, Currency] = {}
    for form, code, place, parts in rows("currencies"):
        chosen = prefixes if place == "before" else exact
        chosen[form] = Currency(code, float(parts))
    joined = "|".join(re.escape(form) for form in sorted(prefixes, key=len, reverse=True))
    before = compiled(rf"(?<![^\W_])({joined})[ ]?$")
    lower = {form.lower(): each for form, each in exact.items() if not form.isupper()}
    return _Forms(before, form_pattern(exact), prefixes, exact, lower)


def currency_before(text: str, position: int, start: int) -> tuple[Currency, int] | None:
    """Read the symbol or code that stands before a figure, with where it starts."""
    match = _forms().before.search(text, max(start, position - 6), position)
    if match is None or (match[1].isalpha() and not match[1].isupper() and match[1] != "Rs"):
        return None
    return _forms().prefixes[match[1]], match.start()


def currency_after(text: str, position: int, end: int) -> tuple[Currency, int] | None:
    """Read the currency words that follow a number, with where they end."""
    forms = _forms()
    match = forms.after.match(text, position, end)
    if match is None:
        return None
    found = forms.exact.get(match[1]) or forms.lower.get(match[1].lower())
    return (found, match.end()) if found else None
