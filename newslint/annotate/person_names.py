"""Personal names: how one is cut up, and the lists that tell it from other names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint import lexicon
from newslint.annotate.names import titles
from newslint.record import Record

SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())


class Parts(Record):
    """A name cut up: `title` words in front, `given` and `family` names, `suffix`.

    A body or place that runs into the name counts as title words, too.
    """

    title: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    suffix: str


@cache
def given_names() -> frozenset[str]:
    """Return given names that are seldom anything else."""
    return lexicon.plain_words("given-names")


@cache
def doubtful_given_names() -> frozenset[str]:
    """Return given names that are as often a place or a common word."""
    return lexicon.words("given-names") - given_names()


@cache
def never_people() -> frozenset[str]:
    """Return places, peoples, days and months."""
    return lexicon.words("places") | lexicon.words("proper-words")


def is_never_person(word: str) -> bool:
    """Tell whether a word is a place, people, day or month, or the plural of one."""
    known = never_people()
    return word in known or word.removesuffix("s") in known


@cache
def role_nouns() -> frozenset[str]:
    """Return nouns that name what a person is by office or job."""
    return lexicon.words("role-nouns")


@cache
def title_openers() -> frozenset[str]:
    """Return words that open a title of several words."""
    return lexicon.words("title-openers")


@cache
def family_first() -> frozenset[str]:
    """Return surnames that stand in front of the given name."""
    return lexicon.words("family-first")


@cache
def body_words() -> frozenset[str]:
    """Return last words that make a name that of a body, place or work."""
    return lexicon.words("body-words")


def parts_of(text: str) -> Parts:
    """Cut a run of capitalised words into title, given names, family name and suffix."""
    rest = text.replace(",", "").split()
    known = titles()
    title: list[str] = []
    while len(rest) > 1 and (rest[0] in known or (rest[0] in title_openers() and _opens(rest))):
        title.append(rest.pop(0))
    title += _inner_title(rest)
    title += _foreign_words(rest)
    suffix = rest.pop() if len(rest) > 1 and rest[-1] in SUFFIXES else ""
    given, family = _split_family(rest)
    return Parts(tuple(title), given, family, suffix)


def _inner_title(rest: list[str]) -> list[str]:
    """Take from `rest` the words up to a title that a given name follows: Fed Chairman Jo Day."""
    known = titles()
    for number in range(len(rest) - 2, 0, -1):
        if rest[number] in known and rest[number + 1] in given_names():
            head = rest[: number + 1]
            del rest[: number + 1]
            return head
    return []


def _foreign_words(rest: list[str]) -> list[str]:
    """Take from `rest` a body or place that runs into a name: of the Republic Ana Ruiz."""
    for number in range(len(rest) - 2, 0, -1):
        if rest[number] in given_names() and rest[0] not in given_names():
            known = rest[number - 1]
            if known in body_words() or known in lexicon.words("places"):
                head = rest[:number]
                del rest[:number]
                return head
    return []


def _opens(words: Sequence[str]) -> bool:
    """Tell whether a word of several-word titles has its title behind it."""
    return any(word in titles() for word in words[1:4])


def _is_western(word: str) -> bool:
    return word in given_names() or word in lexicon.listed("surnames")


def _split_family(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    if len(words) in (2, 3) and words[0] in family_first() and not _is_western(words[-1]):
        return tuple(words[1:]), words[0]
    cut = len(words) - 1
    while cut > 1 and words[cut - 1][0].islower():
        cut -= 1
    return tuple(words[:cut]), " ".join(words[cut:])
