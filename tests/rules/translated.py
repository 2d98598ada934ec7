"""Articles as a careless translator writes them, each with its faults and its right words marked.

In `tests/translated/*.txt`, `[[works|technical works|technical work]]` marks a fault: the rules that
find it (of the pack `translation` unless they name another), the words as they were translated, and
the words that should stand there. An empty rule marks words that differ only because others do.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "translated"
_MARK = re.compile(r"\[\[([^|\]]*)\|([^|\]]*)\|([^\]]*)\]\]")


class Fault(NamedTuple):
    """Where a translated article goes wrong, and the rules that must say so."""

    rules: frozenset[str]
    start: int
    end: int


class Translated(NamedTuple):
    """An article as it was translated, its faults, and the same article put right."""

    name: str
    text: str
    faults: tuple[Fault, ...]
    clean: str


def translated() -> list[Translated]:
    """Read the articles."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Translated:
    marked = path.read_text(encoding="utf-8")
    text, faults, position = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        names, wrong, _right = match.groups()
        if names:
            faults.append(Fault(_ids(names), len(text), len(text) + len(wrong)))
        text += wrong
        position = match.end()
    text += marked[position:]
    clean = _MARK.sub(lambda match: match[3], marked)
    return Translated(path.stem, text, tuple(faults), clean)


def _ids(names: str) -> frozenset[str]:
    return frozenset(name if "/" in name else f"translation/{name}" for name in names.split("+"))
