"""Quotations of any text whatever: no crash, and spans that hold together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.quotes import quotes
from newslint.annotate.speaking import speakers
from newslint.annotate.transcripts import verify
from newslint.annotate.wording import aligned, differences, wording
from newslint.document import Document
from newslint.span import Span

PIECES = st.sampled_from(
    [
        *"“”\"'‘’«»„,.:;?!()[]—- \n",
        "''", "``", "\n\n", "6'2\"", "’90s", "said", "Park", "Ines Park", "she", "according to",
        "told", "that", "claim", "...", "[sic]", "will", "rebuild", "the pier", "U.S.",
        "<a b=\"c\">",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_hold_together(text: str) -> None:
    document = Document.from_text(text)
    layer = document.layer(quotes)
    position = 0
    for quotation in layer.quotations:
        assert all(quotation.span.covers(part) for part in quotation.parts)
        assert list(quotation.parts) == sorted(quotation.parts)
        assert text.startswith(quotation.opening, quotation.span.start)
        assert text[: quotation.span.end].endswith(quotation.closing)
    for quotation in layer.outer:
        assert quotation.span.start >= position
        position = quotation.span.end
    closings = {quotation.span.end for quotation in layer.quotations if quotation.closing}
    assert closings.isdisjoint(stray.end for stray in layer.strays)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_cues_and_speakers_are_the_writers_words(text: str) -> None:
    document = Document.from_text(text)
    layer = document.layer(attributions)
    document.layer(speakers)
    for each in layer.attributions:
        assert layer.of(each.quotation) == each
        for span in (each.cue, each.speaker):
            assert span is None or (0 <= span.start < span.end <= len(text))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_transcripts_never_fail(text: str, transcript: str) -> None:
    for verdict in verify(Document.from_text(text), {"talk": transcript}):
        assert verdict.span is None or 0 <= verdict.span.start <= verdict.span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_differences_rebuild_the_other_wording(one: str, other: str) -> None:
    here, there = (wording(text, [Span(0, len(text))]) for text in (one, other))
    aligned(here, there)
    rebuilt: list[str] = []
    position = 0
    for each in differences(here.words, there.words):
        rebuilt += [
            *here.words[position : each.first],
            *there.words[each.other_first : each.other_end],
        ]
        position = each.end
    assert (*rebuilt, *here.words[position:]) == there.words
