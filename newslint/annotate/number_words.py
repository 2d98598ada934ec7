"""Numbers written out, and written in figures, as English copy writes them."""

from __future__ import annotations

from newslint.annotate.numerals import CARDINALS, ORDINALS

_WORD_OF = {value: word for word, value in CARDINALS.items()}
_ORDINAL_OF = {value: word for word, value in ORDINALS.items()}
_THOUSAND = 1000


def in_words(value: int) -> str:
    """Write a whole number below a million in words: 342 as "three hundred and forty-two"."""
    if value >= _THOUSAND:
        whole, rest = divmod(value, _THOUSAND)
        tail = f" {in_words(rest)}" if rest else ""
        return f"{in_words(whole)} thousand{tail}"
    if value >= 100:
        whole, rest = divmod(value, 100)
        tail = f" and {in_words(rest)}" if rest else ""
        return f"{_WORD_OF[whole]} hundred{tail}"
    if value in _WORD_OF:
        return _WORD_OF[value]
    return f"{_WORD_OF[value - value % 10]}-{_WORD_OF[value % 10]}"


def in_figures(value: float, separator: str = ",") -> str:
    """Write a number in figures: 1,250 or 2.5."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", separator)
    return f"{value:,.10g}".replace(",", separator)


def ordinal_in_words(value: int) -> str:
    """Write an ordinal below 100 in words: 23 as "twenty-third"."""
    if value in _ORDINAL_OF:
        return _ORDINAL_OF[value]
    return f"{_WORD_OF[value - value % 10]}-{_ORDINAL_OF[value % 10]}"


def ordinal_in_figures(value: int) -> str:
    """Write an ordinal in figures: 23 as "23rd"."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


def with_capital_of(found: str, replacement: str) -> str:
    """Give a replacement the capital that what it replaces begins with."""
    return replacement[:1].upper() + replacement[1:] if found[:1].isupper() else replacement
