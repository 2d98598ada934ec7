"""Capitals that ask for no definition: names of firms, stations, people, models, and those told."""

from __future__ import annotations

from newslint.regexes import compiled
from newslint.span import Span

#: What stands before capitals that are explained, quoted from elsewhere, or no acronym.
_BEFORE = compiled(
    r"(?:[$#@=<(]|, or |\b\p{Lu}{3,},?[ ]"
    r"|\b(?:known as|called|dubbed|named|branded|nicknamed|short for)[ ][\"“'‘]?"
    r"|\b(?:firm|company|giant|group|bank|retailer|maker|manufacturer|conglomerate|insurer|"
    r"start-?up|operator|carrier|broker|brokerage|agency|channel|network|station|broadcaster|"
    r"newspaper|magazine|website|site|blog|show|programme|program|series|band|nonprofit|rapper|"
    r"singer|label|brand|app|drug|opioid|stimulant|hallucinogen|chemical|software|console|model|"
    r"rifle|pistol|handgun|missile|satellite)[ ]"
    r"|\b(?:analyst|strategist|economist|trader|partner|manager|fellow)[ ](?:at|with)[ ])$"
)
#: What stands behind a name: more of it, a model's number, an apposition, a speaker's colon.
_BEHIND = compiled(
    r"(?:[ ]\d|,?[ ]\p{Lu}{3,}\b|-[\dA-Z]|['’](?!s\b)|[:$]| v\. | [(\[]| via\b| [-–—]|"
    r"[ ](?!(?:President|Director|Chair|Chairman|Chairwoman|Chief|Secretary|Commissioner|CEO|"
    r"Executive|Vice|General|Spokes\w+|Deputy|Undersheriff|Sheriff|Officers?|Detective|Captain|"
    r"Capt|Lieutenant|Lt|Sergeant|Sgt|Inspector|Superintendent|Assistant)\b)[\"“(]?\p{Lu}|"
    r"[ ](?:news[ ])?(?:website|channel|radio|network|newspaper|magazine|hotspots?|phones?)\b|"
    r"-TV\b|,[ ](?:an?|the|which|another|one of)[ ])"
)
#: American stations on the air.
_STATION = compiled(r"[KW][A-Z]{3}\d?")
#: Copied posts, and answers in an interview that is printed as it was spoken.
_POST = compiled(r"<tweet\b|https?://|pic\.twitter|\bt\.co/|[ ]@\w|[ ]#\w")
_SPOKEN = compiled(r"\(\(|[QA]:[ ]")
_SMALL = r"(?:[ ](?:of|the|and|for|in|on|to|a|an|at|by|&))*[ -]"
_POST_REACH = 160


def needs_no_definition(letters: str, use: Span, text: str) -> bool:
    """Tell whether capitals are a name, or told on the spot, or part of a copied post."""
    before = text[max(0, use.start - 30) : use.start]
    if not letters.isascii() or not text[use.end : use.end + 1].isascii():
        return text[use.end : use.end + 1] not in "’”—–…"
    pointed = "." in use.of(text)
    money = letters[-1].isdigit() and text.startswith((" million", " billion"), use.end)
    return bool(
        money
        or _BEFORE.search(before)
        or _BEHIND.match(text, use.end)
        or (pointed and len(letters) == 2)
        or _STATION.fullmatch(letters)
        or _in_post(use, text)
    )


def _in_post(use: Span, text: str) -> bool:
    line = text.rfind("\n", 0, use.start) + 1
    if _SPOKEN.match(text, line):
        return True
    start = max(line, use.start - _POST_REACH)
    end = text.find("\n", use.end)
    end = min(use.end + _POST_REACH, len(text) if end < 0 else end)
    return _POST.search(text, start, end) is not None


def words_of(letters: str, text: str) -> Span | None:
    """Find words with these initials, with or without brackets.

    The main words need capitals; one of the letters may be a small word's: OFA for Organizing for
    Action.
    """
    plain = [letter for letter in letters if letter.isalnum()]
    if len(plain) < 2:
        return None
    words = [rf"{letter}[\p{{Ll}}'’]+" for letter in plain]
    small = [rf"{letter.lower()}(?:f|or|n|he|nd|o)" for letter in plain]
    forms = [_SMALL.join(words)]
    forms += [
        _SMALL.join([*words[:at], small[at], *words[at + 1 :]]) for at in range(1, len(plain) - 1)
    ]
    match = compiled(rf"\b(?:{'|'.join(forms)})\b").search(text)
    return None if match is None else Span(*match.span())


def is_shouted_word(letters: str, text: str) -> bool:
    """Tell whether the capitals are a word that elsewhere has small letters: EBOLA, Ebola."""
    return compiled(rf"\b{letters[0]}{letters[1:].lower()}\b").search(text) is not None
