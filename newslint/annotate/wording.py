"""Words as compared between two places: what counts as the same, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Wording(Record):
    """The words of a text without marks, case and styling, and where each one stands.

    `gaps` are the numbers of the words before which words may be missing: at an ellipsis, or at
    something put in brackets, which may stand for other words.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    gaps: frozenset[int] = frozenset()

    def span(self, first: int, end: int) -> Span:
        """Return the place of the words from `first` up to `end`."""
        if first >= end:
            at = self.spans[first].start if first < len(self.spans) else self.spans[-1].end
            return Span(at, at)
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def part(self, first: int, end: int) -> Wording:
        """Return some of the words, with the gaps between them."""
        gaps = frozenset(gap - first for gap in self.gaps if first < gap < end)
        return Wording(self.words[first:end], self.spans[first:end], gaps)

    def runs(self) -> Iterator[tuple[str, ...]]:
        """Yield the words between gaps."""
        start = 0
        for gap in [*sorted(self.gaps), len(self.words)]:
            if gap > start:
                yield self.words[start:gap]
                start = gap

    def find(self, run: tuple[str, ...], start: int) -> int | None:
        """Return the number of the word from `start` on at which a run of words begins."""
        size = len(run)
        at = start
        try:
            while True:
                at = self.words.index(run[0], at, len(self.words) - size + 1)
                if self.words[at : at + size] == run:
                    return at
                at += 1
        except ValueError:
            return None


class Concordance:
    """The words of one long text, for many look-ups of whether others stand in it."""

    __slots__ = ("_known", "_text")

    def __init__(self, words: Sequence[str]) -> None:
        self._known = frozenset(words)
        self._text = f" {' '.join(words)} "

    def holds(self, words: Wording) -> bool:
        """Tell whether the words stand in the text, as `occurrence` finds them."""
        if not words.words or not self._known.issuperset(words.words):
            return False
        at = 0
        for run in words.runs():
            sought = f" {' '.join(run)} "
            at = self._text.find(sought, at)
            if at < 0:
                return False
            at += len(sought) - 1
        return True


class Difference(Record):
    """Words `first` to `end` of one text where another has words `other_first` to `other_end`."""

    first: int
    end: int
    other_first: int
    other_end: int


class Match(Record):
    """The stretch of another text that is most like some words, and how like, in percent."""

    score: float
    other: Wording


_TOKEN = compiled(r"\[[^\[\]]*\]|\.{2,}(?: ?\.)*|…|(?:\. ){2,}\.|[^\W_]+(?:['’][^\W_]+)*|%")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: str(number) for number, word in enumerate(_UNITS.split())},
    **{word: str(number * 10) for number, word in enumerate(_TENS.split(), 2)},
}
_SAME = {"okay": "ok", "percent": "%", "mister": "mr", **_NUMBERS}
_FAR = 1_000_000  # characters of another text that are searched for something similar


def wording(text: str, spans: Iterable[Span]) -> Wording:
    """Read the words of some stretches of text as one."""
    words: list[str] = []
    places: list[Span] = []
    gaps: set[int] = set()
    for span in spans:
        for match in _TOKEN.finditer(text, span.start, span.end):
            word = match.group()
            if not word[0].isalnum() and word != "%":
                gaps.add(len(words))
                continue
            plain = word.lower().replace("’", "'")
            words.append(_SAME.get(plain, plain))
            places.append(Span(*match.span()))
    return Wording(tuple(words), tuple(places), frozenset(gaps))


def words_of(text: str, spans: Iterable[Span]) -> list[str]:
    """Read the words alone, as `wording` does, in a quarter of the time."""
    tokens = chain.from_iterable(_TOKEN.findall(text, span.start, span.end) for span in spans)
    words = " ".join([each for each in tokens if each[0].isalnum() or each == "%"])
    return [_SAME.get(each, each) for each in words.lower().replace("’", "'").split()]


def differences(one: Sequence[str], other: Sequence[str]) -> list[Difference]:
    """Compare two wordings word by word."""
    from rapidfuzz.distance import Levenshtein

    found: list[Difference] = []
    for step in Levenshtein.opcodes(one, other):
        if step.tag == "equal":
            continue
        each = Difference(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and (found[-1].end, found[-1].other_end) == (each.first, each.other_first):
            last = found.pop()
            each = each._replace(first=last.first, other_first=last.other_first)
        found.append(each)
    return found


def occurrence(words: Wording, within: Wording) -> tuple[int, int] | None:
    """Return where the words stand in another text (first, end), with anything at their gaps.

    The runs of words between gaps must stand there in their order.
    """
    start: int | None = None
    position = 0
    for run in words.runs():
        at = within.find(run, position)
        if at is None:
            return None
        start = at if start is None else start
        position = at + len(run)
    return None if start is None else (start, position)


def aligned(words: Wording, within: Wording, least: float = 0.0) -> Match | None:
    """Find the stretch of another text that is most like some words, at least so many percent."""
    from rapidfuzz import fuzz

    if not words.words or not within.words:
        return None
    short, long = " ".join(words.words), " ".join(within.words)[:_FAR]
    if len(short) > len(long):
        return Match(fuzz.ratio(short, long), within)
    alignment = fuzz.partial_ratio_alignment(short, long, score_cutoff=least)
    if alignment is None or alignment.dest_end <= alignment.dest_start:
        return None
    first = long.count(" ", 0, alignment.dest_start)
    if long[alignment.dest_start] == " ":
        first += 1
    end = long.count(" ", 0, alignment.dest_end) + (long[alignment.dest_end - 1] != " ")
    return Match(alignment.score, _fitted(words, within, first, end))


def _fitted(words: Wording, within: Wording, first: int, end: int) -> Wording:
    """Move the ends of a stretch to where the first and the last word stand, if close by."""
    for step in (0, -1, 1, -2, 2):
        if 0 <= first + step < end and within.words[first + step] == words.words[0]:
            first += step
            break
    for step in (0, 1, -1, 2, -2):
        last = end - 1 + step
        if first <= last < len(within.words) and within.words[last] == words.words[-1]:
            end = last + 1
            break
    return within.part(first, end)


def told_apart(text: str, words: Wording, other: Wording, other_text: str, most: int = 3) -> str:
    """Say in words how two wordings differ: “will” for “would”, without “not”."""
    said = []
    for each in differences(words.words, other.words)[:most]:
        here = words.span(each.first, each.end).of(text)
        there = other.span(each.other_first, each.other_end).of(other_text)
        if here and there:
            said.append(f"“{here}” for “{there}”")
        else:
            said.append(f"without “{there}”" if there else f"with “{here}” added")
    return ", ".join(said)


def apart(words: Wording, other: Wording) -> Span:
    """Return the stretch of the words that differs from another wording, one word at least."""
    found = differences(words.words, other.words)
    first = min((each.first for each in found), default=0)
    end = max((each.end for each in found), default=len(words.words))
    if first >= end:  # words are missing here: point at the one before them
        first = max(0, min(first, len(words.words)) - 1)
        end = first + 1
    return words.span(first, end)
