"""The alternatives of a pattern, so that it can be told which of them examples reach."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.record import Record

#: Put before an alternative, it keeps that alternative from ever matching.
NEVER = "(?!)"


class Branch(Record):
    """One alternative of a pattern: where it stands in the source, and its words."""

    start: int
    words: str

    def without(self, source: str) -> str:
        """Return the pattern in which this alternative cannot match; groups keep their numbers."""
        return source[: self.start] + NEVER + source[self.start :]


def branches(source: str) -> list[Branch]:
    """Return the alternatives of a pattern, at any depth, in order; none if it has no `|`.

    Escapes and character classes are skipped. A sub-pattern that itself has alternatives is one of
    its own parent's.
    """
    found: list[Branch] = []
    levels: list[_Level] = [_Level(0)]
    position = 0
    while position < len(source):
        char = source[position]
        if char == "\\":
            position += 2
            continue
        if char == "[":
            position = _after_class(source, position)
            continue
        if char == "(":
            levels.append(_Level(_after_opening(source, position)))
            position = levels[-1].starts[0]
            continue
        if char == "|":
            levels[-1].starts.append(position + 1)
        elif char == ")" and len(levels) > 1:
            found += levels.pop().branches(source, position)
        position += 1
    found += levels[0].branches(source, len(source))
    return sorted(found)


class _Level:
    """A group that is open: where its alternatives begin."""

    def __init__(self, start: int) -> None:
        self.starts = [start]

    def branches(self, source: str, end: int) -> Iterator[Branch]:
        if len(self.starts) > 1:
            ends = [*(start - 1 for start in self.starts[1:]), end]
            for start, stop in zip(self.starts, ends, strict=True):
                yield Branch(start, source[start:stop])


def _after_class(source: str, position: int) -> int:
    """Return the place after the character class that opens at `position`."""
    position += 1
    if source[position : position + 1] == "^":
        position += 1
    if source[position : position + 1] == "]":
        position += 1
    while position < len(source) and source[position] != "]":
        position += 2 if source[position] == "\\" else 1
    return position + 1


def _after_opening(source: str, position: int) -> int:
    """Return where the content of the group that opens at `position` begins."""
    position += 1
    if source[position : position + 1] != "?":
        return position
    position += 1
    if source[position : position + 2] in ("<=", "<!"):
        return position + 2
    if source[position : position + 1] in ("=", "!", ":", ">", "|"):
        return position + 1
    for char in source[position:]:  # a name, or flags before a colon
        position += 1
        if char in (">", ":", ")"):
            break
    return position
