"""Cues that are no listed verb: “according to”, nouns of speech, credits, signatures, labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint import lexicon
from newslint.annotate.speakers import (
    AUXILIARIES,
    DASHES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    Word,
    main_subject,
    speaker_after,
    speaker_before,
)
from newslint.annotate.speech_verbs import DOUBTFUL, SURE, WEAK, is_form
from newslint.record import Record
from newslint.span import Span


class Cue(Record):
    """The words that say that somebody spoke, and the speaker beside them.

    `strength` is 3 for what can mean nothing else, 2 where a noun or a clause may be meant, 1 for
    a mere colon or a verb that takes a noun phrase.
    """

    span: Span
    speaker: Span | None
    strength: int


_ACCORDING = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"))
_POSSESSIVE = frozenset("his her their its my our".split())
_COPULAS = frozenset("is was are were became remains remained".split())
_NO_LABEL = AUXILIARIES | PRONOUNS | RELATIVES | frozenset("here there this these".split())
_PLACES = frozenset("in at on from".split())
_SIGNATURE = 14  # words in a line that names a speaker
_LABEL = 8  # words in “Name, who she is:”
_REACH = 7  # words between a noun such as “remark” and the quotation


@cache
def _nouns() -> dict[str, bool]:
    """Map each noun of speech to whether it needs “that” or a colon behind it."""
    return {row[0]: len(row) > 1 for row in lexicon.rows("speech-nouns")}


def according(words: Sequence[Word], index: int) -> Cue | None:
    """Read “according to” at a word, and who follows it."""
    for phrase in _ACCORDING:
        end = index + len(phrase)
        if tuple(word.lower for word in words[index:end]) == phrase:
            return Cue(_span(words, index, end), speaker_after(words, end), SURE)
    return None


def credit(words: Sequence[Word]) -> Cue | None:
    """Read a credit in brackets right behind the quotation: “…” (The Wave)."""
    if words[0].text not in "([" or len(words) < 3 or words[1].text[0].islower():
        return None
    end = next((i for i, word in enumerate(words) if word.text in ")]"), len(words))
    return Cue(_span(words, 0, min(end + 1, len(words))), _span(words, 1, end), WEAK)


def unlisted_verb(words: Sequence[Word]) -> Cue | None:
    """Read a name and a verb that no list holds as speaker and cue: “…,” Park riposted."""
    end = next((i for i, word in enumerate(words) if not word.text[0].isupper()), len(words))
    if words[0].lower in PRONOUNS:
        end = 1
    if not 0 < end < len(words) or not _is_finite(words[end]):
        return None
    if end + 1 < len(words) and words[end + 1].lower not in PREPOSITIONS | {","}:
        return None
    return Cue(_span(words, end, end + 1), speaker_before(words, end), DOUBTFUL)


def that_clause(words: Sequence[Word]) -> Cue | None:
    """Take a verb that no list holds for a cue where “that” ties the quotation to it."""
    if len(words) < 3 or words[-1].lower != "that" or not _is_finite(words[-2]):
        return None
    if words[-2].text[0].isupper() or words[-3].lower in PREPOSITIONS:
        return None
    verb = len(words) - 2
    return Cue(_span(words, verb, verb + 1), speaker_before(words, verb), DOUBTFUL)


def _is_finite(word: Word) -> bool:
    return word.lower.endswith(("ed", "s")) and word.lower not in AUXILIARIES and len(word.text) > 3


def named_as_speech(words: Sequence[Word]) -> Cue | None:
    """Read “…” was her answer; “…” is the motto."""
    if words[0].lower not in _COPULAS:
        return None
    nouns = _nouns()
    for index in range(1, min(len(words), _REACH + 1)):
        if words[index].lower in nouns:
            return Cue(_span(words, index, index + 1), _owner(words, index), DOUBTFUL)
    return None


def speech_noun(words: Sequence[Word]) -> Cue | None:
    """Find a noun such as “remark” close before the quotation, with whose it is."""
    nouns = _nouns()
    led_in = words[-1].text == ":" or words[-1].text in DASHES
    lowest = 0 if led_in else max(0, len(words) - _REACH + 1)
    for index in range(len(words) - 1, lowest - 1, -1):
        needs_that = nouns.get(words[index].text)
        if needs_that is None or (needs_that and not _tied(words, index)):
            continue
        owner = _owner(words, index)
        if owner is None and _only_names_the_place(words, index):
            continue
        return Cue(_span(words, index, index + 1), owner, SURE if owner else DOUBTFUL)
    return None


def owned_noun(words: Sequence[Word]) -> Cue | None:
    """Find a noun of speech at the head of a sentence that says whose it is: “Her first post …”."""
    nouns = _nouns()
    for index in range(min(len(words), _REACH)):
        if words[index].lower in nouns and (owner := _owner(words, index)) is not None:
            return Cue(_span(words, index, index + 1), owner, DOUBTFUL)
    return None


def _tied(words: Sequence[Word], index: int) -> bool:
    """Tell whether “that” or a colon ties the quotation to the noun."""
    return index + 2 == len(words) and words[index + 1].lower in ("that", ":")


def _only_names_the_place(words: Sequence[Word], index: int) -> bool:
    """Tell whether a noun says where something was said and not whose it is: “In a statement,”."""
    if index + 1 == len(words) or words[index + 1].lower in ("that", ":"):
        return False
    return any(word.lower in _PLACES for word in words[max(0, index - 3) : index])


def _owner(words: Sequence[Word], index: int) -> Span | None:
    """Return whose a noun is: “his remark”, “Park's remark”."""
    for word in reversed(words[max(0, index - 3) : index]):
        if word.lower in _POSSESSIVE or word.lower.endswith(("'s", "’s")):
            return Span(word.start, word.end)
    return None


def asked_of(words: Sequence[Word]) -> Cue | None:
    """Read a question about somebody that the quotation answers: “Why was he out?”."""
    subject = next((word for word in words if word.lower in PRONOUNS - {"i", "it", "you"}), None)
    if subject is None:
        return None
    span = Span(subject.start, subject.end)
    return Cue(span, span, WEAK)


def label(words: Sequence[Word]) -> Cue | None:
    """Read words without a verb that end in a colon or a dash: “Name, who she is:”."""
    if len(words) < 2 or words[-1].text not in DASHES | {":"}:
        return None
    mark = _span(words, len(words) - 1, len(words))
    named = words[:-1]
    verb = named[-1]
    if len(named) > 1 and verb.text[0].islower() and _is_finite(verb) and _is_named(named[-2]):
        return Cue(
            _span(words, len(named) - 1, len(named)), speaker_before(words, len(named) - 1), WEAK
        )
    if len(named) <= _LABEL and all(_may_name(word) for word in named):
        return Cue(mark, _span(words, 0, len(named)), WEAK)
    if words[-1].text != ":":
        return None
    return Cue(mark, main_subject(words, len(named)), WEAK)


def _is_named(word: Word) -> bool:
    return word.text[0].isupper() or word.lower in PRONOUNS


def _may_name(word: Word) -> bool:
    """Tell whether a word may stand in a label such as “Ines Park, editor of The Wave”."""
    return word.text[0].isupper() or word.text == "," or word.lower not in _NO_LABEL


def signature(words: Sequence[Word], *, hyphen: bool = False) -> Cue | None:
    """Read a line that only names a speaker: “— Ines Park, harbour master”.

    `hyphen` says that a hyphen, which is no word here, stands before them for a dash.
    """
    dashed = bool(words) and words[0].text in DASHES
    names = words[1:] if dashed else words
    if not names or len(names) > _SIGNATURE or not _is_name(names, sure=dashed or hyphen):
        return None
    speaker = _span(names, 0, len(names))
    if hyphen:
        return Cue(Span(speaker.start - 1, speaker.start), speaker, DOUBTFUL)
    return Cue(_span(words, 0, 1) if dashed else speaker, speaker, DOUBTFUL)


def _is_name(names: Sequence[Word], *, sure: bool) -> bool:
    own = names[: next((i for i, word in enumerate(names) if word.text == ","), len(names))]
    if sure and names[0].text[0] == "@":
        return True
    if not own or not own[0].text[0].isupper():
        return False
    if any(word.text in ";:“" or is_form(word.text) for word in own):
        return False
    letters = [word for word in names if word.text[0].isalpha()]
    capitals = sum(word.text[0].isupper() for word in letters)
    return capitals > 1 and (sure or (capitals * 2 >= len(letters) and _is_person(own)))


def _is_person(names: Sequence[Word]) -> bool:
    """Tell whether words begin with a given name or a title before one."""
    titles, given = lexicon.words("person-titles"), lexicon.words("given-names")
    return any(name.text in titles or name.text in given for name in names[:3])


def _span(words: Sequence[Word], first: int, end: int) -> Span:
    return Span(words[first].start, words[end - 1].end)
