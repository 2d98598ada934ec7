"""Which entries and alternatives of a rule its examples reach, and which patterns run away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from newslint.authoring.branches import Branch, branches
from newslint.authoring.examples import document_of, kind_of
from newslint.authoring.marks import read_marks
from newslint.checks import PatternCheck
from newslint.document import Document
from newslint.matching import Pattern
from newslint.matching.loop import compiled
from newslint.record import Record
from newslint.rulebook import Rule

#: A pattern that takes longer than this on one of the trial texts has no end, in seconds.
PATIENCE = 0.5
_LENGTH = 3_000

Matches = list[tuple[int, tuple[int, int]]]


class Unreached(Record):
    """A pattern that no example reaches, or only some of whose alternatives are reached."""

    pattern: str
    alternatives: tuple[str, ...] = ()


class Coverage(Record):
    """How much of a rule its examples reach; `unreached` names the rest."""

    rule: str
    entries: int
    reached: int
    unreached: tuple[Unreached, ...]


def coverage(rule: Rule) -> Coverage | None:
    """Measure a rule that looks for patterns; None for other rules.

    An entry is a word, phrase or pattern, and each alternative of a pattern counts as one. An
    alternative is reached if the examples would be judged otherwise without it; the ones of a
    negative look-around are reached by `good` examples.
    """
    if not isinstance(rule.check, PatternCheck):
        return None
    texts = _texts(rule)
    entries = reached = 0
    unreached: list[Unreached] = []
    for pattern in rule.check.patterns():
        found = branches(pattern.source) if not pattern.literal else []
        entries += len(found) or 1
        whole = _matches(pattern, texts)
        if not whole:
            unreached.append(Unreached(pattern.source))
            continue
        missed = tuple(each.words for each in found if _is_idle(each, pattern, whole, texts))
        reached += (len(found) or 1) - len(missed)
        if missed:
            unreached.append(Unreached(pattern.source, missed))
    return Coverage(rule.id, entries, reached, tuple(unreached))


def _is_idle(branch: Branch, pattern: Pattern, whole: Matches, texts: Sequence[str]) -> bool:
    """Tell whether the texts are matched in the same way without an alternative."""
    return _matches(pattern._replace(source=branch.without(pattern.source)), texts) == whole


def _texts(rule: Rule) -> list[str]:
    """Return the blocks of the rule's examples, as it sees them."""
    texts = []
    for example in rule.header.examples:
        text = read_marks(getattr(example, kind_of(example), "")).text
        document = document_of(rule, example, text)
        text = document.text if rule.header.raw else document.folded
        texts += [block.span.of(text) for block in document.blocks]
    return texts


def _matches(pattern: Pattern, texts: Iterable[str]) -> Matches:
    program = _program(pattern)
    return [
        (number, match.span())
        for number, text in enumerate(texts)
        for match in program.finditer(text)
    ]


def _program(pattern: Pattern) -> regex.Pattern[str]:
    return compiled.__wrapped__(pattern)  # thousands of variants must not fill the cache


def dead_entries(rule: Rule) -> Iterator[str]:
    """Yield the words and phrases of a rule that can never match, not even themselves.

    An address is one: rules do not see addresses.
    """
    if not isinstance(rule.check, PatternCheck):
        return
    for pattern in rule.check.patterns():
        if not pattern.literal:
            continue
        document = Document.from_text(f"So {pattern.source} it was.")
        text = document.text if rule.header.raw else document.folded
        if compiled(pattern).search(text) is None:
            yield pattern.source


class Runaway(Record):
    """A pattern that backtracks without end, and the beginning of the text that shows it."""

    pattern: str
    text: str


def runaways(rule: Rule) -> Iterator[Runaway]:
    """Yield the patterns of a rule that do not come to an end on some trial text."""
    if not isinstance(rule.check, PatternCheck):
        return
    for pattern in rule.check.patterns():
        if pattern.literal or not _repeats(pattern.source):
            continue
        program = compiled(pattern)
        for text in trial_texts(pattern.source):
            # A machine that is busy is slow too: only who takes much more than enough has no end.
            if _stops(program, text, PATIENCE) and _stops(program, text, PATIENCE * 10):
                yield Runaway(pattern.source, text[:40] + "…")
                break


def _stops(program: regex.Pattern[str], text: str, seconds: float) -> bool:
    """Tell whether a search has to be stopped after some time."""
    try:
        program.search(text, timeout=seconds)
    except TimeoutError:
        return True
    return False


def _repeats(source: str) -> bool:
    """Tell whether a pattern repeats a group: without that, its ways are not past counting."""
    return re.search(r"\)[*+{]", source) is not None


_PLAIN = ("a", "A", "1", " ", "-", ",", ".", "'", "a ", "Aa ", "1,", "a-", "a.", "a, ", "1 a ")


def trial_texts(source: str) -> Sequence[str]:
    """Return long texts of repeated letters, marks and words of the pattern itself.

    At their end stands what the pattern asks for literally, without which it gives up at once.
    """
    plain = re.sub(r"\\.|[()\[\]{}?*+^$|]", " ", source)
    words = re.findall(r"\w{1,12}", plain)
    units = dict.fromkeys([*_PLAIN, *words, *(f"{word} " for word in words)])
    return [f"{unit * (_LENGTH // len(unit))}\0 {plain}" for unit in units]
