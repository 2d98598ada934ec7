"""What all readers share: their options, their result, and the assembling of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.document import (
    Block,
    BlockKind,
    Directive,
    Document,
    Field,
    TextBuilder,
    paragraphs,
    stripped,
)
from newslint.errors import Problem
from newslint.readers.source import Source
from newslint.record import Record
from newslint.span import OffsetMap, Span

#: Files above this many bytes are refused.
MAX_SIZE = 10_000_000
#: The key of the front matter that names an article's own transcripts, one a line.
TRANSCRIPTS = "transcripts"


class ReadOptions(Record):
    """How to read: `as_format` names the format in place of detection.

    `fields` maps keys of a JSON item to roles (`headline`, `body`, `date`, `id`, ...); where it is
    given, no other key is read as text. `language` is for files that do not name theirs (BCP 47).
    """

    as_format: str = ""
    fields: Mapping[str, str] = {}
    language: str = "en"
    max_size: int = MAX_SIZE


class Reading(Record):
    """What a reader makes of a file: its articles, and what of it could not be read."""

    source: Source
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


class Extract(Record):
    """Text taken from a file, the way back, and the spans of it that rules must not see."""

    text: str
    offsets: OffsetMap
    masked: tuple[Span, ...] = ()


class Lists:
    """Numbers the lists of a document and their items, as a reader comes by them."""

    def __init__(self) -> None:
        self._count = 0
        self._open: list[tuple[int, int]] = []

    @property
    def place(self) -> tuple[int, int] | None:
        """Return the numbers of the list and of its item that stand open, if one does."""
        return self._open[-1] if self._open and self._open[-1][1] else None

    def begin(self) -> None:
        """Open a list, perhaps inside an item of another."""
        self._count += 1
        self._open.append((self._count, 0))

    def end(self) -> None:
        """Close the list that was opened last."""
        if self._open:
            self._open.pop()

    def item(self) -> None:
        """Come to the next item of the list; none is open where the markup is broken."""
        if self._open:
            number, item = self._open[-1]
            self._open[-1] = (number, item + 1)

    def step(self, depth: int) -> None:
        """Come to the next item of a list `depth` lists deep, or out of all lists for 0."""
        while len(self._open) > depth:
            self.end()
        while len(self._open) < depth:
            self.begin()
        self.item()


class ArticleBuilder:
    """Assembles a document block by block, blocks parted by blank lines.

    `join` is off where two stretches of one formatting must not be edited as one.
    """

    def __init__(self, source: str, *, join: bool = True) -> None:
        self._source = source
        self._text = TextBuilder(join=join)
        self._blocks: list[Block] = []
        self._masked: list[Span] = []
        self.lists = Lists()
        self.directives: list[Directive] = []
        self.metadata: dict[str, str] = {}

    @property
    def position(self) -> int:
        """Return where in the text the next block will follow."""
        return self._text.length

    def has(self, *fields: Field | None) -> bool:
        """Tell whether a block of one of the fields (None: not told by the format) was added."""
        return any(block.field in fields for block in self._blocks)

    @property
    def empty(self) -> bool:
        """Tell whether no text was added yet."""
        return not self._blocks

    def add(
        self,
        part: Extract,
        kind: BlockKind = BlockKind.PARAGRAPH,
        field: Field | None = None,
        *,
        level: int = 0,
        language: str = "",
        span: Span | None = None,
    ) -> int:
        """Add a block from `part` (or `span` of it), white space at its ends left out.

        Returns how far the offsets of `part` were moved, for what else is anchored in it.
        """
        inner = stripped(part.text, span or Span(0, len(part.text)))
        if not inner.length:
            return self.position - inner.start
        if self._blocks:
            self._text.separator()
        added = self._text.part(part.text, part.offsets, inner)
        item = self.lists.place if kind is BlockKind.LIST_ITEM else None
        self._blocks.append(Block(added, kind, field, level, language, item))
        by = added.start - inner.start
        self._masked += [
            Span(max(each.start, inner.start), min(each.end, inner.end)).shift(by)
            for each in part.masked
            if each.overlaps(inner)
        ]
        return by

    def add_paragraphs(
        self,
        part: Extract,
        kind: BlockKind = BlockKind.PARAGRAPH,
        field: Field | None = None,
        *,
        language: str = "",
    ) -> None:
        """Add a block for each paragraph of `part`."""
        for span in paragraphs(part.text):
            self.add(part, kind, field, language=language, span=span)

    def document(self, options: ReadOptions, *, item: str = "") -> Document:
        """Make the document of what was added."""
        text, offsets = self._text.build()
        language = language_tag(self.metadata.get("language", "")) or options.language
        return Document(
            text,
            [
                block._replace(language="") if block.language == language else block
                for block in self._blocks
            ],
            source=self._source,
            offsets=offsets,
            language=language,
            metadata=self.metadata,
            masked=self._masked,
            directives=self.directives,
            item=item,
        )


_LANGUAGE_NAMES = {"english": "en", "american english": "en-US", "british english": "en-GB"}


def language_tag(name: str) -> str:
    """Write a language as a BCP 47 tag: `en_GB` is `en-GB`."""
    words = name.strip().lower()
    if words in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[words]
    language, *rest = name.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *rest])


def copied(source: str, spans: Iterable[Span]) -> Extract:
    """Take stretches of the source as they stand."""
    builder = TextBuilder()
    for span in spans:
        builder.literal(span.of(source), span.start)
    return Extract(*builder.build())
