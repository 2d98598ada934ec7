"""What a pair of quotation marks does, judged by the words in it and before it."""

from __future__ import annotations

from newslint.lexicon import words
from newslint.regexes import compiled
from newslint.span import Span

_FEW = 3  # of quoted spans of one to three words a third are no speech (measured on news)
_CLAUSE = 4
_TITLE_WORDS = 12
_LONGEST_TITLE = 20  # words of a title whose capitals show it for one
_SURE_TITLE = 6  # words that all bear a title's capitals, which speech does not
_WORD = compiled(r"[^\W\d_][\w'’.&-]*")
_SMALL = frozenset(
    "a an and as at but by de for from if in into is it la le nor of off on onto or out over per "
    "so than that the to up upon v via vs with yet".split()
)
_NAMED = compiled(
    r"\b(?:called|dubbed|named|nicknamed|renamed|branded|known (?:\w+ )?as|so-called)\s$"
)
_TITLED = compiled(r"\b(?:titled|entitled|headlined|subtitled)[,:]?\s$")
_HELD_OFF = compiled(r"\b(?:so-called|supposed|self-styled|self-described)\s$")
_LAST_WORD = compiled(r"([^\W\d_][\w'’-]*)(?:[,:])?\s$")
_BEFORE = 40  # characters looked at before the opening mark
_SENTENCE_END = (".", "?", "!", "…", "—", "–", "--")
_SENTENCE = compiled(r"[.?!]\s+[\"“‘'(]?[A-Z]")


def looks_like_title(text: str, start: int, inner: Span) -> bool:
    """Tell whether quoted words are the name of a work, law or ship, or a name given."""
    quoted = inner.of(text).strip()
    if not quoted or len(quoted.split()) > _LONGEST_TITLE:
        return False
    before = text[max(0, start - _BEFORE) : start]
    if quoted.endswith("."):  # the sentence's own full stop, put inside
        return before.rstrip()[-1:].isalnum() and has_title_capitals(quoted)
    capitals = has_title_capitals(quoted)
    if capitals and not _speech_follows(before) and not _is_called_out(quoted, before):
        return True
    if not quoted[0].isupper():
        return False
    if capitals and len(quoted.split()) >= _SURE_TITLE and before.rstrip().endswith(","):
        return True
    if _TITLED.search(before):
        return True
    if quoted.endswith(",") or len(quoted.split()) > _TITLE_WORDS:
        return False
    if _NAMED.search(before):
        return True
    last = _LAST_WORD.search(before)
    works = words("work-nouns")
    return last is not None and last.group(1).lower() in works and not quoted.endswith(("?", "!"))


def looks_like_scare(text: str, start: int, inner: Span) -> bool:
    """Tell whether quoted words are few and no sentence: a term held at arm's length."""
    quoted = inner.of(text).strip()
    if len(quoted.split()) > _FEW or quoted.endswith((*_SENTENCE_END, ",")):
        return False
    before = text[max(0, start - _BEFORE) : start]
    if _HELD_OFF.search(before):
        return True
    verbs = words("reporting-verbs")
    return not any(each.lower() in verbs for each in _WORD.findall(before))


def looks_like_speech(text: str, start: int, inner: Span) -> bool:
    """Tell whether quoted words are at least a clause that somebody said."""
    quoted = inner.of(text).strip()
    if len(quoted.split()) < _CLAUSE:
        return quoted.endswith((*_SENTENCE_END, ",")) and quoted[:1].isupper()
    if _SENTENCE.search(quoted):
        return True
    first = next((char for char in quoted if char.isalnum()), "")
    if first.isupper() and quoted.split()[0] != "I":
        return True
    before = text[max(0, start - 2) : start].rstrip()
    return not before or before[-1] in ",:;.?!—–-(\"”’'"


def has_title_capitals(quoted: str) -> bool:
    """Tell whether words bear the capitals of a title, as those of a headline may."""
    found = _WORD.findall(quoted)
    if len(found) < 2 or not found[0][0].isupper() or found[0] == "I":
        return False
    return all(each[0].isupper() or each in _SMALL for each in found)


def _is_called_out(quoted: str, before: str) -> bool:
    """Tell whether words are a call that a verb reports: “She declared “What a Night!””."""
    last = _LAST_WORD.search(before) if quoted.endswith(("!", "?")) else None
    return last is not None and last.group(1).lower() in words("reporting-verbs")


def _speech_follows(before: str) -> bool:
    """Tell whether the words before an opening mark lead into speech."""
    return before.rstrip().endswith((":", ","))
