"""Speech that is printed without quotation marks: interviews, transcripts, embedded posts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.regexes import MULTILINE, compiled
from newslint.span import Span

#: A line that names its speaker: "((Ana Park)) …", "Q: …", "PARK: …", "ANA PARK: …".
_TURN = compiled(
    r"^[ \t]*(\(\([^()\n]{1,60}\)\)|[QA][:.]|(?:\p{Lu}[\p{Lu}.'’-]+[ ]?){1,4}:)[ ]", MULTILINE
)
#: A post that was copied with its tag and attributes.
_POST = compiled(
    r"<(tweet|post|toot|status|embed|blockquote)[ ][^<>\n]*=[^<>\n]*>[^<>]{1,600}(?=</?\1)"
)
_FEWEST = 3  # lines that name a speaker; fewer may be headings
_SPEAKERS = 2  # who take turns; "UPDATE:" thrice is no talk


class SpokenTurns:
    """Where a document prints speech without quotation marks."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def within(self, span: Span) -> bool:
        """Tell whether a span lies inside such speech."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._spans[index].end


def spoken_turns(document: Document) -> SpokenTurns:
    """Find the turns of an interview or transcript, and posts that were copied whole."""
    text = document.text
    return SpokenTurns(sorted([*_turns(text), *_posts(text)]))


def _turns(text: str) -> Iterator[Span]:
    """Yield the turns, each to the next one, the last to the end of its paragraph."""
    found = list(_TURN.finditer(text))
    labels = {match[1] for match in found}
    answers = any(label[0] in "QA" and len(label) == 2 for label in labels)
    turns = answers or len(labels) >= _SPEAKERS
    if len(found) < _FEWEST or not turns or len(labels) == len(found):
        return
    starts = [match.end() for match in found]
    for start, following in pairwise(starts):
        end = text.rfind("\n", start, following)
        yield Span(start, following if end < 0 else end)
    end = text.find("\n", starts[-1])
    yield Span(starts[-1], len(text) if end < 0 else end)


def _posts(text: str) -> Iterator[Span]:
    if "<" in text:
        for match in _POST.finditer(text):
            yield Span(*match.span())
