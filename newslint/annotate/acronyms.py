"""Acronyms: where each is spelled out, in either order, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Fit(StrEnum):
    """How the letters of an acronym are read off the words beside it."""

    INITIALS = "initials"  # one from the beginning of each word, small words aside
    INSIDE = "inside"  # in order, some from inside a word or some words left out
    NONE = "none"


class Definition(Record):
    """A place where an acronym and words in full stand side by side.

    `short` and `long` are their spans; where the letters cannot be read off the words, `long` holds
    the whole name or quotation beside the acronym.
    """

    short: Span
    long: Span
    fit: Fit


class Acronym(Record):
    """An acronym without its dots and plural ending, its uses in order, and its definitions.

    A definition's own acronym counts among the uses.
    """

    letters: str
    uses: tuple[Span, ...]
    definitions: tuple[Definition, ...]


_FIELDS = frozenset((Field.HEADLINE, Field.STANDFIRST, Field.BODY, Field.CAPTION, Field.PULLQUOTE))
_SHORT = compiled(
    r"(?<![\w&@#./'-])(?:(?:\p{Lu}\.){2,}+|\p{Lu}[\p{Lu}\p{N}]*(?:&\p{Lu}+)?(?<=[\p{Lu}&]\p{Lu}\p{N}?)s?)"
    r"(?![\w&@/])(?!-\p{Lu}\b)(?!\.\w)"
)
_IN_BRACKETS = compiled(
    r"[(\[](?:or |the |known as )?[\"“']?(?P<short>[^()\[\]\"”]{2,10}?)[\"”']?[)\];,]"
)
_LONG_IN_BRACKETS = compiled(r" \((?P<long>[^()]{8,100})\)")
_QUOTED = compiled(r"[\"“'](?P<words>[^\"“”]{8,90})[\"”']")
_WORD = compiled(r"[\p{L}\p{N}][\w'’]*")
_SMALL = frozenset("of the and for in on to a an at by de la du des et del".split())
_NUMERAL = compiled(r"[IVXLC]+")
_WINDOW = 140
_SHOUTED = 0.5


def acronyms(document: Document) -> tuple[Acronym, ...]:
    """Find the acronyms of a document, in order of their first use."""
    folded = document.folded
    uses: dict[str, list[Span]] = {}
    definitions: dict[str, list[Definition]] = {}
    for span in _short_forms(document):
        letters = letters_of(span.of(folded))
        uses.setdefault(letters, []).append(span)
        definition = _defined_before(folded, span) or _defined_after(folded, span)
        if definition is not None:
            definitions.setdefault(letters, []).append(definition)
    return tuple(
        Acronym(letters, tuple(found), tuple(definitions.get(letters, ())))
        for letters, found in uses.items()
    )


def letters_of(text: str) -> str:
    """Return an acronym's letters: U.N. and UN, NGOs and NGO are the same."""
    return text.replace(".", "").removesuffix("s")


def initials(text: str) -> str:
    """Return the first letters, in capitals, of the words that count."""
    words: list[str] = _WORD.findall(text)
    counted = [word for word in words if word.lower() not in _SMALL]
    return "".join(word if word.isupper() else word[0].upper() for word in counted)


def _short_forms(document: Document) -> Iterator[Span]:
    """Yield the acronyms outside of shouted sentences, numerals left out."""
    folded = document.folded
    parts = document.layer(structure)
    layer = document.layer(sentences)
    shouted: dict[int, bool] = {}
    for match in _SHORT.finditer(folded):
        text = match.group()
        if len(letters_of(text)) < 2 or _NUMERAL.fullmatch(text):
            continue
        segment = parts.at(match.start())
        if segment is None or segment.field not in _FIELDS:
            continue
        sentence = layer.at(match.start())
        if sentence is None:
            continue
        if sentence.start not in shouted:
            shouted[sentence.start] = _is_shouted(sentence.of(folded))
        if not shouted[sentence.start]:
            yield Span(*match.span())


def _is_shouted(sentence: str) -> bool:
    letters = [char for char in sentence if char.isalpha()]
    return sum(char.isupper() for char in letters) > _SHOUTED * len(letters)


def _defined_before(folded: str, span: Span) -> Definition | None:
    """Read `Long Form (LF)`, and `Long Form [LF]` where an editor explains speech."""
    if folded[span.start - 1 : span.start] not in ("(", "[", '"', "“"):
        return None
    begin = max(0, span.start - 12)
    bracket = max(folded.rfind(each, begin, span.start) for each in "([")
    if bracket < 1 or folded[bracket - 1] in "([" or _IN_BRACKETS.match(folded, bracket) is None:
        return None
    begin = max(0, bracket - _WINDOW)
    words = list(_WORD.finditer(folded, begin, bracket - 1))
    words = _same_clause(folded, words, bracket - 1)
    letters = letters_of(span.of(folded))
    reading = _reading(folded, letters, words)
    if reading is not None:
        return Definition(span, Span(reading[1], words[-1].end()), reading[0])
    name = _name_before(words)
    return Definition(span, name, Fit.NONE) if name else None


def _same_clause(folded: str, words: list[regex.Match[str]], end: int) -> list[regex.Match[str]]:
    """Keep the last words that no stop, quotation mark or bracket parts from the bracket."""
    kept: list[regex.Match[str]] = []
    position = end
    for match in reversed(words):
        gap = folded[match.end() : position]
        if any(char in '.;:!?()"“”[]' for char in gap) and kept:
            break
        kept.insert(0, match)
        position = match.start()
    return kept


def _reading(
    folded: str, letters: str, words: Sequence[regex.Match[str]]
) -> tuple[Fit, int] | None:
    """Return how the letters can be read off the last words, and where those words begin."""
    start = _initials_start(letters, words)
    if start is not None:
        return Fit.INITIALS, start
    first = words[-min(len(words), 2 * len(letters) + 2)].start() if words else 0
    inside = _inside_start(letters, folded[first : words[-1].end()]) if words else None
    return None if inside is None else (Fit.INSIDE, first + inside)


def _initials_start(letters: str, words: Sequence[regex.Match[str]]) -> int | None:
    """Read each letter off the beginning of a word, all words but small ones being used."""
    wanted = "".join(letter.lower() for letter in letters if letter.isalnum())
    first = _first_word(wanted, [match.group() for match in words])
    return None if first is None else int(words[first].start())


def _first_word(wanted: str, words: Sequence[str]) -> int | None:
    """Return the number of the word that the first letter begins; small words may be skipped."""
    if not words:
        return None
    word = words[-1].lower()
    begins = word if words[-1].isupper() else word[0]
    if wanted.endswith(begins):
        rest = wanted.removesuffix(begins)
        found = _first_word(rest, words[:-1]) if rest else len(words) - 1
        if found is not None:
            return found
    return _first_word(wanted, words[:-1]) if word in _SMALL else None


def _inside_start(letters: str, text: str) -> int | None:
    """Read the letters off from the end, the first from a word's beginning.

    The method of Schwartz and Hearst (2003).
    """
    lowered = text.lower()
    at = len(lowered)
    wanted = [letter.lower() for letter in letters if letter.isalnum()]
    for number, letter in reversed(list(enumerate(wanted))):
        at = lowered.rfind(letter, 0, at)
        while number == 0 and at > 0 and lowered[at - 1].isalnum():
            at = lowered.rfind(letter, 0, at)
        if at < 0:
            return None
    return at


def _name_before(words: Sequence[regex.Match[str]]) -> Span | None:
    """Return the capitalised words in front of a bracket, three at least."""
    taken: list[regex.Match[str]] = []
    for match in reversed(words):
        text = match.group()
        if not text[0].isupper() and text.lower() not in _SMALL:
            break
        taken.append(match)
    while taken and taken[-1].group().lower() in _SMALL:
        taken.pop()
    if len([match for match in taken if match.group()[0].isupper()]) < 3:
        return None
    return Span(taken[-1].start(), taken[0].end())


def _defined_after(folded: str, span: Span) -> Definition | None:
    """Read `LF (Long Form)` and `LF (the law "Long form")`."""
    match = _LONG_IN_BRACKETS.match(folded, span.end)
    if match is None:
        return None
    quoted = _QUOTED.search(folded, *match.span("long"))
    inner = Span(*(quoted.span("words") if quoted else match.span("long")))
    words = list(_WORD.finditer(folded, *inner))
    if len(words) < 2:
        return None
    letters = letters_of(span.of(folded))
    reading = _reading(folded, letters, words)
    if reading is not None and (reading[0] is Fit.INITIALS or quoted):
        return Definition(span, Span(reading[1], words[-1].end()), reading[0])
    capital = all(word.group()[0].isupper() or word.group().lower() in _SMALL for word in words)
    return Definition(span, inner, Fit.NONE) if quoted or capital else None
