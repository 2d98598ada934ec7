"""Cues that are no listed verb: “according to”, nouns of speech, credits, signatures, labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint import lexicon
from newslint.annotate.speakers import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
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
_WRITTEN = frozenset(
    "painted spray-painted scrawled written printed inscribed emblazoned stenciled stencilled "
    "chanted engraved daubed".split()
)
_AS_WRITTEN = frozenset(
    "written stated noted put described reported explained quoted recorded defined".split()
)
_TEXTS = frozenset(
    "bill law act ordinance amendment treaty agreement contract policy rule constitution order "
    "resolution clause statute legislation measure".split()
)
_RULES = frozenset("would will shall must may".split())
_FOLLOWING = frozenset({",", ":", "that", "which"})
_GIVING = frozenset(
    "issued issues released releases posted posts published publishes gave gives delivered "
    "delivers sent sends shared shares read reads".split()
)
_SOURCED = frozenset("from per via by".split())
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
    if words[0].text not in "([" or len(words) < 3 or not _begins_name(words[1]):
        return None
    end = next((i for i, word in enumerate(words) if word.text in ")]"), len(words))
    return Cue(_span(words, 0, min(end + 1, len(words))), _span(words, 1, end), WEAK)


def _begins_name(word: Word) -> bool:
    return word.text[0].isupper() or word.text[0] == "@"


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
    written = next((i for i in (1, 2, 3) if words[i : i + 1] and words[i].lower in _WRITTEN), 0)
    if written:
        return Cue(_span(words, 0, written + 1), None, DOUBTFUL)
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


def owner(words: Sequence[Word]) -> Cue | None:
    """Read a name in the genitive right before the quotation: “the mayor's “…””."""
    if not words or not words[-1].lower.endswith(("'s", "’s")) or words[-1].text[0].islower():
        return None
    span = Span(words[-1].start, words[-1].end)
    return Cue(span, span, DOUBTFUL)


def words_given(words: Sequence[Word]) -> Cue | None:
    """Read a sentence that says somebody spoke or wrote: “Park issued a statement.”."""
    nouns = _nouns()
    for index, word in enumerate(words):
        if word.lower not in nouns or not index:
            continue
        ends = index + 1 == len(words)
        given = any(each.lower in _GIVING for each in words[max(0, index - 6) : index])
        placed = ends and any(each.lower in _PLACES for each in words[max(0, index - 4) : index])
        follows = ends or words[index + 1].lower in PREPOSITIONS | _FOLLOWING
        if (given and follows) or placed:
            subject = main_subject(words, index)
            return (
                None if subject is None else Cue(_span(words, index, index + 1), subject, DOUBTFUL)
            )
    return None


def goes_on(words: Sequence[Word]) -> bool:
    """Tell whether a sentence says who spoke and then goes on: “Park continued, explaining …”."""
    verb = next((i for i, word in enumerate(words[:4]) if is_form(word.text)), 0)
    if not verb or verb + 1 >= len(words) or words[verb + 1].text != ",":
        return False
    return all(_is_named(word) for word in words[:verb])


def as_written(words: Sequence[Word], index: int) -> Cue | None:
    """Read “as written in the memo” at a word."""
    if words[index].lower != "as" or index + 3 >= len(words):
        return None
    if words[index + 1].lower not in _AS_WRITTEN or words[index + 2].lower not in ("in", "by"):
        return None
    return Cue(_span(words, index, index + 3), speaker_after(words, index + 3), DOUBTFUL)


def document(words: Sequence[Word]) -> Cue | None:
    """Read a law or contract that says what shall be: “The bill would “…””."""
    for index in range(len(words) - 1):
        following = [word.lower for word in words[index + 1 : index + 3]]
        if words[index].lower in _TEXTS and any(word in _RULES for word in following):
            span = _span(words, index, index + 1)
            return Cue(span, main_subject(words, index + 1) or span, WEAK)
    return None


def was_like(words: Sequence[Word]) -> Cue | None:
    """Read the spoken way of quoting: “She was like, “…””."""
    last = len(words) - 1
    while last > 0 and words[last].text == ",":
        last -= 1
    if last < 2 or words[last].lower != "like":
        return None
    verb = last - 1 - (words[last - 1].text == ",")
    if words[verb].lower not in _COPULAS and not words[verb].lower.endswith(
        ("'s", "’s", "'m", "’m")
    ):
        return None
    return Cue(_span(words, verb, last + 1), speaker_before(words, verb), DOUBTFUL)


def _tied(words: Sequence[Word], index: int) -> bool:
    """Tell whether “that” or a colon ties the quotation to the noun."""
    return index + 2 == len(words) and words[index + 1].lower in ("that", ":")


def _only_names_the_place(words: Sequence[Word], index: int) -> bool:
    """Tell whether a noun says where something was said and not whose it is: “In a statement,”."""
    if index + 1 == len(words) or words[index + 1].lower in ("that", ":"):
        return False
    if words[index + 1].lower == "to" and words[index + 2 :] and _is_plain(words[index + 2]):
        return False  # “on the pledge to begin”
    return any(word.lower in _PLACES for word in words[max(0, index - 3) : index])


def _is_plain(word: Word) -> bool:
    return word.text[0].islower() and word.lower not in DETERMINERS


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


def label(words: Sequence[Word], *, lead_in: bool = False) -> Cue | None:
    """Read words without a verb that end in a colon or a dash: “Name, who she is:”.

    `lead_in` says that they are the end of a paragraph: it need not say who speaks.
    """
    if len(words) < 2 or words[-1].text not in DASHES | {":"}:
        return None
    mark = _span(words, len(words) - 1, len(words))
    named = _behind_dash(words[:-1])
    if [word.lower for word in named[-2:]] == ["as", "follows"]:
        speaker = main_subject(named, len(named) - 2)
        return Cue(_span(named, len(named) - 2, len(named)), speaker, DOUBTFUL)
    verb = named[-1]
    if len(named) > 1 and verb.text[0].islower() and _is_finite(verb) and _is_named(named[-2]):
        return Cue(
            _span(named, len(named) - 1, len(named)), speaker_before(named, len(named) - 1), WEAK
        )
    if named[0].lower in PREPOSITIONS - _SOURCED and not lead_in:
        return None  # “On Facebook:”
    if len(named) <= _LABEL and all(_may_name(word) for word in named):
        return Cue(mark, _span(named, 0, len(named)), WEAK)
    if words[-1].text != ":":
        return None
    subject = main_subject(named, len(named))
    return Cue(mark, subject, WEAK) if subject or lead_in else None


def _behind_dash(words: Sequence[Word]) -> Sequence[Word]:
    """Return what stands behind the last dash: “Tide ahead — Ines Park:”."""
    dash = next((i for i in range(len(words) - 2, 0, -1) if words[i].text in DASHES), None)
    return words if dash is None else words[dash + 1 :]


def label_behind_dash(words: Sequence[Word]) -> Cue | None:
    """Read a name between a dash and a colon, whatever verb stands before it."""
    if words[-1].text != ":":
        return None
    named = _behind_dash(words[:-1])
    if len(named) + 1 == len(words) or not all(name.text[0].isupper() for name in named):
        return None
    return label(words)


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
