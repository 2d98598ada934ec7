"""Whether a word modifies the common noun behind it."""

from __future__ import annotations

from newslint.annotate.names import FUNCTION_WORDS
from newslint.regexes import compiled

_FOLLOWING = compiled(r" (?:and \p{Lu}[\w-]* )?(\p{Ll}[\w-]*)")
_NO_NOUN = compiled(r".*(?:ly|ed|ing|'s)")
# A short word that is not a noun after all, though it is no function word either.
_VERBS = frozenset(
    "added adds asks became become becomes began begins came comes faces fell found gave gets "
    "gives goes got grew held helped hit keeps kept knew led left lost made makes meets met paid "
    "put ran runs said saw says seems sent set shows spoke spread struck takes tells thinks threw "
    "told took tries voted wants went won writes wrote ago alone already also always anyway "
    "anyways apart away back down else enough far forward here home indeed instead maybe next "
    "okay out per please quite really right soon sure there together too twice very well".split()
)


def modified_noun(folded: str, end: int) -> str:
    """Return the common noun that follows, or an empty string."""
    match = _FOLLOWING.match(folded, end)
    if match is None:
        return ""
    word = match[1]
    if word in FUNCTION_WORDS or word in _VERBS or _NO_NOUN.fullmatch(word):
        return ""
    return word
