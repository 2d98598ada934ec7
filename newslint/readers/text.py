"""Plain text: the document's text is the file's, one block a paragraph."""

from __future__ import annotations

from newslint.document import Block, Document, TextBuilder, paragraphs
from newslint.readers.base import Reading, ReadOptions
from newslint.readers.source import decode
from newslint.regexes import compiled
from newslint.span import OffsetMap, Span

_CARRIAGE_RETURN = compiled(r"\r\n?")


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read plain text; raises NewslintError if it is none."""
    source = decode(data, path)
    text, offsets = _with_plain_line_ends(source.text)
    document = Document(
        text,
        [Block(span) for span in paragraphs(text)],
        source=source.text,
        offsets=offsets,
        language=options.language,
    )
    return Reading(source, (document,))


def _with_plain_line_ends(source: str) -> tuple[str, OffsetMap | None]:
    """Turn Windows line ends into one character, so that a wrapped line reads the same."""
    if "\r" not in source:
        return source, None
    builder = TextBuilder()
    start = 0
    for match in _CARRIAGE_RETURN.finditer(source):
        builder.literal(source[start : match.start()], start)
        builder.derived("\n", Span(*match.span()))
        start = match.end()
    builder.literal(source[start:], start)
    return builder.build()
