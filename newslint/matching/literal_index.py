"""The index over literals: most rules are never looked at, because their literal is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newslint.matching.analysis import Analysed, analysed
from newslint.matching.base import MOST, Match, Owned, Pattern, Stopped
from newslint.matching.folding import fold
from newslint.matching.gate import make_gate
from newslint.matching.keys import key_of, keys_in
from newslint.matching.literals import Literals
from newslint.matching.loop import compiled, match_of
from newslint.span import Span

if TYPE_CHECKING:
    import regex

#: Yields (literal number, start) for every literal that stands in a folded text, by start.
Scanner = Callable[[str], Iterable[tuple[int, int]]]


#: Seconds that a pattern may take for a piece, and the characters for which it gets one more.
LEAST_TIMEOUT = 2.0
CHARACTERS_A_SECOND = 100_000
#: So few literals are sooner searched for than looked up.
FEW_LITERALS = 200


class _Entry:
    """One pattern with its owner; compiled on the first hit."""

    __slots__ = ("owner", "pattern", "program", "risky")

    def __init__(self, owner: int, pattern: Pattern, *, risky: bool) -> None:
        self.owner = owner
        self.pattern = pattern
        self.risky = risky
        self.program: regex.Pattern[str] | None = None

    def compile(self) -> regex.Pattern[str]:
        if self.program is None:
            self.program = compiled(self.pattern)
        return self.program

    def search(self, words: str) -> Iterator[regex.Match[str]]:
        """Yield the matches anywhere in a piece; raises TimeoutError."""
        for match in self.compile().finditer(words, timeout=self._timeout(words)):
            if match.end() > match.start():
                yield match

    def at(self, words: str, starts: list[int]) -> Iterator[regex.Match[str]]:
        """Match at the given starts as a search from left to right would, without overlap."""
        match_at = self.compile().match
        timeout = self._timeout(words)
        end = 0
        for start in sorted(set(starts)):
            if start >= end and (match := match_at(words, start, timeout=timeout)):
                end = match.end()
                yield match

    def _timeout(self, words: str) -> float | None:
        """Return the seconds after which to stop: none for what cannot run away."""
        return LEAST_TIMEOUT + len(words) / CHARACTERS_A_SECOND if self.risky else None


class LiteralIndex:
    """Finds literals first, then confirms with the pattern where a literal stands."""

    def __init__(self, analysed: Iterable[Analysed], *, accelerate: bool = True) -> None:
        self._literals: list[str] = []
        self._uses: list[list[tuple[_Entry, int | None]]] = []
        bounded: list[tuple[bool, bool]] = []
        numbers: dict[str, int] = {}
        weak: list[tuple[str, _Entry]] = []
        for owner, pattern, (literals, relaxed, risky) in analysed:
            entry = _Entry(owner, pattern, risky=risky)
            if literals is None:
                weak.append((relaxed, entry))
            else:
                self._add(entry, literals, numbers, bounded)
        self._gate = make_gate(weak, accelerate=accelerate)
        self._scan = _scanner(self._literals, bounded, accelerate=accelerate)

    @classmethod
    def of(cls, owned: Owned, *, accelerate: bool = True) -> LiteralIndex:
        """Make an index of patterns that nobody has analysed yet."""
        return cls(analysed(owned), accelerate=accelerate)

    def _add(
        self,
        entry: _Entry,
        found: Literals,
        numbers: dict[str, int],
        bounded: list[tuple[bool, bool]],
    ) -> None:
        for word in found.words:
            number = numbers.setdefault(word, len(numbers))
            if number == len(self._literals):
                self._literals.append(word)
                self._uses.append([])
                bounded.append((found.left, found.right))
            left, right = bounded[number]
            bounded[number] = (left and found.left, right and found.right)
            self._uses[number].append((entry, found.offset))

    def find(
        self, text: str, pieces: Sequence[Span], stopped: list[Stopped] | None = None
    ) -> Mapping[int, Sequence[Match]]:
        """Return each owner's matches in the pieces of `text`, in order of position."""
        found: dict[int, list[Match]] = {}
        done: set[int] = set()
        for piece in pieces:
            full: list[int] = []
            for entry, hits in self._searches(piece.of(text)):
                if entry.owner in done:
                    continue
                try:
                    placed = [match_of(each, entry.pattern, piece.start) for each in hits]
                except TimeoutError:
                    if stopped is None:
                        raise
                    stopped.append(Stopped(entry.owner, entry.pattern))
                    continue
                if placed:
                    matches = found.setdefault(entry.owner, [])
                    matches += placed
                    if len(matches) > MOST:
                        full.append(entry.owner)
            done.update(full)
        for matches in found.values():
            matches.sort(key=lambda match: match.span)
        return found

    def _searches(self, words: str) -> Iterator[tuple[_Entry, Iterator[regex.Match[str]]]]:
        """Yield the patterns that may match, each with what it matches."""
        folded = fold(words)
        for entry in self._gate.open_for(folded):
            yield entry, entry.search(words)
        for entry, starts in self._candidates(folded).items():
            yield entry, entry.search(words) if starts is None else entry.at(words, starts)

    def _candidates(self, folded: str) -> dict[_Entry, list[int] | None]:
        """Map each pattern that may match to the starts to try, None for anywhere."""
        candidates: dict[_Entry, list[int] | None] = {}
        for number, start in self._scan(folded):
            for entry, offset in self._uses[number]:
                if offset is None:
                    candidates[entry] = None
                elif (starts := candidates.setdefault(entry, [])) is not None:
                    starts.append(start - offset)
        return candidates


def _scanner(
    literals: Sequence[str], bounded: Sequence[tuple[bool, bool]], *, accelerate: bool
) -> Scanner:
    if accelerate:
        try:
            import ahocorasick_rs
        except ImportError:
            pass
        else:
            return _automaton(ahocorasick_rs, literals)
    if len(literals) <= FEW_LITERALS:
        return partial(_one_by_one, literals)
    return _KeyScanner(literals, bounded)


def _automaton(module: object, literals: Sequence[str]) -> Scanner:
    if not literals:
        return lambda _: ()
    automaton = module.AhoCorasick(literals)  # type: ignore[attr-defined]

    def scan(text: str) -> Iterator[tuple[int, int]]:
        for number, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            yield number, start

    return scan


def _one_by_one(literals: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    for number, literal in enumerate(literals):
        yield from _places(number, literal, text)


def _places(number: int, literal: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(literal)
    while start >= 0:
        yield number, start
        start = text.find(literal, start + 1)


class _KeyScanner:
    """Finds literals without an automaton: by key, then by search."""

    def __init__(self, literals: Sequence[str], bounded: Sequence[tuple[bool, bool]]) -> None:
        self._literals = literals
        self._by_key: dict[str, list[int]] = {}
        for number, (literal, (left, right)) in enumerate(zip(literals, bounded, strict=True)):
            key = key_of(literal, left=left, right=right)
            self._by_key.setdefault(key, []).append(number)
        self._prefixes = any(key.startswith("^") for key in self._by_key)
        self._grams = any(key.startswith("~") for key in self._by_key)

    def __call__(self, text: str) -> Iterator[tuple[int, int]]:
        known = self._by_key
        keys = keys_in(text, prefixes=self._prefixes, grams=self._grams)
        for key in keys & known.keys():
            for number in known[key]:
                yield from _places(number, self._literals[number], text)
