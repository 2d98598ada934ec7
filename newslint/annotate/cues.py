"""Choosing the cue of a quotation, and its speaker, in the clauses around it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.annotate.cue_phrases import (
    Cue,
    according,
    as_written,
    credit,
    document,
    label,
    label_behind_dash,
    named_as_speech,
    owned_noun,
    signature,
    speech_noun,
    that_clause,
    unlisted_verb,
    was_like,
    words_given,
)
from newslint.annotate.quotes import quotes
from newslint.annotate.speakers import (
    CLAUSE_ENDS,
    DASHES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    Word,
    companion,
    main_subject,
    relative_subject,
    speaker_after,
    speaker_before,
    tokens,
)
from newslint.annotate.speech_verbs import DOUBTFUL, SURE, WEAK, Verb, is_adverb, verbs_in
from newslint.document import Document
from newslint.span import Span

_BESIDE = 5  # words between a verb and the quotation it governs, whatever the verb
_NEAR = 10  # the same for a participle
_BEHIND_WHO = 16  # the same for “who said …,”
_NAME_LENGTH = 5  # words of a subject between a comma and its verb
_LEADING = DASHES | {","}
_NO_SUBJECT = PREPOSITIONS - {"as"} | frozenset("and or but when while because if though".split())
_SUBORDINATE = frozenset("when after if while although though since because before unless".split())
_DOCUMENTS = frozenset("statement release".split())
_NETWORKS = (["twitter"], ["facebook"], ["instagram"], ["bluesky"], ["youtube"])
_HEARD = frozenset("heard seen quoted recorded filmed caught overheard".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def cue_after(words: Sequence[Word]) -> Cue | None:
    """Find the cue in the words between a quotation and the end of its clause."""
    first = 0
    while first < len(words) and words[first].text in _LEADING:
        first += 1
    if first >= len(words):
        return None
    if first and words[first - 1].text in DASHES:
        signed = signature(words[first - 1 :])
        if signed is not None:
            return signed
    words = words[first:]
    return according(words, 0) or credit(words) or _verb_after(words) or _other_after(words)


def _verb_after(words: Sequence[Word]) -> Cue | None:
    found = [each for each in verbs_in(words) if words[each.verb].text[0].islower()]
    lead = next((each for each in found if _leads(words, each)), None)
    if lead is not None:
        return _cue(words, lead, speaker_after(words, lead.last + 1))
    best = max(
        (each for each in found if _main_after(words, each)),
        key=lambda each: (not each.relative, each.strength, -each.verb),
        default=None,
    )
    return None if best is None else _cue(words, best, speaker_before(words, best.first))


def _other_after(words: Sequence[Word]) -> Cue | None:
    places = range(len(words))
    named = next((c for i in places if (c := according(words, i) or as_written(words, i))), None)
    return named or unlisted_verb(words) or named_as_speech(words)


def _leads(words: Sequence[Word], verb: Verb) -> bool:
    """Tell whether a verb stands before its subject, right behind the quotation: said Park."""
    if verb.participle or verb.verb > 2 or verb.strength == WEAK:
        return False
    return all(word.text[0].islower() and is_adverb(word.lower) for word in words[: verb.verb])


def _main_after(words: Sequence[Word], verb: Verb) -> bool:
    """Tell whether a verb may be the main one of the clause behind a quotation."""
    first = words[0]
    heard = verb.first > 1 and words[verb.first - 1].lower in _HEARD
    if (verb.participle and not heard) or verb.strength == WEAK or first.lower in RELATIVES:
        return False
    before = words[: verb.first]
    if any(word.text in (";", ":") for word in before):
        return False
    if verb.relative and (not first.text[0].isupper() or before[-1].lower in RELATIVES):
        return False
    if first.lower in PRONOUNS:
        return verb.first == 1
    if first.text[0].isupper():
        return verb.verb == 1 or first.lower not in _NO_SUBJECT
    ends = verb.last + 1 == len(words)
    if first.lower not in _NO_SUBJECT and (ends or not first.lower.endswith("ing")):
        return True
    commas = [index for index in range(verb.first) if words[index].text == ","]
    return bool(commas) and verb.first - commas[-1] <= _NAME_LENGTH and verb.strength == SURE


def cue_before(words: Sequence[Word]) -> Cue | None:
    """Find the cue in the words between the start of a sentence and a quotation."""
    if not words:
        return None
    labelled = label_behind_dash(words)
    if labelled is not None:
        return labelled
    best = _governing(words)
    if best is not None and best.strength > WEAK:
        return _cue(words, best, _subject(words, best))
    for index in range(len(words) - 1, -1, -1):
        named = according(words, index)
        if named is not None:
            return named
    noun = speech_noun(words)
    if noun is not None:
        return noun
    if best is not None:
        return _cue(words, best, _subject(words, best))
    return label(words) or that_clause(words) or was_like(words) or document(words)


def leads_straight(words: Sequence[Word], cue: Cue | None) -> bool:
    """Tell whether a comma or a colon ties the quotation to a cue before it."""
    if cue is None or not words:
        return False
    parted = len(words) > 1 and words[-1].text in (",", ":")
    return words[-2 if parted else -1].end <= cue.span.end


def lead_in(words: Sequence[Word]) -> Cue | None:
    """Read a sentence that ends in a colon: “The mayor in May: …”, “Name: …”."""
    if len(words) < 2 or words[-1].text != ":":
        return None
    return cue_before(words[:-1]) or label(words, lead_in=True)


def cue_in(words: Sequence[Word], *, loose: bool = False) -> Cue | None:
    """Find a cue that holds beyond its own sentence: a finite verb, or whose words they are.

    `loose` takes a verb of little strength in any clause, and one that may be a noun.
    """
    sure = [
        each
        for each in verbs_in(words)
        if (loose or each.strength != DOUBTFUL)
        and not each.relative
        and not each.participle
        and (words[each.verb - 1 if each.verb else 0].lower != "to" or each.first < each.verb)
    ]
    best = max(sure, key=lambda each: (each.strength, -each.verb), default=None)
    if best is None:
        return owned_noun(words) or words_given(words)
    speaker = _subject(words, best)
    if speaker is None:
        return None
    opens = loose or speaker.start == words[0].start
    if opens or best.strength == SURE:
        return _cue(words, best, speaker)
    return words_given(words)


def _governing(words: Sequence[Word]) -> Verb | None:
    """Choose the verb that governs what comes after `words`."""
    clause = _main_clause(words)
    found = [each for each in verbs_in(words) if each.verb >= clause]
    if not found:
        return None
    last = found[-1]
    sure = [
        each
        for each in found
        if each.strength == SURE and not each.relative and not each.participle
    ]
    if len(words) - last.last <= _BESIDE and not (sure and _depends(words, last)):
        return last
    fit = [each for each in found if _may_be_far(words, each)]
    if sure:
        fit = [each for each in fit if not _depends(words, each)]
    return max(fit, key=lambda each: (not each.relative, each.strength, each.verb), default=None)


def _main_clause(words: Sequence[Word]) -> int:
    """Return where the main clause begins: behind “When Park left,” if the quotation follows it."""
    if words[0].lower not in _SUBORDINATE or words[-1].text != ",":
        return 0
    return next((i for i, word in enumerate(words) if word.text == ","), 0)


def _depends(words: Sequence[Word], verb: Verb) -> bool:
    """Tell whether a participle is no more than part of a phrase: “a memo explaining the deal”."""
    if not verb.participle or "person" in verb.frames or words[verb.verb].lower == "saying":
        return False
    following = [word for word in words[verb.last + 1 :] if not is_adverb(word.lower)]
    if following and following[0].lower == "that":
        return False
    return any(word.text not in CLAUSE_ENDS for word in following)


def _may_be_far(words: Sequence[Word], verb: Verb) -> bool:
    near = len(words) - verb.last <= _NEAR
    if verb.relative:
        near = near or (len(words) - verb.last <= _BEHIND_WHO and words[-1].text == ",")
        that = verb.last + 1 < len(words) and words[verb.last + 1].lower == "that"
        return (near or that) and verb.strength == SURE
    if near or not verb.participle:
        return True
    return verb.strength == SURE and verb.first > 0 and words[verb.first - 1].text == ","


def _subject(words: Sequence[Word], verb: Verb) -> Span | None:
    """Return the subject of a verb that stands before the quotation."""
    if verb.last + 1 < len(words) and words[verb.last + 1].lower == "by" and verb.strength != SURE:
        return speaker_after(words, verb.last + 2)  # “was told by Park”
    if verb.relative:
        return relative_subject(words, verb.first)
    before = words[verb.first - 1].text if verb.first else ""
    if before == "“" or not verb.verb or (before == "," and _inverted(words, verb)):
        return speaker_after(words, verb.last + 1)
    if verb.participle:
        beside = companion(words, verb.first) or main_subject(words, verb.first)
        return beside or speaker_before(words, verb.first)
    return speaker_before(words, verb.first) or main_subject(words, verb.first)


def _inverted(words: Sequence[Word], verb: Verb) -> bool:
    """Tell whether only a name stands between a verb and the quotation: “But, said Park, …”."""
    named = words[verb.last + 1 : -1]
    if not named or words[-1].text != "," or "person" in verb.frames:
        return False
    return named[0].lower not in _WEEKDAYS and all(name.text[0].isupper() for name in named)


def _cue(words: Sequence[Word], verb: Verb, speaker: Span | None) -> Cue:
    end = _cue_end(words, verb.last)
    return Cue(Span(words[verb.first].start, words[end].end), speaker, verb.strength)


def _cue_end(words: Sequence[Word], last: int) -> int:
    """Take into the cue what says how, when or where in one phrase: “said Monday”."""
    end = last + 1
    while end < len(words) and end - last <= _BESIDE and words[end].text not in CLAUSE_ENDS:
        end += 1
    rest = [word.lower for word in words[last + 1 : end]]
    if not rest:
        return last
    place = 1 if is_adverb(rest[0]) else 0
    if rest[place : place + 1] == ["on"] and rest[place + 1 : place + 2][:1] in _NETWORKS:
        return last + place + 2
    ended = end == len(words) or words[end].text in CLAUSE_ENDS
    if rest[0] == "in" and rest[-1] in _DOCUMENTS and rest[1] in ("a", "an", "the"):
        return end - 1 if ended else last
    one = len(rest) == 1 and (is_adverb(rest[0]) or rest[0] in ("here", "recently", "today"))
    day = rest[0] in _WEEKDAYS and len(rest) <= 2
    return end - 1 if ended and (one or day) else last


_SUBJECTS = frozenset("he she they it there we".split())
_FINITE = frozenset(
    "was were is are had has have would will could can did does should might never".split()
)


def _opens_a_clause(words: Sequence[str]) -> bool:
    """Tell whether two words begin a clause with no “that”: “claimed he was asleep”."""
    return len(words) == 2 and words[0] in _SUBJECTS and words[1] in _FINITE


def said_that(document: Document) -> list[Span]:
    """Return the verbs of speaking outside quotations that take a that-clause."""
    found: list[Span] = []
    layer = document.layer(quotes)
    for block in document.blocks:
        words = tokens(document.text, block.span.start, block.span.end)
        for verb in verbs_in(words):
            span = Span(words[verb.verb].start, words[verb.last].end)
            following = [word.lower for word in words[verb.last + 1 : verb.last + 3]]
            if (following[:1] == ["that"] or _opens_a_clause(following)) and not layer.quoted(span):
                found.append(span)
    return found
