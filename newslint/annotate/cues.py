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
    PRONOUNS,
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
_ACCORDING = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"))
_DOUBTFUL = 2  # the strength of a verb that may be a noun
_BESIDE = 5  # words between a verb and the quotation it governs, whatever the verb
_NAME_LENGTH = 5  # words of a subject between a comma and its verb
_NOUN_REACH = 7  # words between a noun such as “remark” and the quotation
_NEAR = 10  # the same for a participle
_DASHES = frozenset("—–―") | {"--"}
_LEADING = _DASHES | {","}
_POSSESSIVE = frozenset("his her their its my our".split())
_SIGNATURE = 14  # words in a line that names a speaker
_NO_SUBJECT = PREPOSITIONS - {"as"} | frozenset("and or but when while because if though".split())
_MANNER = frozenset({"manner"})
_CLAUSES = frozenset({"clause", "manner"})
_CERTAIN = frozenset("says tells writes adds asks".split())
_TAKES_WORDS = frozenset({"quote", "as"})
_PLAIN = frozenset("say tell add ask write explain announce reply respond".split())
_COPULAS = frozenset("is was are were became remains remained".split())
_DOCUMENTS = frozenset("statement email e-mail release speech letter tweet column memo".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CLAUSE_ENDS = frozenset(",;:()[]“") | _DASHES
_LABEL = 8  # words in “Name, who she is:”
_NO_LABEL = AUXILIARIES | PRONOUNS | RELATIVES | frozenset("here there this these".split())
_ASKED = frozenset("when if while".split())  # “when asked”
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
    while first < len(words) and words[first].text in _LEADING:
        first += 1
    if first >= len(words):
        return None
    if first and words[first - 1].text in _DASHES:
        named = signature(words[first - 1 :])
        if named is not None:
            return named
    words = words[first:]
    named = _according(words, 0) or _credit(words)
    if named is not None:
        return named
    found = [each for each in _all_verbs(words) if words[each.verb].text[0].islower()]
    lead = next((each for each in found if _only_adverbs(words, each)), None)
    if lead is not None and not words[lead.verb].lower.endswith("ing"):
        return _cue(words, lead, speaker_after(words, lead.last + 1))
    usable = [each for each in found if not each.relative and _has_subject(words, each)]
    best = max(usable, key=lambda each: (each.strength, -each.verb), default=None)
    if best is not None and not _begins_clause(words, best):
        best = None
    if best is not None:
        return _cue(words, best, speaker_before(words, best.first))
    named = next((c for i in range(len(words)) if (c := _according(words, i))), None)
    return named or _unlisted(words) or _named_noun(words)


def _credit(words: Sequence[Word]) -> Cue | None:
    """Read a credit in brackets right behind the quotation: “…” (Reuters)."""
    if words[0].text not in "([" or len(words) < 3 or words[1].text[0].islower():
        return None
    end = next((i for i, word in enumerate(words) if word.text in ")]"), len(words))
    inside = Span(words[1].start, words[end - 1].end)
    return Cue(inside, inside, 1)


def _unlisted(words: Sequence[Word]) -> Cue | None:
    """Read a name and a verb that no list holds as speaker and cue: “…,” Park retaliated."""
    end = next((i for i, word in enumerate(words) if not word.text[0].isupper()), len(words))
    if words[0].lower in PRONOUNS:
        end = 1
    if not 0 < end < len(words) or not words[end].lower.endswith(("ed", "s")):
        return None
    if words[end].lower in _PASSIVE | AUXILIARIES or words[end].text[0] in "'’":
        return None
    if end + 1 < len(words) and words[end + 1].lower not in PREPOSITIONS | {","}:
        return None
    return Cue(Span(words[end].start, words[end].end), speaker_before(words, end), 2)


def _named_noun(words: Sequence[Word]) -> Cue | None:
    """Read “…” was her answer; “…” is the motto."""
    if words[0].lower not in _COPULAS:
        return None
    nouns = lexicon.words("speech-nouns")
    for index in range(1, min(len(words), 8)):
        if words[index].lower in nouns:
            return Cue(Span(words[index].start, words[index].end), _owner(words, index), 2)
    return None


def cue_before(words: Sequence[Word]) -> Cue | None:
    """Find the cue in the words between the start of a sentence and a quotation."""
    if not words:
        return None
    best = _nearest(words, _all_verbs(words))
    if best is not None and best.strength > 1:
        return _cue(words, best, _subject(words, best))
    for index in range(len(words) - 1, -1, -1):
        named = _according(words, index)
        if named is not None:
            return named
    noun = _speech_noun(words)
    if noun is not None:
        return noun
    if best is not None:
        return _cue(words, best, _subject(words, best))
    return lead_in(words) or _that_clause(words)


def _that_clause(words: Sequence[Word]) -> Cue | None:
    """Take a verb that no list holds for a cue where “that” ties the quotation to it."""
    if len(words) < 3 or words[-1].lower != "that":
        return None
    verb = words[-2]
    if not verb.lower.endswith(("ed", "s")) or verb.text[0].isupper():
        return None
    return Cue(Span(verb.start, verb.end), speaker_before(words, len(words) - 2), 2)


def cue_in(words: Sequence[Word]) -> Cue | None:
    """Find a cue that holds beyond its own sentence: a finite verb, or whose words they are."""
    sure = [
        each
        for each in _all_verbs(words)
        if each.strength != _DOUBTFUL
        and not each.relative
        and not words[each.verb].lower.endswith("ing")
        and words[each.verb - 1 if each.verb else 0].lower != "to"
    ]
    best = max(sure, key=lambda each: (each.strength, -each.verb), default=None)
    if best is not None:
        speaker = _subject(words, best)
        return None if speaker is None else _cue(words, best, speaker)
    nouns = lexicon.words("speech-nouns")
    for index in range(min(len(words), _NOUN_REACH)):
        if words[index].lower in nouns and (owner := _owner(words, index)) is not None:
            return Cue(Span(words[index].start, words[index].end), owner, 2)
    return None


def lead_in(words: Sequence[Word]) -> Cue | None:
    """Read words that end in a colon: “The mayor in May: …”, “Name: …”."""
    if len(words) < 2 or words[-1].text != ":":
        return None
    cue = cue_before(words[:-1])
    if cue is not None:
        return cue
    colon = Span(words[-1].start, words[-1].end)
    named = words[:-1]
    if len(named) <= _LABEL and all(_may_name(word) for word in named):
        return Cue(colon, Span(named[0].start, named[-1].end), 1)
    return Cue(colon, main_subject(words, len(words) - 1), 1)


def _may_name(word: Word) -> bool:
    """Tell whether a word may stand in a label such as “Ines Park, editor of The Wave”."""
    return word.text[0].isupper() or word.text == "," or word.lower not in _NO_LABEL


def signature(words: Sequence[Word]) -> Cue | None:
    """Read a line that only names a speaker: “— Ines Park, harbour master”."""
    dashed = bool(words) and words[0].text in _DASHES
    names = words[1:] if dashed else words
    if not names or len(names) > _SIGNATURE or not names[0].text[0].isupper():
        return None
    if not dashed and not _is_person(names):
        return None
    capitals = sum(word.text[0].isupper() for word in names if word.text[0].isalpha())
    letters = sum(word.text[0].isalpha() for word in names)
    if capitals < 2 or (capitals < letters / 2 and not dashed):
        return None
    if any(word.text in ";:“" or _verbs().get(word.text) for word in names):
        return None
    speaker = Span(names[0].start, names[-1].end)
    return Cue(Span(words[0].start, words[0].end) if dashed else speaker, speaker, 2)


def _is_person(names: Sequence[Word]) -> bool:
    """Tell whether words begin with a given name or a title before one."""
    titles, given = lexicon.words("person-titles"), lexicon.words("given-names")
    return any(name.text in titles or name.text in given for name in names[:3])


def _cue(words: Sequence[Word], verb: _Verb, speaker: Span | None) -> Cue:
    end = _cue_end(words, verb.last)
    return Cue(Span(words[verb.first].start, words[end].end), speaker, verb.strength)


def _cue_end(words: Sequence[Word], last: int) -> int:
    """Take into the cue what says how, when or where in one phrase: “said Monday”."""
    end = last + 1
    while end < len(words) and end - last <= 5 and words[end].text not in _CLAUSE_ENDS:
        end += 1
    rest = [word.lower for word in words[last + 1 : end]]
    ended = end == len(words) or words[end].text in _CLAUSE_ENDS
    if not rest:
        return last
    if rest[0] == "in" and len(rest) > 2 and rest[1] in ("a", "an", "the"):
        document = next((i for i, word in enumerate(rest) if word in _DOCUMENTS), None)
        if document is not None:
            return last + 1 + document
    if ended and (_is_day(rest) or (len(rest) == 1 and _is_manner(rest[0]))):
        return end - 1
    return last


def _is_day(rest: Sequence[str]) -> bool:
    return rest[0] in _WEEKDAYS and len(rest) <= 2


def _is_manner(word: str) -> bool:
    return _is_adverb(word) or word in ("here", "recently", "today")


def _subject(words: Sequence[Word], verb: _Verb) -> Span | None:
    """Return the subject of a verb that stands before the quotation."""
    if verb.relative:
        relative = words[verb.first - 1]
        return Span(relative.start, relative.end)
    if verb.first and words[verb.first - 1].text == "“":
        return speaker_after(words, verb.last + 1)
    participle = words[verb.verb].lower.endswith("ing")
    if participle and verb.first and words[verb.first - 1].text != ",":
        return main_subject(words, verb.first) or speaker_before(words, verb.first)
    return speaker_before(words, verb.first) or main_subject(words, verb.first)


def _speech_noun(words: Sequence[Word]) -> Cue | None:
    """Find a noun such as “remark” close before the quotation, with whose it is."""
    nouns = lexicon.words("speech-nouns")
    reach = len(words) if words[-1].text == ":" or words[-1].text in _DASHES else _NOUN_REACH
    for index in range(len(words) - 1, max(-1, len(words) - reach), -1):
        if words[index].text in nouns:
            owner = _owner(words, index)
            if owner is None and _only_names_the_place(words, index):
                continue
            return Cue(Span(words[index].start, words[index].end), owner, 3 if owner else 2)
    return None


def _only_names_the_place(words: Sequence[Word], index: int) -> bool:
    """Tell whether a noun says where something was said and not whose it is: “In a statement,”."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    before = (word.lower for word in words[max(0, index - 3) : index])
    return after not in ("that", ":", "") and any(
        word in ("in", "at", "on", "from") for word in before
    )


def _owner(words: Sequence[Word], index: int) -> Span | None:
    """Return whose a noun is: “his remark”, “Park's remark”."""
    for word in reversed(words[max(0, index - 3) : index]):
        if word.lower in _POSSESSIVE or word.lower.endswith(("'s", "’s")):
            return Span(word.start, word.end)
    return None


def _nearest(words: Sequence[Word], found: Sequence[_Verb]) -> _Verb | None:
    """Choose the verb that governs what comes after `words`."""
    if not found:
        return None
    strong = any(each.strength > 2 and not each.relative for each in found[:-1])
    last = found[-1]
    dependent = words[last.verb].lower.endswith("ing") and words[last.first - 1].text != ","
    if len(words) - last.last <= _BESIDE and not (strong and dependent and last.first):
        return last
    finite = [
        each
        for each in found
        if not words[each.verb].lower.endswith("ing")
        or len(words) - each.last <= _NEAR
        or (each.strength > 2 and each.first and words[each.first - 1].text == ",")
    ]
    return max(finite, key=lambda each: (not each.relative, each.strength, each.verb), default=None)


def _only_adverbs(words: Sequence[Word], verb: _Verb) -> bool:
    return verb.verb <= 2 and all(_is_adverb(words[i].lower) for i in range(verb.verb))


def _has_subject(words: Sequence[Word], verb: _Verb) -> bool:
    """Tell whether a subject stands before the verb, not another clause."""
    if words[verb.verb].lower.endswith("ing"):
        return False
    return not any(words[i].text in (";", ":") for i in range(verb.first))


def _begins_clause(words: Sequence[Word], verb: _Verb) -> bool:
    """Tell whether the verb's subject begins the words, or follows a comma close before it."""
    first = words[0]
    if first.text[0].isupper() or first.lower in PRONOUNS:
        return verb.verb == 1 or first.lower not in _NO_SUBJECT
    if first.lower not in _NO_SUBJECT and not first.lower.endswith("ing"):
        return True
    commas = [index for index in range(verb.first) if words[index].text == ","]
    return bool(commas) and verb.first - commas[-1] <= _NAME_LENGTH and verb.strength > 2


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly"))


def _according(words: Sequence[Word], index: int) -> Cue | None:
    for phrase in _ACCORDING:
        end = index + len(phrase)
        if tuple(word.lower for word in words[index:end]) == phrase:
            speaker = speaker_after(words, end)
            return Cue(Span(words[index].start, words[end - 1].end), speaker, 3)
    return None


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
    if direct in PREPOSITIONS and words[index - 1].text[0].isupper():
        direct = ""  # a name: “…,” Into said
    after_name = first > 0 and words[first - 1].text[0].isupper()
    strength = _strength(lower, frames, direct, before, after_name=after_name)
    if frames == _MANNER and not _beside_quotation(words, first, last):
        return None
    if not strength:
        return None
    return _Verb(first, index, last, frames, strength, before in RELATIVES)


def _beside_quotation(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a verb that may mean speaking touches the quotation, or its subject does."""
    return len(words) - last <= 3 or first <= 3


def _frames(words: Sequence[Word], index: int) -> tuple[frozenset[str] | None, int]:
    lower = words[index].lower
    for rest, frames in _phrases().get(lower, ()):
        following = tuple(word.lower for word in words[index + 1 : index + 1 + len(rest)])
        if following == rest:
            return frames, index + len(rest)
    return _verbs().get(lower), index


def _strength(
    lower: str, frames: frozenset[str], direct: str, before: str, *, after_name: bool
) -> int:
    """Judge a form by what stands before it: 0 where it is a noun, or passive."""
    if direct in DETERMINERS or direct.endswith(("'s", "’s")):
        return 0
    if direct in PREPOSITIONS and not lower.endswith("ing") and direct != "to":
        return 0
    speaks = 3 if "quote" in frames else (2 if frames & _CLAUSES else 1)
    if direct == "to" and lower not in _PLAIN:
        return 1 if frames & _TAKES_WORDS else 0
    if lower.endswith("ing"):
        return speaks
    past = lower.endswith("ed") or lower in _IRREGULAR_PAST
    if past:
        return 0 if direct in _PASSIVE or direct in _ASKED else speaks
    if lower in _lemmas():
        plain = direct in _MODAL or before in _PLURAL or direct in _PLURAL or direct in NEGATIONS
        return speaks if plain else (1 if direct.endswith("s") else 0)
    if lower in _CERTAIN or direct in PRONOUNS or after_name:
        return speaks
    return 0 if direct in AUXILIARIES or direct.endswith(("ed", "ing")) else min(speaks, 2)
