"""Word processors' documents: paragraphs of runs, and the document that they make.

The source of such a document is its paragraphs one a line, empty ones too, so that a line's number
is its paragraph's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from newslint.document import Anchor, BlockKind, Document, Field, TextBuilder
from newslint.readers.base import ArticleBuilder, Extract, ReadOptions
from newslint.readers.roles import role_of
from newslint.readers.source import Source
from newslint.record import Record
from newslint.span import Span

# A line end inside a paragraph is no end of a line of the source: that counts paragraphs.
_BREAK = "\u2028"


class Piece(Record):
    """Characters of one run. `markup` is where they stand in their part's XML.

    `literal` says that the XML there has these very characters; `look` is the XML of their
    formatting, by which runs are told to look alike.
    """

    text: str
    markup: Span
    run: int
    literal: bool = True
    look: str = ""


class Paragraph(Record):
    """A paragraph: `number` counts from 1 in its part; `style` is the style's own name.

    `depth` is how many lists deep an item of a list stands, else 0.
    """

    part: str
    number: int
    pieces: tuple[Piece, ...]
    style: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0

    @property
    def text(self) -> str:
        """Return the paragraph's characters."""
        return "".join(piece.text for piece in self.pieces)


class Placed(Record):
    """A piece and where it stands in the source that the document was given."""

    piece: Piece
    paragraph: Paragraph
    source: Span


def placed(paragraphs: Iterable[Paragraph]) -> Iterator[Placed]:
    """Yield every piece with its place in the source."""
    at = 0
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            yield Placed(piece, paragraph, Span(at, at + len(piece.text)))
            at += len(piece.text)
        at += 1


def source_of(paragraphs: Iterable[Paragraph]) -> Source:
    """Return the source that stands for a document's paragraphs."""
    text = "\n".join(paragraph.text.replace("\n", _BREAK) for paragraph in paragraphs)
    return Source(text, extracted=True)


def document_of(
    paragraphs: Iterable[Paragraph],
    source: Source,
    metadata: Mapping[str, str],
    options: ReadOptions,
) -> Document | None:
    """Make the document of paragraphs; None if they hold no words."""
    paragraphs = list(paragraphs)
    builder = ArticleBuilder(source.text, join=False)
    builder.metadata.update(metadata)
    at = 0
    for paragraph in paragraphs:
        builder.lists.step(paragraph.depth)
        _add(builder, _extract(paragraph, at), paragraph)
        at += len(paragraph.text) + 1
    if builder.empty:
        return None
    document = builder.document(options)
    document.anchors = tuple(
        Anchor(each.source, each.paragraph.part, each.paragraph.number, each.piece.run)
        for each in placed(paragraphs)
    )
    return document


def _extract(paragraph: Paragraph, at: int) -> Extract:
    """Map a paragraph to the source, which it stands in from `at` on.

    Runs that look alike are one literal run: word processors split words for reasons of their own.
    """
    text = TextBuilder(join=False)
    for (literal, _), group in groupby(paragraph.pieces, key=lambda piece: piece[3:]):
        words = "".join(piece.text for piece in group)
        if literal:
            text.literal(words, at)
        else:
            text.derived(words, Span(at, at + len(words)))
        at += len(words)
    return Extract(*text.build())


def _add(builder: ArticleBuilder, extract: Extract, paragraph: Paragraph) -> None:
    kind, field, level = styled(paragraph)
    if "\n" in extract.text and kind is not BlockKind.CELL:
        builder.add_paragraphs(extract, kind, field)
    else:
        builder.add(extract, kind, field, level=level)


def styled(paragraph: Paragraph) -> tuple[BlockKind, Field | None, int]:
    """Tell what a paragraph is by the name of its style."""
    name = paragraph.style.lower()
    words, _, number = name.rpartition(" ")
    if words == "heading" and number.isdigit():
        return BlockKind.HEADING, None, min(int(number), 6)
    if name in _STYLES:
        kind, field = _STYLES[name]
        return kind, field, 0
    role = role_of(name)
    if isinstance(role, Field) and role is not Field.BODY:
        return paragraph.kind, role, 0
    return paragraph.kind, None, paragraph.level


_STYLES = {
    "title": (BlockKind.HEADING, Field.HEADLINE),
    "headline": (BlockKind.HEADING, Field.HEADLINE),
    "subtitle": (BlockKind.PARAGRAPH, Field.STANDFIRST),
    "caption": (BlockKind.CAPTION, Field.CAPTION),
    "quote": (BlockKind.QUOTE, None),
    "quotations": (BlockKind.QUOTE, None),
    "block text": (BlockKind.QUOTE, None),
    "intense quote": (BlockKind.QUOTE, Field.PULLQUOTE),
}
