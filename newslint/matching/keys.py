"""Look literals up by short keys that any text holding the literal is sure to hold too.

A literal that holds a whole word is found by that word, one that begins a word by the word's first
letters, any other by the rarest three of its letters in a row. A text is read once for all keys.
"""

from __future__ import annotations

from newslint.regexes import compiled

_WORD = compiled(r"\w+")
_PREFIX = 5
_GRAM = 3
_BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz"


def key_of(literal: str, *, left: bool, right: bool) -> str:
    """Return the key of a folded literal; `left` and `right` say where a word border is sure."""
    prefix = ""
    word = ""
    for match in _WORD.finditer(literal):
        starts = match.start() > 0 or left
        ends = match.end() < len(literal) or right
        found = match.group()
        if starts and ends and len(found) > len(word):
            word = found
        elif starts and len(found) > len(prefix):
            prefix = found
    if len(word) >= _GRAM:
        return word
    if len(prefix) >= _GRAM:
        return "^" + prefix[:_PREFIX]
    if word:
        return word
    return "~" + _rarest(literal) if len(literal) >= _GRAM else "~"


def _rarest(literal: str) -> str:
    """Return the three letters in a row that stand in the fewest texts."""
    grams = (literal[at : at + _GRAM] for at in range(len(literal) - _GRAM + 1))
    return max(grams, key=lambda gram: sum(map(_rarity, gram)))


def _rarity(letter: str) -> int:
    """Rank a letter by how seldom it stands in English; a mark or figure ranks as a rare letter."""
    place = _BY_FREQUENCY.find(letter)
    return place if place >= 0 else len(_BY_FREQUENCY)


def keys_in(text: str, *, prefixes: bool = True, grams: bool = True) -> set[str]:
    """Return every key under which a literal of a folded text can stand.

    Where no literal has a key of a kind, that kind can be left out.
    """
    words = set(_WORD.findall(text))
    keys = set(words)
    if prefixes:
        for length in range(_GRAM, _PREFIX + 1):
            keys.update(["^" + word[:length] for word in words if len(word) >= length])
    if grams:
        keys.add("~")  # literals too short for a key of their own
        keys.update(["~" + text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)])
    return keys
