"""Say which patterns are expensive, why, and what their author can do."""

from __future__ import annotations

from newslint.matching.analysis import analyse
from newslint.matching.base import Pattern
from newslint.record import Record


class Cost(Record):
    """Why a pattern is run over every paragraph instead of where one of its words stands."""

    pattern: Pattern
    reason: str
    hint: str


def cost_of(pattern: Pattern) -> Cost | None:
    """Return why a pattern is expensive, None if it is not."""
    literals, relaxed, _ = analyse(pattern)
    if literals is not None:
        return None
    if not relaxed:
        return Cost(
            pattern,
            "it uses syntax that the index does not read",
            "write it without named lists, fuzzy matching, conditionals and (?x)",
        )
    return Cost(
        pattern,
        "no word of three letters and no rare mark is sure to stand in a match",
        "add a word that must be there, or split the pattern by its first words",
    )
