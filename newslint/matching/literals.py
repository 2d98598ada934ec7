r"""Find the literals that every match of a pattern must contain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.matching.folding import fold, foldable

#: A literal shorter than this stands in nearly every text.
MIN_LENGTH = 3


class Literals(NamedTuple):
    """What a match must contain: at least one of `words`, which are folded.

    `offset` is where the literal stands from the start of the match, None where that varies.
    `left` and `right` say that a word border is sure to stand at that end of the literal.
    """

    words: frozenset[str]
    offset: int | None
    left: bool
    right: bool

    @property
    def shortest(self) -> int:
        """Return the length of the shortest literal."""
        return min(map(len, self.words))


class Analysis(NamedTuple):
    """What is known of a pattern before it is run.

    `literals` are the best ones, None if there are none worth looking for. `relaxed` is a pattern
    in RE2's syntax that is found in every folded text the pattern matches; empty if there is none.
    """

    literals: Literals | None
    relaxed: str = ""


def best(candidates: Iterable[Literals]) -> Literals | None:
    """Choose the most selective literals: long ones first, then at a known place, then few."""
    usable = [each for each in candidates if each.shortest >= MIN_LENGTH]
    return max(usable, key=_selectivity, default=None)


def _selectivity(literals: Literals) -> tuple[int, bool, int]:
    # Beyond some length a literal is selective enough: then the cheap confirmation counts.
    return (min(literals.shortest, 7), literals.offset is not None, -len(literals.words))


def literals_of_words(source: str) -> Literals | None:
    """Return the best literal of plain words: one of them, since any white space may part them."""
    parts = [fold(part) for part in source.split()]
    candidates = []
    for number, part in enumerate(parts):
        if not all(map(foldable, part)):
            return None
        left = part[0].isalnum() if number == 0 else True
        right = part[-1].isalnum() if number == len(parts) - 1 else True
        offset = 0 if number == 0 else None
        candidates.append(Literals(frozenset([part]), offset, left, right))
    return best(candidates)
