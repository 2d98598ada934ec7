r"""Find the literals that every match of a pattern must contain."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.matching.folding import fold, foldable
from newslint.record import Record

#: A literal that weighs less than this stands in nearly every text.
LEAST_WEIGHT = 3.0


class Literals(Record):
    """What a match must contain: at least one of `words`, which are folded.

    `offset` is where the literal stands from the start of the match, None where that varies.
    `left` and `right` say that a word border is sure to stand at that end of the literal.
    """

    words: frozenset[str]
    offset: int | None
    left: bool
    right: bool

    @property
    def weight(self) -> float:
        """Return the weight of the literal that is the least selective."""
        return min(map(weight, self.words))


class Analysis(Record):
    """What is known of a pattern before it is run.

    `literals` are the best ones, None if there are none worth looking for. `relaxed` is a pattern
    in RE2's syntax that is found in every folded text the pattern matches; empty if there is none.
    `risky` says that a part which may match in several ways is repeated without limit, so that a
    text can be tried in more ways than there is time for.
    """

    literals: Literals | None
    relaxed: str = ""
    risky: bool = False


def weight(literal: str) -> float:
    """Judge how selective a folded literal is: about the number of its letters.

    Marks that stand in every sentence weigh like a letter, other marks like a word, and marks side
    by side more than alone, since copy rarely has them.
    """
    letters = literal.replace(" ", "")
    if letters.isalnum():
        return (len(letters) + len(literal)) / 2
    total = 0.0
    before = "a"
    for char in literal:
        if char.isspace():
            total += 0.5
        elif char.isalnum() or char in _COMMON_MARKS:
            total += 1.0
        else:
            total += LEAST_WEIGHT
        if not (char.isalnum() or char.isspace() or before.isalnum() or before.isspace()):
            total += 1.0
        before = char
    return total


_COMMON_MARKS = frozenset(".,'-“”\"")


def best(candidates: Iterable[Literals]) -> Literals | None:
    """Choose the most selective literals: long ones first, then at a known place, then few."""
    chosen: Literals | None = None
    highest: tuple[float, bool, int] | None = None
    for each in candidates:
        if chosen is not None and each.words is chosen.words and each.offset == chosen.offset:
            continue
        # Beyond some length a literal is selective enough: then the cheap confirmation counts.
        heavy = min(each.weight, 7.0)
        if heavy < LEAST_WEIGHT:
            continue
        selectivity = (heavy, each.offset is not None, -len(each.words))
        if highest is None or selectivity > highest:
            chosen, highest = each, selectivity
    return chosen


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
