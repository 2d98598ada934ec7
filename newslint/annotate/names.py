"""Names: runs of capitalised words, and what the capital of each is worth as evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled, escape
from newslint.span import Span

if TYPE_CHECKING:
    import regex

#: Words that a sentence may begin with and that are no part of the name after them.
FUNCTION_WORDS = frozenset(
    "a about above across after again against all along although am amid among an and another any "
    "are around as at be because been before behind being below besides between both but by can "
    "could despite did do does during each either even ever every few for from had has have he "
    "hence her here hers him his how however i if in inside instead into is it its just later "
    "like many may me meanwhile might more most much must my near neither never no nor not now of "
    "off often on once one only onto or other our out outside over per perhaps rather same shall "
    "she should since so some still such than that the their them then there therefore these they "
    "this those though through throughout thus till to today too toward towards two under unless "
    "unlike until up upon us was we well were what when where whether which while who whom whose "
    "why will with within without would yes yet you your".split()
)

_PARTICLES = (
    r"(?:de la|de los|de las|van der|van den|van de|von der|von dem|de|da|dal|das|del|della|den|"
    r"der|des|di|do|dos|du|el|la|le|ten|ter|van|vom|von|zu|zur|bin|bint|ibn|ben|al|y|e|af|av)"
)
_ARTICLE = r"(?:al|el|ad|an|ar|as|ash|at|az)[-‐‑]"
# A possessive ending parts two names: "Turkey's Demir".
_INNER = r"(?:[\w\u0300-\u036f]|'(?!s(?!\w))(?=\p{L})|[-‐‑](?=\w))*"
_WORD = rf"(?!(?:Jr|Sr|I)\b)(?:{_ARTICLE})?\p{{Lu}}{_INNER}"
_SUFFIX = r"(?:,? (?:Jr|Sr)\b\.?)?"
_TIES = (" of ", " for ", " and ", " & ")
_JOINS_NEXT = compiled(r" (?:of|for|and|&|of the|for the|and the) (?=\p{Lu})")
_LONG = compiled(r"(?<!\w)[\w'-]{3,}")
# A capital may prove something after a word or one of these. Other marks explain it.
_NEUTRAL = frozenset(",)%$€£'&")
# How many words, and what share of them, a headline sets in capitals; with a full stop behind it,
# it is more likely a sentence full of names.
_TITLE_WORDS = 3
_TITLE_SHARE = 0.6
_CLOSED_TITLE_SHARE = 0.9


#: "On Friday Vance said" names no Friday Vance; "Tuesday Weld" stands without a preposition.
_DAY_BEFORE = compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=\p{Lu}\p{Ll})")
_ON = compiled(r"\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Bb]y|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate) $")


class Name(Record):
    """A run of capitalised words within one sentence, particles and initials included.

    `sentence` is the number of its sentence. `start` says that it stands where any word takes a
    capital, and `title` that its sentence is set in capitals like a headline: neither proves
    anything. `joined` says that "of", "for" or "and" ties it to another name.
    """

    span: Span
    text: str
    sentence: int
    start: bool
    title: bool
    joined: bool

    @property
    def proves(self) -> bool:
        """Tell whether the capital can only be due to the word itself."""
        return not self.start and not self.title


class Names:
    """A document's names in order, with look-up by offset."""

    __slots__ = ("_starts", "names")

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = tuple(names)
        self._starts = [name.span.start for name in self.names]

    def at(self, offset: int) -> Name | None:
        """Return the name that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.names[index].span.end:
            return None
        return self.names[index]


def names(document: Document) -> Names:
    """Find the names of a document."""
    return Names(_names(document))


@cache
def titles() -> dict[str, str]:
    """Map each title that stands before a name ("Sen.", "Mayor") to its kind."""
    return {row[0]: row[1] for row in lexicon.rows("person-titles")}


@cache
def _pattern() -> regex.Pattern[str]:
    dotted = "|".join(sorted(escape(title) for title in titles() if title.endswith(".")))
    part = rf"(?:(?:\p{{Lu}}\.)+(?:-\p{{Lu}}\.)?|(?:{dotted})|{_WORD})"
    return compiled(
        rf"(?<![\w@#\\.])(?<!(?<!\p{{L}})/)(?<!\w[-'])(?:{part})"
        rf"(?: ?(?:(?<= ){_PARTICLES} )*(?<=[ .]){part})*{_SUFFIX}",
    )


def _names(document: Document) -> Iterator[Name]:
    folded = document.folded
    spans = document.layer(sentences).spans
    pattern = _pattern()
    for number, sentence in enumerate(spans):
        found = list(pattern.finditer(folded, sentence.start, sentence.end))
        if not found:
            continue
        title = _title_case(folded, sentence, found)
        tied = -1  # where "of", "for" or "and" behind the last name ends
        for match in found:
            start, first = _begin(folded, match, sentence.start)
            end = match.end()
            if start >= end:
                continue
            following = _tie(folded, end)
            joined = following > 0 or tied == start
            yield Name(Span(start, end), folded[start:end], number, first, title, joined)
            tied = following


def _tie(folded: str, end: int) -> int:
    """Return where the words end that tie a name to the next, or 0."""
    if not folded.startswith(_TIES, end):
        return 0
    match = _JOINS_NEXT.match(folded, end)
    return match.end() if match else 0


def _title_case(folded: str, sentence: Span, found: list[regex.Match[str]]) -> bool:
    """Tell whether the sentence is set in capitals like a headline."""
    if len(found) == 1 and " " not in found[0].group():
        return bool(found[0].end() - found[0].start() >= sentence.length - 1)
    if sum(match.group().count(" ") for match in found) + len(found) < _TITLE_WORDS:
        return False
    words: list[str] = _LONG.findall(folded, *sentence)
    content = [word for word in words if word.lower() not in FUNCTION_WORDS]
    upper = sum(not word[0].islower() for word in content)
    if upper < _TITLE_WORDS:
        return False
    closed = folded[sentence.end - 1] == "."
    return upper >= len(content) * (_CLOSED_TITLE_SHARE if closed else _TITLE_SHARE)


def _begin(folded: str, match: regex.Match[str], begin: int) -> tuple[int, bool]:
    """Return where a name begins behind the words that open its sentence, and whether it does."""
    start, end = match.span()
    first = begin == start or not _is_neutral(folded, start)
    while first and start < end:
        word = folded[start:end].split(" ", 1)[0]
        if word.lower() not in FUNCTION_WORDS:
            break
        start += len(word) + 1
        first = False
    day = _DAY_BEFORE.match(folded, start, end)
    if day and _ON.search(folded, max(0, start - 8), start):
        return day.end(), False
    return start, first


def _is_neutral(folded: str, start: int) -> bool:
    """Tell whether nothing before the word explains its capital."""
    before = folded[start - 2]
    return folded[start - 1 : start] == " " and (before.isalnum() or before in _NEUTRAL)
