"""The annotated attributions of an article, in the form the measures need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from benchmarks import corpus
from newslint.span import Span

_ENDS = re.compile(r"^[\s\"“”'‘’`.,;:]+|[\s\"“”'‘’`.,;:]+$")
_BETWEEN = re.compile(r"[\s\"“”'‘’`]*")
_MARK = re.compile(r"[\"“”]|''|``")
_OPENS = re.compile(r"[\"“]|''|``")


class Gold(NamedTuple):
    """One annotated attribution: where it names a source and a cue, and what it attributes."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Article(NamedTuple):
    """An article, its attributions and the half of the corpus it belongs to."""

    id: str
    text: str
    half: str
    attributions: tuple[Gold, ...]


def article(row: corpus.Row) -> Article:
    """Read one row of the corpus."""
    text = str(row["text"])
    attributions = tuple(_gold(each, text) for each in row["attributions"])
    return Article(str(row["id"]), text, corpus.half(str(row["id"])), attributions)


def _gold(raw: Any, text: str) -> Gold:  # noqa: ANN401 - JSON
    content = merged([Span(*each) for each in raw["content"]], text)
    return Gold(_joined(raw["source"]), _joined(raw["cue"]), tuple(content))


def _joined(pieces: Sequence[Sequence[int]]) -> Span | None:
    if not pieces:
        return None
    return Span(min(piece[0] for piece in pieces), max(piece[1] for piece in pieces))


def merged(pieces: Iterable[Span], text: str) -> list[Span]:
    """Join pieces that are parted by marks, space or a paragraph break only."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and _BETWEEN.fullmatch(text, joined[-1].end, piece.start):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return joined


def trimmed(span: Span, text: str) -> Span:
    """Cut marks, space and punctuation off both ends."""
    words = span.of(text)
    if not _lstrip(words):
        return span  # a colon is a cue of its own
    start = span.start + len(words) - len(_lstrip(words))
    return Span(start, max(start, span.start + len(_rstrip(words))))


def _lstrip(words: str) -> str:
    return words.lstrip(" \t\r\n\u00a0\"“”'‘’`.,;:")


def _rstrip(words: str) -> str:
    return words.rstrip(" \t\r\n\u00a0\"“”'‘’`.,;:")


def is_direct(span: Span, text: str) -> bool:
    """Tell whether a piece of content is all quoted: marks at both ends, none between."""
    start, end = span
    head = text[max(0, start - 2) : start + 2]
    tail = text[max(0, end - 3) : end + 2]
    if not _OPENS.search(head) or not _MARK.search(tail):
        return False
    inner = trimmed(span, text).of(text)
    return not any(
        match for match in _MARK.finditer(inner) if not inner[: match.start()].endswith("\n")
    )


def quoted_stretches(span: Span, text: str) -> list[Span]:
    """Return the stretches between marks inside a piece of content, marks included."""
    found = []
    marks = [match.span() for match in _MARK.finditer(text, max(0, span.start - 2), span.end + 2)]
    for (start, _), (_, end) in zip(marks[::2], marks[1::2], strict=False):
        found.append(Span(start, end))
    return found


def word_count(span: Span, text: str) -> int:
    """Count words as parted by white space."""
    return len(span.of(text).split())
