"""A bio whose last sentence no full stop closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.bios import Bio, bios
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """How sure it must be that the words are a bio."""

    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.7


class BioFinalStop(DocumentCheck[Parameters]):
    """Report each line of a bio that is a sentence and ends without a stop."""

    kind = "bio-final-stop"
    parameters_type = Parameters
    placeholders = frozenset({"found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look at the end of each line of the bios that are surely bios."""
        parts = document.layer(structure)
        for bio in document.layer(bios):
            if bio.confidence < self.parameters.confidence:
                continue
            for last in _last_words(bio, document):
                segment = parts.at(last.start)
                if segment is None or segment.span.end != last.end:
                    continue
                match = _OPEN_END.search(document.text, last.start, last.end)
                if match is not None:
                    edit = Edit(Span(last.end, last.end), ".")
                    yield Hit(Span(*match.span(1)), {"found": match[1]}, edits=(edit,))


def _last_words(bio: Bio, document: Document) -> Iterator[Span]:
    """Yield the sentences, and the value that closes a bio which holds sentences."""
    yield from (span for span in bio.sentences if _SENTENCE.search(span.of(document.text)))
    if bio.sentences and bio.values and bio.values[-1].end == bio.span.end:
        yield bio.values[-1]


# More than a name, a role or a heading.
_SENTENCE = compiled(r"[.!?…][\"'”’)]*(?:\s|$)|(?:\S+\s+){4}")
# The last word. An address or handle may stand without a stop behind it, and so may a note in
# brackets or a writer's name in capitals that follows the last stop.
_OPEN_END = compiled(
    r"(?<!\S)(?!\S*(?:@|\(at\)|\[at\]|://|www\.|\w\.(?:com|org|net|co|edu|uk)\b))"
    r"(?<![.!?][\"”’]? (?=\(|(?:\p{Lu}{2,}[ .]?)+$))(?<![.!?][\"”’]? (?:\p{Lu}[\p{Lu}.]* )+)"
    r"(\([^()]*\)|\S*[\p{L}\p{N}%)”\"’'])$",
)
