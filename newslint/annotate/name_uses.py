"""The words of names, each with the words around it: what tells whether two are one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.annotate.names import FUNCTION_WORDS, Name, names
from newslint.annotate.person_names import (
    SUFFIXES,
    doubtful_given_names,
    given_names,
    parts_of,
)
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Use(Record):
    """One place where a word stands in a name.

    `key` is the word, `before` and `after` the other words of its name without title and
    initials, and `initial` the first letter of the whole. `person` says that the place calls for a
    person: a title, a verb of speech. `headline` says that it stands in a headline's capitals,
    where only the next word is known; `proves` that the capital is due to the word alone. `span`
    covers the name without its title.
    """

    key: str
    span: Span
    before: tuple[str, ...]
    after: tuple[str, ...]
    initial: str
    person: bool
    headline: bool
    proves: bool

    @property
    def alone(self) -> bool:
        """Tell whether the word is the whole name."""
        return not self.before and not self.after and self.initial == self.key[0]

    @property
    def full(self) -> bool:
        """Tell whether the word closes a name of several words."""
        return bool(self.before) and not self.after

    @property
    def introduced(self) -> bool:
        """Tell whether a given name stands before the word."""
        if not given_names().isdisjoint(self.before):
            return True
        return not self.headline and not doubtful_given_names().isdisjoint(self.before)


_SPEAKS = compiled(
    r",? (?:said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|testified|went on to|"
    r"called|believes|believed|thinks|thought|explained|noted|argued|suggested|suggests|declined|"
    r"continued|joked|insisted|replied|acknowledged|admitted|denied|warned|has also|also|hopes|"
    r"agreed|recalled|claimed|claims|accused|is an?|was an?)\b"
)

_SAID = compiled(r"\b(?:said|says|added|asked|told) $")
_NOT_SPACE = compiled(r"[^\s,]+")
_KNOWN_SLIP = compiled(r"[\"”']* [\[(]sic")


class NameWords:
    """The words of a document's names; what stands around one is read when asked for."""

    __slots__ = ("_folded", "_names", "_uses")

    def __init__(self, folded: str, found: Iterable[Name]) -> None:
        self._folded = folded
        self._names: dict[str, list[Name]] = {}
        self._uses: dict[str, list[Use]] = {}
        for name in found:
            for word in name.text.replace(",", "").split():
                self._names.setdefault(word, []).append(name)

    def words(self) -> Iterable[str]:
        """Return every word, titles and initials included."""
        return self._names

    def count(self, word: str) -> int:
        """Count the names that hold a word, those of headlines left out."""
        return sum(not name.title for name in self._names.get(word, ()))

    def uses(self, word: str) -> list[Use]:
        """Return a word's places, in order."""
        found = self._uses.get(word)
        if found is None:
            names = self._names.get(word, ())
            found = self._uses[word] = [
                use for name in names for use in _uses_of(name, self._folded) if use.key == word
            ]
        return found


def name_words(document: Document) -> NameWords:
    """Gather the words of the document's names."""
    return NameWords(document.folded, document.layer(names).names)


def _uses_of(name: Name, folded: str) -> Iterator[Use]:
    parts = parts_of(name.text)
    words = [
        _Word(match.group(), Span(*match.span()).shift(name.span.start))
        for match in _NOT_SPACE.finditer(name.text)
    ][len(parts.title) :]
    if not words or _KNOWN_SLIP.match(folded, name.span.end):
        return
    titled = bool(parts.title)
    speaks = _SPEAKS.match(folded, name.span.end) or _SAID.search(
        folded, max(0, name.span.start - 8), name.span.start
    )
    person = titled or speaks is not None
    initial = words[0].text[0]
    words = [word for word in words if _is_full_word(word.text)]
    if name.title:
        words = [word for word in words if word.text.lower() not in FUNCTION_WORDS]
    # A headline's capitals run on beyond the name: only neighbours are sure to belong together.
    groups: list[tuple[_Word, ...]] = list(pairwise(words)) if name.title else []
    for group in groups or [tuple(words)]:
        for number, word in enumerate(group):
            if _is_name_word(word.text) and not _is_address(folded, word.span.end):
                before = tuple(each.text for each in group[:number])
                after = tuple(each.text for each in group[number + 1 :])
                if not after and folded.startswith((" & ", " &amp; "), word.span.end):
                    after = ("&",)
                span = _name_span(group, number, headline=name.title)
                yield Use(
                    word.text,
                    span,
                    before,
                    after,
                    initial,
                    person,
                    name.title,
                    name.proves,
                )


class _Word(Record):
    text: str
    span: Span


def _name_span(group: Sequence[_Word], number: int, *, headline: bool) -> Span:
    """Return the name up to its last word, from the given name on where there is one."""
    known = [at for at in range(number) if group[at].text in given_names()]
    first = known[0] if known else number if headline else 0
    last = number if headline and not known else len(group) - 1
    return Span(group[first].span.start, group[last].span.end)


def _is_full_word(word: str) -> bool:
    return "." not in word and len(word) > 1 and word not in SUFFIXES


def _is_address(folded: str, end: int) -> bool:
    return folded[end : end + 1] == "." and folded[end + 1 : end + 2].isalnum()


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word.replace("-", "").replace("'", "").isalpha()
