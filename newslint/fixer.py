"""Apply fixes to a file's source, re-read and re-check until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.errors import NewslintError
from newslint.finding import Applicability
from newslint.record import Record
from newslint.report import FileReport, PlacedEdit, PlacedFix

#: More rounds than this mean that the rules do not come to rest.
ROUNDS = 10

Check = Callable[[str], FileReport]
Edit = Callable[[str, Sequence[PlacedEdit]], str]


class Fixed(Record):
    """The source after fixing, what was found before and after, and the number of fixes by rule."""

    text: str
    before: FileReport
    after: FileReport
    applied: Counter[str]


class _Chosen(Record):
    rule: str
    fix: PlacedFix


def fix(text: str, check: Check, least: Applicability, edit: Edit | None = None) -> Fixed:
    """Apply all fixes of at least the given applicability.

    `check` reads and checks a source text; `edit` makes edits in one, as its format writes them
    (default: as they are). Raises NewslintError, naming the rules, where fixes
    undo each other or leave a file that can no longer be read; then nothing must be written.
    """
    before = report = check(text)
    path, errors = report.path, len(report.errors)
    seen = {text: 0}
    rounds: list[set[str]] = []
    applied: Counter[str] = Counter()
    while chosen := choose(report, least):
        rounds.append({each.rule for each in chosen})
        if len(rounds) > ROUNDS:
            raise _restless(rounds[-2:], path)
        text = (edit or apply)(text, [made for each in chosen for made in each.fix.edits])
        if text in seen:
            raise _restless(rounds[seen[text] :], path)
        seen[text] = len(rounds)
        applied.update(each.rule for each in chosen)
        report = check(text)
        if len(report.errors) > errors:
            raise _harmful(rounds[-1], report)
    return Fixed(text, before, report, applied)


def choose(report: FileReport, least: Applicability) -> list[_Chosen]:
    """Choose the fixes to make in one round: in order of position, none overlapping another."""
    chosen: list[_Chosen] = []
    taken: list[tuple[int, int]] = []
    for each in _candidates(report, least):
        spans = [(edit.start.offset, edit.end.offset) for edit in each.fix.edits]
        if not any(_collides(span, taken) for span in spans):
            chosen.append(each)
            for span in spans:
                insort(taken, span)
    return chosen


def _candidates(report: FileReport, least: Applicability) -> Iterator[_Chosen]:
    for placed in report.findings:
        for each in placed.fixes:
            if each.applicability.rank >= least.rank and each.edits:
                yield _Chosen(placed.finding.rule, each)
                break


def _collides(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an edit touches text that is taken, or begins where another does."""
    start, end = span
    at = bisect_left(taken, span)
    before = at > 0 and (taken[at - 1][1] > start or taken[at - 1][0] == start)
    after = at < len(taken) and (taken[at][0] < end or taken[at][0] == start)
    return before or after


def apply(text: str, edits: Iterable[PlacedEdit]) -> str:
    """Make edits that do not overlap."""
    pieces = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start.offset):
        pieces += [text[position : edit.start.offset], edit.replacement]
        position = edit.end.offset
    return "".join([*pieces, text[position:]])


def _restless(rounds: Sequence[set[str]], path: str) -> NewslintError:
    rules = sorted(set().union(*rounds))
    names = " and ".join([", ".join(rules[:-1]), rules[-1]] if len(rules) > 1 else rules)
    verb = "undo each other's fixes" if len(rules) > 1 else "undoes its own fix"
    return NewslintError.of(
        f"{names} {verb}, so nothing was written", path=path, hint="ignore one of them"
    )


def _harmful(rules: set[str], report: FileReport) -> NewslintError:
    return NewslintError.of(
        f"a fix of {', '.join(sorted(rules))} makes the file unreadable, so nothing was written: "
        f"{report.errors[-1].message}",
        path=report.path,
    )
