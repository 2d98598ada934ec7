"""Offices and ranks of which one person holds one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled, escape
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Office(Record):
    """An office as written in one place: two of one group exclude each other."""

    group: str
    value: str
    span: Span


_PORTFOLIO = compiled(
    r"\b(?P<what>finance|foreign|interior|home|defen[cs]e|justice|health|education|trade|energy|"
    r"labou?r|transport|agriculture|environment|culture|housing|commerce|treasury|economy|sports?|"
    r"tourism|science|industry|immigration|press|information) (?P<post>minister|secretary)\b",
    IGNORECASE,
)
_BEFORE_NOUN = 13


def offices(span: Span, folded: str) -> Iterator[Office]:
    """Read the offices out of a title or role phrase."""
    pattern, known = _forms()
    match = pattern.search(folded, *span)
    if match is not None:
        group, value = known[match.group()]
        yield Office(group, value, Span(*match.span()))
    portfolio = _PORTFOLIO.search(folded, max(0, span.start - _BEFORE_NOUN), span.end)
    if portfolio is not None:
        what = portfolio["what"].lower()
        yield Office(portfolio["post"].lower(), what, Span(*portfolio.span()))


def portfolio_start(folded: str, noun: Span) -> int:
    """Return where "finance minister" begins, given where "minister" stands."""
    match = _PORTFOLIO.search(folded, max(0, noun.start - _BEFORE_NOUN), noun.end)
    return match.start() if match is not None and match.end() == noun.end else noun.start


def offices_in(title: str) -> list[Office]:
    """Read the offices out of a title that stands by itself."""
    return list(offices(Span(0, len(title)), title))


@cache
def _forms() -> tuple[regex.Pattern[str], dict[str, tuple[str, str]]]:
    rows = {form: (group, office) for form, group, office in lexicon.rows("offices")}
    forms = "|".join(escape(form) for form in sorted(rows, key=len, reverse=True))
    return compiled(rf"(?<![\w.-])(?:{forms})(?![\w-])"), rows
