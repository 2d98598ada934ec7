"""Words so alike that one may be a slip for the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations

#: Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_LARGEST_GROUP = 40
_ANAGRAM = 6
#: The longest word that has a place among its likes: no name is longer.
_LONGEST = 64


def plain(word: str) -> str:
    """Return a word in lower case without accents."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def one_slip_apart(first: str, second: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with its neighbour parts them."""
    shorter, longer = sorted((first, second), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    if shorter[start + 1 :] == longer[start + 1 :]:
        return start < len(shorter)
    swapped = longer[start : start + 2][::-1] == shorter[start : start + 2]
    return swapped and shorter[start + 2 :] == longer[start + 2 :]


def alike_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of different words that are one slip apart, accents and capitals aside.

    Two words of the same letters in another order, with the same first, count too. Words that lose
    a letter to become the same string meet in one group, so that the work grows
    with the number of words and not with its square.
    """
    groups: dict[str, list[str]] = {}
    folded = {word: plain(word) for word in words}
    for word, key in folded.items():
        if len(key) > _LONGEST:
            continue
        anagram = key[0] + "".join(sorted(key[1:])).upper() if len(key) >= _ANAGRAM else key
        for shortened in {key, anagram, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
            groups.setdefault(shortened, []).append(word)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        if not 1 < len(group) <= _LARGEST_GROUP:
            continue
        for pair in combinations(group, 2):
            first, second = folded[pair[0]], folded[pair[1]]
            if pair not in seen and _alike(first, second):
                seen.add(pair)
                yield pair


def _alike(first: str, second: str) -> bool:
    if first == second or one_slip_apart(first, second):
        return True
    same_letters = len(first) >= _ANAGRAM and sorted(first) == sorted(second)
    return same_letters and first[0] == second[0]
