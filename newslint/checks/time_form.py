"""How a clock time is written: 12 or 24 hours, points, spaces, noughts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.dates import TimeMention, dates
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_TIME = compiled(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.h])?(?P<minute>\d\d))?(?: hours)? ?"
    r"(?P<half>[ap]\.m\.?|[ap]m\b)?",
    IGNORECASE,
)


class Parameters(Record):
    """The parameters of a time-form rule."""

    clock: Annotated[
        Literal["12", "24", "either"], "`12` writes 7 p.m., `24` 19:00, `either` keeps what stands."
    ] = "either"
    half: Annotated[Literal["a.m.", "am", "AM"], "How the half of the day is written."] = "a.m."
    space: Annotated[bool, "Whether a space stands before a.m. or p.m."] = True
    mark: Annotated[Literal[":", "."], "Between hours and minutes."] = ":"
    on_the_hour: Annotated[
        Literal["7", "7:00", "either"], "Whether a 12-hour time on the hour shows its noughts."
    ] = "7"
    noon: Annotated[bool, "Whether 12 p.m. and 12 a.m. must be noon and midnight."] = True


class TimeForm(DocumentCheck[Parameters]):
    """Report times of day that are not written as the house writes them."""

    kind = "time-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each time in the wrong form, with the right one, its zone left out."""
        text = document.folded
        for each in document.layer(dates).times:
            match = _TIME.match(text, *each.span)
            if match is None or not (match["half"] or each.form == "24"):
                continue
            span = Span(match.start(), match.start() + len(match.group().rstrip()))
            found = span.of(document.text)
            right = self._right(each, match["minute"], bool(match["half"]), span.of(text))
            if right and right != span.of(text):
                values = {"found": found, "replacement": right}
                yield Hit(span, values, _stopped(right, span, document))

    def _right(self, each: TimeMention, minute: str | None, halved: bool, found: str) -> str:
        if not halved and ":" not in found and "." not in found:
            return ""  # 1600 GMT is a form of its own
        if not halved and not each.zone:
            return ""  # "2:15" may be a race or a verse
        clock = self.parameters.clock
        if clock == "either":
            clock = "12" if halved else "24"
        hour, minutes = divmod(each.minutes, 60)
        mark = self.parameters.mark
        if clock == "24":
            return f"{hour:02d}{mark}{minutes:02d}"
        if self.parameters.noon and each.minutes % 720 == 0:
            return "noon" if each.minutes == 720 else "midnight"
        shown = f"{hour % 12 or 12}"
        noughts = self.parameters.on_the_hour
        if minutes or noughts == "7:00" or (noughts == "either" and minute is not None):
            shown += f"{mark}{minutes:02d}"
        half = self.parameters.half if hour < 12 else self.parameters.half.translate(_AFTERNOON)
        return f"{shown}{' ' if self.parameters.space else ''}{half}"


_AFTERNOON = str.maketrans("aA", "pP")


def _stopped(right: str, span: Span, document: Document) -> str:
    """Keep one full stop where the time ends its sentence, and no second."""
    if right.endswith(".") and document.text[span.end : span.end + 1] == ".":
        return right[:-1]
    sentence = document.layer(sentences).at(span.start)
    ends = sentence is not None and sentence.end == span.end
    if ends and document.text[span.end - 1] == "." and not right.endswith("."):
        return f"{right}."
    return right
