"""A bio whose name is not the byline's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from newslint.annotate.alike import plain
from newslint.annotate.bios import bios
from newslint.annotate.structure import structure
from newslint.annotate.structure_bylines import read_byline
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related, Severity
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """How sure it must be that the words are a bio."""

    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.8


class BioNames(DocumentCheck[Parameters]):
    """Report people whom the bio and the byline name in two ways, or a bio of nobody bylined."""

    kind = "bio-names"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each name a bio begins with, and each of its labels, with the bylines."""
        text = document.text
        writers = list(_bylined(document))
        if not writers:
            return
        known = {_key(span.of(text)) for span in writers}
        # A bio of somebody else is told from one more bio by what the others hold.
        met = any(
            _key(name.of(text)) in known for bio in document.layer(bios) for name in bio.names
        )
        for bio in document.layer(bios):
            if bio.confidence < self.parameters.confidence:
                continue
            seen: set[str] = set()
            for name in bio.names:
                key = _key(name.of(text))
                if key in known or key in seen:
                    continue
                seen.add(key)
                hit = _compared(text, name, writers, alone=len(bio.names) == 1 and not met)
                if hit is not None:
                    yield hit


_JUNIOR = compiled(
    r",? (?:Jr|Sr|II|III)\.?$",
)


def _bylined(document: Document) -> Iterator[Span]:
    for segment in document.layer(structure).of(Field.BYLINE):
        for name in read_byline(segment.span.of(document.text)).names:
            yield name.shift(segment.span.start)


def _key(name: str) -> str:
    """Return a name without capitals, accents, middle initials and suffixes."""
    words = plain(_JUNIOR.sub("", name).replace(".", " ").replace("’", "'")).split()
    return " ".join(word for at, word in enumerate(words) if len(word) > 1 or at in (0, len(words)))


def _compared(text: str, name: Span, writers: list[Span], *, alone: bool) -> Hit | None:
    """Return a hit for a name that is nearly a writer's, or the only one and somebody else's."""
    found = name.of(text)
    nearest = max(writers, key=lambda span: _likeness(found, span.of(text)))
    other = nearest.of(text)
    likeness = _likeness(found, other)
    values = {"found": found, "other": other}
    related = (Related(nearest, "the byline"),)
    if likeness >= _NEARLY:
        short = _is_short_form(_key(found), _key(other))
        severity = Severity.SUGGESTION if short else None
        return Hit(name, values, related=related, severity=severity)
    if not alone:
        return None
    message = "The bio is of {found}, but the byline names {other}: one of them is wrong."
    values["other"] = _listed(dict.fromkeys(span.of(text) for span in writers))
    return Hit(name, values, related=related, severity=Severity.SUGGESTION, message=message)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


_NEARLY = 75.0


def _likeness(first: str, second: str) -> float:
    from rapidfuzz import fuzz

    one, other = _key(first), _key(second)
    if one.split()[-1:] == other.split()[-1:]:
        return max(_NEARLY, float(fuzz.ratio(one, other)))
    return float(fuzz.ratio(one, other))


def _is_short_form(first: str, second: str) -> bool:
    """Tell whether only the given name differs, as Rob does from Robert."""
    one, other = first.split(), second.split()
    if one[-1] != other[-1]:
        return False
    given, full = sorted((one[0], other[0]), key=len)
    return full.startswith(given[:1])
