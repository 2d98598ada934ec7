"""Bios: what is said of the writers at an article's foot or in its front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint.annotate.sentences import sentences
from newslint.annotate.structure import Segment, structure
from newslint.annotate.structure_bylines import NAME
from newslint.annotate.structure_lines import label_of, labelled_field
from newslint.document import Document, Field
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Bio(Record):
    """One run of bio lines.

    `sentences` are what is said in words, `values` what stands behind a label such as "Function:",
    `labels` the labels. `names` are the people it is about, in order. `confidence` is that of its
    least certain line.
    """

    span: Span
    sentences: tuple[Span, ...]
    values: tuple[Span, ...]
    labels: tuple[Span, ...]
    names: tuple[Span, ...]
    confidence: float


_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Rev)\.? )?"
_VERB = (
    r"(?:is|are|was|were|has|had|covers|writes|reports|edits|lives|teaches|works|worked|joined|"
    r"serves|hosts|began|started|grew|holds|studied|graduated|can be|wrote|contributed|leads)"
)


def bios(document: Document) -> tuple[Bio, ...]:
    """Find the bios of a document."""
    return tuple(_bio(document, run) for run in _runs(document.layer(structure).of(Field.BIO)))


def _runs(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    run: list[Segment] = []
    for segment in segments:
        if run and segment.block != run[-1].block + 1:
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


def _bio(document: Document, run: list[Segment]) -> Bio:
    said: list[Span] = []
    values: list[Span] = []
    labels: list[Span] = []
    names: list[Span] = []
    for segment in run:
        label = label_of(segment.span.of(document.text))
        rest = Span(segment.span.start + len(label), segment.span.end)
        if label:
            labels.append(Span(segment.span.start, segment.span.start + len(label.rstrip())))
        field = labelled_field(label) if label else None
        if field is Field.BYLINE:
            names += _listed_names(document.text, rest)
        if label and (field is Field.BYLINE or not _is_prose(rest.of(document.text))):
            values.append(rest)
        elif not _is_heading(segment.span.of(document.text)):
            said += _sentences(document, rest)
    names += [name for span in said if (name := _subject(document.text, span)) is not None]
    whole = Span(run[0].span.start, run[-1].span.end)
    confidence = min(segment.confidence for segment in run)
    return Bio(whole, tuple(said), tuple(values), tuple(labels), tuple(names), confidence)


def _is_prose(words: str) -> bool:
    """Tell whether what stands behind a label is written out, not a value typed into a form."""
    return len(words) > 60 or regex.search(r"[.!?]\s|\w{3}\.$", words) is not None


def _is_heading(words: str) -> bool:
    return regex.fullmatch(r"(?i)\W*about the (?:author|writer)s?\W*", words) is not None


def _sentences(document: Document, line: Span) -> Iterator[Span]:
    position = line.start
    layer = document.layer(sentences)
    while position < line.end:
        found = layer.at(position)
        if found is None:
            position += 1
            continue
        yield Span(position, min(found.end, line.end))
        position = found.end


def _listed_names(text: str, span: Span) -> Iterator[Span]:
    for match in _name().finditer(text, *span):
        yield Span(*match.span())


def _subject(text: str, sentence: Span) -> Span | None:
    """Return the full name that a sentence begins with, before its verb."""
    match = _subject_pattern().match(text, *sentence)
    return Span(*match.span("name")) if match else None


@cache
def _name() -> regex.Pattern[str]:
    return compiled(NAME)


@cache
def _subject_pattern() -> regex.Pattern[str]:
    return compiled(
        rf"\W*{_TITLE}(?P<name>{NAME})(?: \(@\w+\)|, [^.]{{3,80}}?,|,)? "
        rf"(?:\w+ly |also |now |previously )?{_VERB}\b",
    )
