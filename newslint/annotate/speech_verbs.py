"""Verbs of speaking in the writer's own words, told from nouns and passives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint import lexicon
from newslint.annotate.speakers import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_ENDS,
    COUNTS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    Word,
)
from newslint.record import Record

SURE = 3  # introduces speech
DOUBTFUL = 2  # may be a noun, or takes a clause only
WEAK = 1  # takes a noun phrase


class Verb(Record):
    """A verb of speaking: the numbers of its group's first word, of the verb, and of the last word.

    `relative` says that it belongs to a clause such as “who said” within the sentence.
    """

    first: int
    verb: int
    last: int
    frames: frozenset[str]
    strength: int
    relative: bool
    participle: bool  # the form in -ing


_IRREGULAR_PAST = frozenset(
    "said told wrote thought felt heard found showed saw held began sang swore lied bet put went "
    "shot hit struck cut broke spoke made let read quit wept cast taught".split()
)
_CERTAIN = frozenset("says said tells told writes wrote adds added asks asked".split())
_PLAIN = frozenset("say tell add ask write explain announce reply respond".split())
_MANNER = frozenset({"manner"})
_CLAUSES = frozenset({"clause", "manner"})
_TAKES_WORDS = frozenset({"quote", "as"})
_CONTRACTED = PRONOUNS | frozenset("that there what where here".split())
_LINKED = frozenset(
    {*(("to", verb) for verb in ("say", "add", "ask", "tell", "write", "explain")),
     ("by", "saying"), ("by", "adding"), ("by", "asking")}
)  # fmt: skip
_GOVERNORS = frozenset("went goes go going began begins quick seemed".split())
_TIMES = frozenset("day time week month year night morning afternoon evening point".split())
_ANSWERS = ("respon", "repl", "answer", "comment", "return")
_HAVE = frozenset("has had have he's she's they've i've we've".split())
_BEGINS = ("begin", "began", "start", "continu", "proceed")
_WHEN = frozenset("when if while".split())  # “when asked”
_PASSIVE = frozenset("be been being is are was were get gets got getting 's 're am".split())
_PLURAL = frozenset("i we you they who all both many some others people".split())
_MODAL = frozenset(
    "to will would can could shall should may might must did do does not n't let i'll i'd "
    "we'll they'll he'd she'd he'll she'll they'd we'd".split()
)
_CLAUSE_OPENERS = (
    CLAUSE_ENDS
    | PREPOSITIONS
    | DETERMINERS
    | PRONOUNS
    | frozenset("that how why what whether there".split())
)


@cache
def _forms() -> dict[str, frozenset[str]]:
    rows = [row for row in lexicon.rows("reporting-verbs") if " " not in row[0]]
    frames = {each: frozenset(each.split()) for each in {row[2] for row in rows}}
    return {row[0]: frames[row[2]] for row in rows}


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(row[1] for row in lexicon.rows("reporting-verbs"))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Map the first word of each verb of several words to the others and its frames."""
    table: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = {}
    for row in lexicon.rows("reporting-verbs"):
        if " " in row[0]:
            head, *rest = row[0].split()
            entry = (tuple(rest), frozenset(row[2].split()))
            table[head] = (*table.get(head, ()), entry)
    return table


def is_form(word: str) -> bool:
    """Tell whether a word, as written, is a form of a verb of speaking."""
    return word in _forms()


def is_adverb(word: str) -> bool:
    """Tell whether a word in small letters may stand between a subject and its verb."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly"))


def verbs_in(words: Sequence[Word]) -> list[Verb]:
    """Return the verbs of speaking in a stretch of the writer's words, in order."""
    forms, phrases = _forms(), _phrases()
    return [
        verb
        for index, word in enumerate(words)
        if (word.lower in forms or word.lower in phrases)
        and (verb := _verb_at(words, index)) is not None
    ]


def _verb_at(words: Sequence[Word], index: int) -> Verb | None:
    frames, last = _frames(words, index)
    if frames is None:
        return None
    if words[index].text[0].isupper() and not _inverted(words, index, frames):
        return None  # a name, or “Asked about it, …”
    first = index
    while first and _belongs(words[first - 1]):
        first -= 1
    told = not _goes_on_to_do(words, index, last) and _perfect(words, index)
    told = told and not _kept_silent(words, index, first)
    strength = _strength(words, index, first, last, frames) if told else 0
    if not strength or (frames == _MANNER and not _touches(words, first, last)):
        return None
    participle = words[index].lower.endswith("ing") and not any(
        word.lower in AUXILIARIES for word in words[first:index]
    )
    governor = _governor(words, index)
    if governor is not None:
        first, participle = governor, False
    return Verb(first, index, last, frames, strength, _in_relative(words, first), participle)


def _belongs(word: Word) -> bool:
    """Tell whether a word before a verb is part of its group, and no name (“Kelly said”)."""
    return word.lower in AUXILIARIES or (word.text[0].islower() and is_adverb(word.lower))


def _inverted(words: Sequence[Word], index: int, frames: frozenset[str]) -> bool:
    """Tell whether a sentence begins with its verb: “Said Park: …”."""
    named = len(words) > 1 and words[1].text[0].isupper()
    told = "quote" in frames and words[0].lower not in _lemmas()
    return index == 0 and named and told and not words[0].text.isupper()


def _governor(words: Sequence[Word], index: int) -> int | None:
    """Return where the verb begins that “to say” or “by saying” depends on: “went on to say”."""
    link = words[index - 1].lower if index else ""
    if (link, words[index].lower) not in _LINKED:
        return None
    for first in range(index - 2, max(-1, index - 6), -1):
        word = words[first]
        if word.text in CLAUSE_ENDS or word.text[0].isupper():
            return None
        if word.lower in _GOVERNORS or word.lower.endswith("ed"):
            return first - (first > 0 and words[first - 1].lower in AUXILIARIES)
    return None


def _frames(words: Sequence[Word], index: int) -> tuple[frozenset[str] | None, int]:
    lower = words[index].lower
    for rest, frames in _phrases().get(lower, ()):
        following = tuple(word.lower for word in words[index + 1 : index + 1 + len(rest)])
        if following == rest:
            return frames, index + len(rest)
    return _forms().get(lower), index


def _touches(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a verb that may mean speaking touches the quotation, or its subject does."""
    return len(words) - last <= 3 or first <= 3


def _in_relative(words: Sequence[Word], first: int) -> bool:
    """Tell whether a verb belongs to “who …” or “what Park …” rather than to the sentence."""
    for index in range(first - 1, max(-1, first - 4), -1):
        if words[index].text in CLAUSE_ENDS:
            return False
        if words[index].lower in RELATIVES and words[index + 1].lower not in _TIMES:
            return True
    return False


def _strength(
    words: Sequence[Word], index: int, first: int, last: int, frames: frozenset[str]
) -> int:
    """Judge a form by what stands before it: 0 where it is a noun, or passive."""
    lower = words[index].lower
    direct = words[index - 1].lower if index else ""
    if direct in PREPOSITIONS and words[index - 1].text[0].isupper():
        direct = ""  # a name: “…,” Into said
    if (direct in DETERMINERS and not _stands_alone(words, index)) or _is_possessive(direct):
        return 0
    participle = lower.endswith("ing")
    if direct in PREPOSITIONS - {"to"} and not participle and lower not in _CERTAIN:
        return 0
    speaks = SURE if "quote" in frames else (DOUBTFUL if frames & _CLAUSES else WEAK)
    if direct == "to" and lower not in _PLAIN:
        return WEAK if frames & _TAKES_WORDS else 0
    if participle:
        return speaks
    if lower.endswith("ed") or lower in _IRREGULAR_PAST:
        return _past(words, direct, last, frames, speaks)
    if lower in _lemmas():
        ends = last + 1 == len(words)
        if lower in _PLAIN and len(words) - last == 2 and words[-1].text in CLAUSE_ENDS:
            return DOUBTFUL  # “hear Park say, …”
        return _base(direct, words[first - 1].lower if first else "", speaks, ends=ends)
    named = first > 0 and words[first - 1].text[0].isupper() and _opens_clause(words, last)
    if lower in _CERTAIN or direct in PRONOUNS or named:
        return speaks
    counted = direct in COUNTS and last + 1 < len(words)  # “…,” point three begins
    is_noun = direct in AUXILIARIES or counted or direct.endswith(("ed", "ing"))
    return 0 if is_noun else min(speaks, DOUBTFUL)


def _goes_on_to_do(words: Sequence[Word], index: int, last: int) -> bool:
    """Tell whether a verb such as “continues” only says that something is done: “… to lead”."""
    following = [word.lower for word in words[last + 1 : last + 3]]
    if following[:1] != ["to"] and (following[:1] != ["with"] or len(following) < 2):
        return False
    return words[index].lower.startswith(_BEGINS)


def _perfect(words: Sequence[Word], index: int) -> bool:
    """Tell “had written” from “was written” and “a letter written by”; true of all other verbs."""
    return words[index].lower != "written" or any(
        word.lower in _HAVE for word in words[max(0, index - 2) : index]
    )


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Tell whether a determiner is the subject: “the part that says”, “…,” another added."""
    direct, lower = words[index - 1].lower, words[index].lower
    if direct == "that":
        return lower not in _lemmas() and lower.endswith(("s", "ed"))
    return direct in ("another", "many", "some") and _opens_clause(words, index)


def _kept_silent(words: Sequence[Word], index: int, first: int) -> bool:
    """Read “did not respond to questions”."""
    if not words[index].lower.startswith(_ANSWERS):
        return False
    return any(word.lower in NEGATIONS for word in words[first:index])


def _is_possessive(word: str) -> bool:
    """Tell “Park's” from “he's”."""
    return word.endswith(("'s", "’s")) and word[:-2] not in _CONTRACTED


def _past(
    words: Sequence[Word], direct: str, last: int, frames: frozenset[str], speaks: int
) -> int:
    """Judge a past form, which may be a passive: “he was asked, “…””."""
    if direct in _WHEN:
        return 0
    if direct not in _PASSIVE:
        return speaks
    asked = {"quote", "person"} <= frames and len(words) - last <= 2
    by_whom = last + 1 < len(words) and words[last + 1].lower == "by"
    return DOUBTFUL if asked or by_whom else 0


def _base(direct: str, before: str, speaks: int, *, ends: bool) -> int:
    """Judge a form without ending, which is a noun unless a plural or "to" stands before it.

    `ends` says that it is the last word: “…,” records show.
    """
    if direct in _MODAL or direct in NEGATIONS or direct in _PLURAL or before in _PLURAL:
        return speaks
    if not direct.endswith("s"):
        return 0
    return DOUBTFUL if ends else WEAK


def _opens_clause(words: Sequence[Word], last: int) -> bool:
    """Tell whether words that may be said follow a verb, and not the rest of a noun."""
    return last + 1 == len(words) or words[last + 1].lower in _CLAUSE_OPENERS
