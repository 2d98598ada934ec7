"""Names with what ties them together, and where the same words stand with a capital less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.annotate.names import FUNCTION_WORDS, Name, names, titles
from newslint.annotate.person_names import role_nouns, title_openers
from newslint.annotate.words import Token, without_owner
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_SMALL = frozenset("of for and & the".split())
_OWNS_MORE = compiled(r"'s? \p{Lu}")
# Words that must have their capital in front of a word that opens a name.
_LONG_REST = 2
# Words of a name before one that opens no name: No Child Left Behind.
_LONG_HEAD = 3
# Before a description, and before no name: a Senate subcommittee.
_SOME = frozenset(
    "A An Another Any Each Every Some These This Those a an another any each every first last "
    "local new next no only other second some these third this those".split()
)


class Run(Record):
    """A name and the names that "of", "for" or "and" ties to it: Freedom of Information Act.

    `words` are all of its words in order. `start` says that the run stands where any word takes a
    capital; `owns` that an owner's ending and another name follow.
    """

    words: tuple[str, ...]
    start: bool
    owns: bool


class NameRuns:
    """The runs of a document, alike ones taken together, with look-up by the words around."""

    __slots__ = ("_places", "_runs")

    def __init__(self, runs: Iterable[tuple[Run, Span]]) -> None:
        self._places: dict[Run, list[Span]] = {}
        for run, span in runs:
            self._places.setdefault(run, []).append(span)
        self._runs: dict[tuple[str, str], list[tuple[Run, int]]] = {}
        for run in self._places:
            for at, word in enumerate(run.words):
                before = run.words[at - 1] if at else ""
                self._runs.setdefault((before, word.lower()), []).append((run, at))

    def around(self, tokens: Sequence[Token], number: int) -> list[Span]:
        """Return the places of the runs whose word a token would be if it had its capital.

        The words on both sides must be the run's, letter by letter. A word that only tells what
        somebody is (justice, former) is nobody's name.
        """
        token = tokens[number]
        word = without_owner(token.text)
        before = tokens[number - 1].text if number else ""
        near = (*self._runs.get((before, word), ()), *self._runs.get(("", word), ()))
        if not near:
            return []
        title = word[0].upper() + word[1:]
        if word in role_nouns() or title in titles() or title in title_openers():
            return []
        found = [
            span
            for run, at in near
            if run.words[at] == title and _fits(run, at, tokens, number)
            for span in self._places[run]
        ]
        return [] if found and _is_one_of_some(tokens, number) else found


def name_runs(document: Document) -> NameRuns:
    """Find the runs of names outside of headlines set in capitals."""
    return NameRuns(_runs(document))


def _runs(document: Document) -> Iterator[tuple[Run, Span]]:
    group: list[Name] = []
    for name in document.layer(names).names:
        if name.title:
            continue
        if group and not _is_tied(group[-1], name, document.folded):
            yield _run(group, document.folded)
            group = []
        group.append(name)
    if group:
        yield _run(group, document.folded)


def _is_tied(first: Name, second: Name, folded: str) -> bool:
    between = folded[first.span.end : second.span.start]
    return second.joined and len(between) < 9 and _SMALL.issuperset(between.split())


def _run(group: Sequence[Name], folded: str) -> tuple[Run, Span]:
    span = Span(group[0].span.start, group[-1].span.end)
    owns = _OWNS_MORE.match(folded, span.end) is not None
    return Run(tuple(span.of(folded).split()), group[0].start, owns), span


def _fits(run: Run, at: int, tokens: Sequence[Token], number: int) -> bool:
    before, after = run.words[:at], run.words[at + 1 :]
    if run.words[at].lower() in FUNCTION_WORDS and len(before) < _LONG_HEAD:
        return False
    if not before:
        capital = [word for word in after if word not in _SMALL]
        return (
            not run.start
            and len(capital) >= _LONG_REST
            and _following(tokens, number, len(after)) == after
        )
    if not _precedes(tokens, number, before):
        return False
    if not after:
        return not run.owns
    near = _nearest(after)
    return _following(tokens, number, len(near)) == near


def _is_one_of_some(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a token and the capitals before it tell what something is."""
    for at in range(number - 1, -1, -1):
        word = tokens[at].text
        if word in _SOME:
            return True
        if not tokens[at].capitalised and (word not in _SMALL or word == "the"):
            return False
    return False


def _nearest(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first words up to one that is no small word."""
    count = next((at for at, word in enumerate(words) if word not in _SMALL), 0)
    return words[: count + 1]


def _precedes(tokens: Sequence[Token], number: int, words: tuple[str, ...]) -> bool:
    """Tell whether the last words, small ones aside, stand before a token in its sentence."""
    near = _nearest(words[::-1])[::-1]
    first = number - len(near)
    if first < 0 or tuple(token.text for token in tokens[first:number]) != near:
        return False
    return tokens[number - 1].end + 1 == tokens[number].start


def _following(tokens: Sequence[Token], number: int, count: int) -> tuple[str, ...]:
    if tokens[number].text != without_owner(tokens[number].text):
        return ()
    found = tokens[number + 1 : number + 1 + count]
    return tuple(without_owner(token.text) for token in found)
