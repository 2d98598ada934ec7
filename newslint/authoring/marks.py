"""Read the marks with which an example shows what a rule must find."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.record import Record
from newslint.span import LineIndex, Span

#: A clock time ("[[7:40 a.m.]]") is no number of a related place.
_MARK = re.compile(r"\[\[(?:(\d+):(?!\d\d ?[aApP]\.?[mM]) ?)?|\]\]")


class Marked(Record):
    """An example's text without its marks, and the places they showed.

    `spans` stood in `[[ ]]`, `related` in `[[1: ]]`; both in order of position. `problem` says what
    is wrong with the marks, if anything.
    """

    text: str
    spans: tuple[Span, ...] = ()
    related: tuple[Span, ...] = ()
    problem: str = ""


def read_marks(source: str) -> Marked:
    """Take the marks out of an example; they may be nested."""
    pieces: list[str] = []
    opened: list[tuple[int, bool]] = []
    spans: list[Span] = []
    related: list[Span] = []
    position = length = 0
    for match in _MARK.finditer(source):
        pieces.append(source[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group() != "]]":
            opened.append((length, match[1] is not None))
        elif not opened:
            return Marked(source, problem="']]' closes a mark that was never opened")
        else:
            start, is_related = opened.pop()
            (related if is_related else spans).append(Span(start, length))
    if opened:
        return Marked(source, problem="'[[' opens a mark that is never closed")
    text = "".join([*pieces, source[position:]])
    return Marked(text, tuple(sorted(spans)), tuple(sorted(related)))


def underline(text: str, spans: Iterable[Span]) -> list[str]:
    """Show the lines that the spans stand in, with carets below; the rest is left out."""
    lines = LineIndex(text)
    carets: dict[int, set[int]] = {}
    for span in spans:
        for offset in range(span.start, max(span.end, span.start + 1)):
            place = lines.position(offset)
            carets.setdefault(place.line, set()).add(place.column - 1)
    shown = []
    for number in sorted(carets):
        words = lines.line(number).of(text)
        marks = "".join("^" if at in carets[number] else " " for at in range(len(words) + 1))
        shown += [words, marks.rstrip()]
    return shown
