"""The plain loop over patterns: the reference that every faster index must agree with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint.matching.base import Match, Owned, Pattern, Stopped, full
from newslint.regexes import IGNORECASE, escape, program
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class LoopIndex:
    """Search every pattern in every piece."""

    def __init__(self, owned: Owned) -> None:
        self._patterns = [(owner, pattern) for owner, patterns in owned for pattern in patterns]

    def find(
        self, text: str, pieces: Sequence[Span], stopped: list[Stopped] | None = None
    ) -> Mapping[int, Sequence[Match]]:
        """Return each owner's matches in the pieces of `text`; stops nothing."""
        found: dict[int, list[Match]] = {}
        done: frozenset[int] = frozenset()
        for piece in pieces:
            words = piece.of(text)
            for owner, pattern in self._patterns:
                if owner in done:
                    continue
                for match in compiled(pattern).finditer(words):
                    if match.end() > match.start():
                        found.setdefault(owner, []).append(match_of(match, pattern, piece.start))
            done = full(found)
        for matches in found.values():
            matches.sort(key=lambda match: match.span)
        return found


@cache
def compiled(pattern: Pattern) -> regex.Pattern[str]:
    """Compile a pattern when it is first needed; raises `regex.error` with what is wrong."""
    source = literal_source(pattern.source) if pattern.literal else pattern.source
    return program(source, IGNORECASE if pattern.ignore_case else 0)


def literal_source(words: str) -> str:
    """Write plain words as a pattern that matches them whole."""
    parts = [escape(part) for part in words.split()]
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return before + r"\s+".join(parts) + after


def match_of(match: regex.Match[str], pattern: Pattern, shift: int) -> Match:
    """Return a match found in a piece that starts at `shift` of the text."""
    span = Span(match.start(), match.end()).shift(shift)
    return Match(
        span, match.group(), pattern.tag, (match.group(), *match.groups()), match.re.groupindex
    )
