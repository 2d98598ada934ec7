"""Compare text without case, position for position."""

from __future__ import annotations

import re

# Letters whose case pairs lower() does not join, and the one letter that lower() makes longer.
_ODD = {
    "\u0130": "i",  # capital dotted I
    "\u0131": "i",  # small dotless i
    "\u017f": "s",  # long s
    "\u212a": "k",  # Kelvin sign
    "\u212b": "\u00e5",  # Angstrom sign
    "\u00b5": "\u03bc",  # micro sign
}
# Half a surrogate pair, which JSON can hold, has no UTF-8 form for the native matchers.
_ODD_CHARS = re.compile("[\u0130\u0131\u017f\u212a\u212b\u00b5\ud800-\udfff]")


def fold(text: str) -> str:
    """Return `text` without case, of the same length and fit for UTF-8.

    Every letter that `regex` lets match another one without case becomes the same letter, for the
    letters that `foldable` names.
    """
    if not text.isascii() and _ODD_CHARS.search(text):
        text = _ODD_CHARS.sub(lambda match: _ODD.get(match.group(), "\ufffd"), text)
    return text.lower()


def foldable(char: str) -> bool:
    """Tell whether `fold` is sure to join all that matches `char` without case."""
    return char.isascii() or "À" <= char <= "ſ" or char.lower() == char.upper() == char
