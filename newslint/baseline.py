"""The baseline: findings that were there when a house began, remembered until they are mended.

Reads and writes text only. A finding is remembered by its fingerprint (the rule, the words and the
words around them), so that it is known again wherever in its file it has moved to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from newslint.errors import NewslintError
from newslint.record import Record
from newslint.report import PlacedFinding

VERSION = 1
_KEYS = ("path", "rule", "fingerprint", "text")


class Known(Record):
    """One remembered finding; `path` starts from the baseline's folder."""

    path: str
    rule: str
    fingerprint: str
    text: str


class Baseline(Record):
    """A baseline and where it was read."""

    path: str = ""
    folder: str = ""
    entries: tuple[Known, ...] = ()


def parse_baseline(text: str, path: str, folder: str) -> Baseline:
    """Read a baseline; raises NewslintError that says what to do."""
    again = "write it anew with 'newslint baseline write'"
    if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in text.splitlines()):
        raise NewslintError.of("holds the marks of a merge conflict", path=path, hint=again)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise NewslintError.of(
            f"not valid JSON: {error.msg}",
            path=path,
            line=error.lineno,
            column=error.colno,
            hint=again,
        ) from None
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        hint = "update newslint"
        raise NewslintError.of(f"was written by a newer newslint ({version})", path=path, hint=hint)
    findings = data.get("findings") if version == VERSION else None
    if not isinstance(findings, list) or not all(_is_entry(each) for each in findings):
        raise NewslintError.of("is no baseline", path=path, hint=again)
    entries = tuple(Known(*(each[key] for key in _KEYS)) for each in findings)
    return Baseline(path, folder, entries)


def _is_entry(data: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    return isinstance(data, dict) and all(isinstance(data.get(key), str) for key in _KEYS)


def baseline_text(entries: Iterable[Known]) -> str:
    """Write a baseline, one finding a line and sorted, so that versions merge well."""
    lines = [
        json.dumps(entry._asdict(), ensure_ascii=False)
        for entry in sorted(set(entries), key=lambda each: (each.path, each.rule, each.fingerprint))
    ]
    body = "".join(f"\n    {line}," for line in lines).rstrip(",")
    end = "\n  " if lines else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{body}{end}]\n}}\n'


def known(placed: PlacedFinding, path: str) -> Known:
    """Remember a finding in the file at `path`."""
    return Known(path, placed.finding.rule, placed.fingerprint, placed.place.text)


class Memory:
    """Knows the findings of a baseline again, and which of its entries were met.

    `checked` are the files that were checked as a whole, to be filled by the caller.
    """

    def __init__(self, baseline: Baseline, exists: Callable[[str], bool]) -> None:
        self.baseline = baseline
        self._exists = exists
        self._numbers: dict[str, list[int]] = {}
        for number, entry in enumerate(baseline.entries):
            self._numbers.setdefault(entry.fingerprint, []).append(number)
        self._paths = {entry.path for entry in baseline.entries}
        self.met: set[int] = set()
        self.checked: set[str] = set()

    def new(self, findings: Sequence[PlacedFinding], path: str) -> tuple[PlacedFinding, ...]:
        """Return the findings in the file at `path` that the baseline does not hold."""
        return tuple(placed for placed in findings if not self._knows(placed, path))

    def stale(self, judged: Callable[[str], bool]) -> list[Known]:
        """Return the entries that were not met though they should have been.

        That is: for files that were checked, or are gone, and of rules that were run (`judged`).
        """
        return [
            entry
            for number, entry in enumerate(self.baseline.entries)
            if number not in self.met
            and (entry.path in self.checked or not self._exists(entry.path))
            and judged(entry.rule)
        ]

    def _knows(self, placed: PlacedFinding, path: str) -> bool:
        """Look for the finding under its own path, else under that of a file that is gone.

        The latter is for a file that was renamed: one of which the baseline holds nothing. An entry
        of a file that is gone is spent on one finding.
        """
        numbers = self._numbers.get(placed.fingerprint, ())
        entries: Mapping[int, Known] = {each: self.baseline.entries[each] for each in numbers}
        own = [number for number, entry in entries.items() if entry.path == path]
        if own or path in self._paths:
            self.met.update(own)
            return bool(own)
        moved = [
            number
            for number, entry in entries.items()
            if number not in self.met and not self._exists(entry.path)
        ]
        self.met.update(moved[:1])
        return bool(moved)
