"""Cues: the words that say that somebody spoke, and the speaker they name, in one clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newslint import lexicon
from newslint.annotate.speakers import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    Word,
    main_subject,
    speaker_after,
    speaker_before,
)
from newslint.span import Span


class Cue(NamedTuple):
    """A cue and the speaker beside it.

    `strength` is 3 for a verb that introduces speech ("said"), 2 for one that may be a noun or
    takes a clause only, 1 for one that takes a noun phrase or a mere colon.
    """

    span: Span
    speaker: Span | None
    strength: int


class _Verb(NamedTuple):
    first: int  # the number of the verb group's first word, auxiliaries included
    verb: int
    last: int
    frames: frozenset[str]
    strength: int
    relative: bool


_TOKEN = re.compile(r"[@#]?[^\W_](?:[\w&]|['’.‐‑-](?=\w))*|[,;:()\[\]]|[—–―]|--+|…")
_IRREGULAR_PAST = frozenset(
    "said told wrote thought felt heard found showed saw held began sang swore lied bet put went "
    "shot hit struck cut broke spoke made let read quit wept cast".split()
)
_PASSIVE = frozenset("be been being is are was were get gets got getting 's 're am".split())
_PLURAL = frozenset("i we you they who all both many some others people".split())
_MODAL = frozenset(
    "to will would can could shall should may might must did do does not n't let i'll i'd "
    "we'll they'll he'd she'd he'll she'll they'd we'd".split()
)


@cache
def _verbs() -> dict[str, frozenset[str]]:
    table = {row[0]: frozenset(row[2].split()) for row in lexicon.rows("reporting-verbs")}
    return {form: frames for form, frames in table.items() if " " not in form}


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(row[1] for row in lexicon.rows("reporting-verbs"))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Map the first word of each verb of several words to the others and its frames."""
    table: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = {}
    for row in lexicon.rows("reporting-verbs"):
        head, *rest = row[0].split()
        if rest:
            entry = (tuple(rest), frozenset(row[2].split()))
            table[head] = (*table.get(head, ()), entry)
    return table


def tokens(text: str, start: int, end: int) -> list[Word]:
    """Split a stretch of the writer's own words into words and marks."""
    return [
        Word(m.group(), m.group().lower(), *m.span()) for m in _TOKEN.finditer(text, start, end)
    ]


def cue_after(words: Sequence[Word]) -> Cue | None:
    """Find the cue in the words between a quotation and the end of its clause."""
    first = 0
    while first < len(words) and words[first].text in (",", "—", "–", "―", "--"):
        first += 1
    words = words[first:]
    if not words:
        return None
    named = _according(words, 0)
    if named is not None:
        return named
    found = _all_verbs(words)
    lead = next((each for each in found if each.first == 0 or _only_adverbs(words, each)), None)
    if lead is not None and not words[lead.verb].lower.endswith("ing"):
        speaker = speaker_after(words, lead.last + 1)
        return Cue(_span(words, lead), speaker, lead.strength)
    usable = [each for each in found if not each.relative and _has_subject(words, each)]
    best = max(usable, key=lambda each: (each.strength, -each.verb), default=None)
    if best is not None:
        return Cue(_span(words, best), speaker_before(words, best.first), best.strength)
    return None


def cue_before(words: Sequence[Word]) -> Cue | None:
    """Find the cue in the words between the start of a sentence and a quotation."""
    if not words:
        return None
    found = [each for each in _all_verbs(words) if not each.relative]
    best = _nearest(words, found)
    if best is not None:
        speaker = speaker_before(words, best.first)
        if speaker is None:
            speaker = main_subject(words, best.first)
        return Cue(_span(words, best), speaker, best.strength)
    for index in range(len(words) - 1, -1, -1):
        named = _according(words, index)
        if named is not None:
            return named
    return None


def lead_in(words: Sequence[Word]) -> Cue | None:
    """Read words that end in a colon: “The mayor in May: …”, “Name: …”."""
    if len(words) < 2 or words[-1].text != ":":
        return None
    cue = cue_before(words[:-1])
    if cue is not None:
        return cue
    colon = Span(words[-1].start, words[-1].end)
    return Cue(colon, main_subject(words, len(words) - 1), 1)


def has_strong_cue(words: Sequence[Word]) -> bool:
    """Tell whether a clause holds a verb of speaking or “according to”."""
    if any(each.strength > 2 for each in _all_verbs(words)):
        return True
    return any(_according(words, index) for index in range(len(words)))


def _nearest(words: Sequence[Word], found: Sequence[_Verb]) -> _Verb | None:
    """Choose the verb that governs what comes after `words`."""
    if not found:
        return None
    if len(words) - found[-1].last <= 5:
        return found[-1]
    return max(found, key=lambda each: (each.strength, each.verb))


def _span(words: Sequence[Word], verb: _Verb) -> Span:
    return Span(words[verb.first].start, words[verb.last].end)


def _only_adverbs(words: Sequence[Word], verb: _Verb) -> bool:
    return verb.verb <= 2 and all(_is_adverb(words[i].lower) for i in range(verb.verb))


def _has_subject(words: Sequence[Word], verb: _Verb) -> bool:
    """Tell whether a subject stands before the verb, not another clause."""
    return not any(words[i].text in (";", ":") for i in range(verb.first))


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly"))


def _according(words: Sequence[Word], index: int) -> Cue | None:
    word = words[index].lower
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if word == "according" and following == "to":
        end = index + 1
    elif (
        word == "in"
        and following == "the"
        and [w.lower for w in words[index + 2 : index + 4]]
        == [
            "words",
            "of",
        ]
    ):
        end = index + 3
    else:
        return None
    speaker = speaker_after(words, end + 1)
    return Cue(Span(words[index].start, words[end].end), speaker, 3)


def _all_verbs(words: Sequence[Word]) -> list[_Verb]:
    found = []
    for index in range(len(words)):
        verb = _verb_at(words, index)
        if verb is not None:
            found.append(verb)
    return found


def _verb_at(words: Sequence[Word], index: int) -> _Verb | None:
    lower = words[index].lower
    frames, last = _frames(words, index)
    if not frames:
        return None
    if words[index].text[0].isupper() and index:
        return None
    first = index
    while first and (words[first - 1].lower in AUXILIARIES or _is_adverb(words[first - 1].lower)):
        first -= 1
    before = words[first - 1].lower if first else ""
    direct = words[index - 1].lower if index else ""
    strength = _strength(lower, frames, direct, before)
    if not strength:
        return None
    return _Verb(first, index, last, frames, strength, before in RELATIVES)


def _frames(words: Sequence[Word], index: int) -> tuple[frozenset[str] | None, int]:
    lower = words[index].lower
    for rest, frames in _phrases().get(lower, ()):
        following = tuple(word.lower for word in words[index + 1 : index + 1 + len(rest)])
        if following == rest:
            return frames, index + len(rest)
    return _verbs().get(lower), index


def _strength(lower: str, frames: frozenset[str], direct: str, before: str) -> int:
    """Judge a form by what stands before it: 0 where it is a noun, or passive."""
    if direct in DETERMINERS or direct.endswith(("'s", "’s")):
        return 0
    if direct in PREPOSITIONS and not lower.endswith("ing") and direct != "to":
        return 0
    speaks = 3 if "quote" in frames else (2 if "clause" in frames else 1)
    if lower.endswith("ing"):
        return speaks
    past = lower.endswith("ed") or lower in _IRREGULAR_PAST
    if past:
        return 0 if direct in _PASSIVE else speaks
    if lower in _lemmas():
        plain = direct in _MODAL or before in _PLURAL or direct in _PLURAL or direct in NEGATIONS
        return speaks if plain else (1 if direct.endswith("s") else 0)
    return speaks if lower in ("says", "tells", "writes", "adds", "asks") else min(speaks, 2)
