"""The state of the dateline named again."""

from __future__ import annotations

import pytest

from newslint.checks.dateline_region import DatelineRegion, Parameters
from newslint.context import Context
from newslint.document import Document

_CHECK = DatelineRegion(Parameters(states={"Nevada": "Nev.", "Ohio": "Ohio"}))
_STORY = "{dateline} (AP) — The mine will reopen in May, its owners said on Friday.\n\n{text}\n"


@pytest.mark.parametrize(
    ("dateline", "text", "found"),
    [
        ("RENO, Nev.", "The ore goes to Elko, Nevada, by rail.", [", Nevada"]),
        ("RENO, Nev.", "The ore goes to Elko, Nev.", [", Nev."]),
        ("DAYTON, Ohio", "The ore goes to Mount Vernon, Ohio.", [", Ohio"]),
        ("RENO, Nev.", "The ore goes to Boise, Ohio.", []),
        ("RENO, Nev.", "“It goes to Elko, Nevada,” she said.", []),
        ("RENO, Nev.", "Write to Box 9, Elko, Nevada 89801.", []),
        ("RENO, Nev.", "It was Chris Covert, Nevada director for the firm.", []),
        ("LONDON", "The ore goes to Elko, Nevada.", []),
    ],
)
def test_a_story_does_not_repeat_the_state(dateline: str, text: str, found: list[str]) -> None:
    story = _STORY.format(dateline=dateline, text=text)
    hits = _CHECK.hits(Document.from_text(story), Context())
    assert [hit.span.of(story) for hit in hits] == found


def test_it_shows_the_dateline() -> None:
    story = _STORY.format(dateline="RENO, Nev.", text="The ore goes to Elko, Nevada.")
    [hit] = _CHECK.hits(Document.from_text(story), Context())
    assert [each.span.start for each in hit.related] == [0]
    assert (hit.values["town"], hit.values["state"], hit.replacement) == ("Elko", "Nevada", None)
