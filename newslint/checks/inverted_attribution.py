"""“said Park” where a house writes “Park said”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.attributions import attributions
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

# What follows a speaker who is not described any further.
_ENDED = compiled(
    r"[.;:]|, ?[\"“'‘]|,[ ](?:adding|referring|pointing|speaking)\b|\s*$"
    r"|[ ](?:on[ ])?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|[ ](?:yesterday|today|at[ ]a[ ]news|in[ ]an?[ ](?:statement|interview|e-?mail|speech))"
    r"\b"
)


class Parameters(Record):
    """Which inversions are meant."""

    longest: Annotated[int, "Words of a speaker up to which the name goes first."] = 3


class InvertedAttribution(DocumentCheck[Parameters]):
    """Report a short name behind its verb of speaking."""

    kind = "inverted-attribution"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield verb and name, with the two exchanged."""
        text = document.text
        seen: set[Span] = set()
        for each in document.layer(attributions).attributions:
            cue, speaker = each.cue, each.speaker
            if cue is None or speaker is None or cue in seen:
                continue
            seen.add(cue)
            name, verb = speaker.of(text), cue.of(text)
            if speaker.start != cue.end + 1 or not verb[0].islower() or " to" in verb:
                continue
            if len(name.split()) > self.parameters.longest or not _ENDED.match(text, speaker.end):
                continue
            if "," in name:  # an age or what else describes the speaker
                continue
            place = Span(cue.start, speaker.end)
            values = {"found": place.of(text), "replacement": f"{name} {verb}"}
            yield Hit(place, values, edits=(Edit(place, f"{name} {verb}"),))
