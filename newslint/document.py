"""The document: what a reader makes of a file, and what annotators and checks look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import OffsetMap, Run, Span
from newslint.stopwatch import Stopwatch, timed

T = TypeVar("T")


class Field(StrEnum):
    """A part of an article as a newsroom names it."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    PULLQUOTE = "pullquote"
    BIO = "bio"
    CORRECTION = "correction"
    FURNITURE = "furniture"


class BlockKind(StrEnum):
    """What a block is in its file, whatever part of the article it holds."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CELL = "cell"
    CODE = "code"
    CAPTION = "caption"
    VALUE = "value"  # a front-matter or JSON value


class Block(Record):
    """A paragraph, heading, list item or value: rules never match across blocks.

    `field` is set where the format itself says so (front matter, JSON key, HTML class); the
    structure layer finds the others. `level` is 1 to 6 for headings, else 0. `language` is a BCP
    47 tag where the block differs from its document. `item` is the place of a list item where the
    format tells it: the number of its list in the document and its own in the list, from 1.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    field: Field | None = None
    level: int = 0
    language: str = ""
    item: tuple[int, int] | None = None


class Directive(Record):
    """A suppression written in the file: `action` is `disable`, `enable` or `disable-next`.

    `span` is where it stands in the source file; `position` is the text offset from which it
    holds. `rules` is empty for all rules. `whole` marks a directive of the front matter, which
    holds for the whole article.
    """

    action: str
    rules: tuple[str, ...]
    reason: str
    span: Span
    position: int
    whole: bool = False


class Anchor(Record):
    """Where a stretch of source stands in a file that has no lines, such as a Word document.

    `part` names the part of the file; `paragraph` counts from 1 in the part, and `run` (a stretch
    of one formatting) from 1 in the paragraph.
    """

    source: Span
    part: str
    paragraph: int
    run: int


# Each replacement has the length of what it stands for, so that offsets stay true.
_FOLD = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u2019": "'",
        "\u02bc": "'",
    }
)
_MASKED = "\ufffc"
# A mark that closes a sentence or bracket after an address is no part of it.
_URL = compiled(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]*\w",
    IGNORECASE,
)


# What a line of plain text begins with if it opens a list.
_LIST_MARKS = (*"•·▪●◦‣■◆►➤✓✔*–—-", "1.", "1)", "(1)", "a.", "a)", "(a)")
_LIST_STARTS = frozenset([" ", "\t", "\u00a0", *(mark[0] for mark in _LIST_MARKS)])

_STATE = frozenset(
    {"source", "offsets", "language", "complete", "metadata", "masked", "directives", "item"}
)


class Document:
    """One article: its text, its blocks, and the way back to the file it was read from.

    `text` is what a reader of the article reads, blocks parted by blank lines; `offsets` maps it
    to `source`, the decoded file. `complete` is False for a fragment, on which checks that need
    the article stay silent. `metadata` holds values that are no text of the article (date,
    language, slug). `masked` are spans of `text` that rules must not see (code, addresses).
    `item` names the article in a file that holds several. `anchors`, sorted, say where the source
    stands in a file that has no lines.
    """

    __slots__ = (
        "_folded",
        "_layers",
        "anchors",
        "blocks",
        "complete",
        "directives",
        "item",
        "language",
        "masked",
        "metadata",
        "offsets",
        "source",
        "stopwatch",
        "text",
    )

    def __init__(
        self,
        text: str,
        blocks: Iterable[Block],
        *,
        source: str | None = None,
        offsets: OffsetMap | None = None,
        language: str = "en",
        complete: bool = True,
        metadata: Mapping[str, str] | None = None,
        masked: Iterable[Span] = (),
        directives: Iterable[Directive] = (),
        item: str = "",
        anchors: Iterable[Anchor] = (),
    ) -> None:
        self.text = text
        self.blocks: tuple[Block, ...] = tuple(blocks)
        self.source = text if source is None else source
        self.offsets = offsets or OffsetMap.identity(len(text))
        self.language = language
        self.complete = complete
        self.metadata: Mapping[str, str] = metadata or {}
        self.masked = tuple(masked)
        self.directives = tuple(directives)
        self.item = item
        self.anchors = tuple(anchors)
        self._folded: str | None = None
        self.stopwatch: Stopwatch | None = None
        self._layers: dict[Callable[[Document], Any], Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes without the layers, which can be computed again."""
        keywords = {name: getattr(self, name) for name in self.__slots__ if name in _STATE}
        return partial(Document, **keywords), (self.text, self.blocks)

    @classmethod
    def from_text(cls, text: str, *, language: str = "en", complete: bool = True) -> Document:
        """Make a document of plain text, one block a paragraph."""
        blocks = [Block(span) for span in paragraphs(text)]
        return cls(text, blocks, language=language, complete=complete)

    def anchor(self, offset: int) -> Anchor | None:
        """Return where the source at `offset` stands in a file that has no lines, else None."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.source.start) - 1
        return self.anchors[max(index, 0)] if self.anchors else None

    def layer(self, annotator: Callable[[Document], T]) -> T:
        """Return what `annotator` makes of this document, computed once."""
        try:
            return self._layers[annotator]  # type: ignore[no-any-return]
        except KeyError:
            with timed(self.stopwatch, f"layer {annotator.__name__}"):
                result = self._layers[annotator] = annotator(self)
            return result

    @property
    def may_hold_lists(self) -> bool:
        """Tell at a glance whether to look for lists of items; most articles hold none."""
        if any(block.item is not None for block in self.blocks):
            return True
        return any(
            line[0] in _LIST_STARTS and line.lstrip().startswith(_LIST_MARKS)
            for line in self.text.split("\n")
            if line
        )

    @property
    def folded(self) -> str:
        """Return the text that rules match: equal in length, with variants folded.

        No-break and thin spaces, tabs and line ends become a space, ’ becomes ', and web and mail
        addresses and masked spans become U+FFFC.
        """
        if self._folded is None:
            folded = self.text.translate(_FOLD)
            self._folded = mask(folded, [*self.masked, *_addresses(folded)])
        return self._folded


def may_hold_addresses(text: str) -> bool:
    """Tell at a glance whether to look for web and mail addresses; most articles hold none."""
    return "@" in text or "://" in text or "www." in text.lower()


def _addresses(text: str) -> list[Span]:
    if not may_hold_addresses(text):
        return []
    return [Span(*match.span()) for match in _URL.finditer(text)]


def mask(text: str, spans: Sequence[Span]) -> str:
    """Replace the characters of `spans` by U+FFFC, keeping the length."""
    if not spans:
        return text
    pieces = []
    position = 0
    for span in sorted(spans):
        start = max(span.start, position)
        if start < span.end:
            pieces += [text[position:start], _MASKED * (span.end - start)]
            position = span.end
    return "".join([*pieces, text[position:]])


class TextBuilder:
    """Build a document's text piece by piece while remembering where each piece came from.

    Literal pieces that go on in text and source alike become one run, unless `join` is off.
    """

    def __init__(self, *, join: bool = True) -> None:
        self._join = join
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def literal(self, text: str, source_start: int) -> Span:
        """Add text that stands in the source word for word, from `source_start` on."""
        return self._add(text, Span(source_start, source_start + len(text)), literal=True)

    def derived(self, text: str, source: Span) -> Span:
        """Add text that the source writes otherwise: an entity, an escape."""
        return self._add(text, source, literal=False)

    def separator(self, text: str = "\n\n") -> None:
        """Add text that has no source, such as the blank line between two blocks."""
        self._pieces.append(text)
        self.length += len(text)

    def part(self, text: str, offsets: OffsetMap, span: Span) -> Span:
        """Add the words of `span` of another text, which `offsets` maps to the source."""
        added = Span(self.length, self.length + span.length)
        for run in offsets.pieces(Run(added, span)):
            self._run(run)
        self._pieces.append(span.of(text))
        self.length = added.end
        return added

    @property
    def source_end(self) -> int:
        """Return where in the source the last piece ended."""
        return self._runs[-1].source.end if self._runs else 0

    def build(self) -> tuple[str, OffsetMap]:
        """Return the text and its map to the source."""
        return "".join(self._pieces), OffsetMap(self._runs)

    def _add(self, text: str, source: Span, *, literal: bool) -> Span:
        span = Span(self.length, self.length + len(text))
        self._pieces.append(text)
        self.length = span.end
        if text:
            self._run(Run(span, source, literal))
        return span

    def _run(self, run: Run) -> None:
        """Keep a run, as one with the last where both go on in text and in source."""
        last = self._runs[-1] if self._runs else None
        if (
            self._join
            and last is not None
            and last.literal
            and run.literal
            and last.text.end == run.text.start
            and last.source.end == run.source.start
        ):
            text, source = (
                Span(last.text.start, run.text.end),
                Span(last.source.start, run.source.end),
            )
            self._runs[-1] = Run(text, source)
        else:
            self._runs.append(run)


_BLANK_LINES = compiled(r"(?>\r\n|\r|\n)(?:[^\S\r\n]*+(?>\r\n|\r|\n))+\s*")
_LINE = compiled(r"[^\r\n]+")
_WRAPPED_LINES = 3
_WRAP_SHARE = 0.8
_WRAP_WIDTH = 100


def paragraphs(text: str) -> list[Span]:
    """Split plain text into paragraphs, without the white space around them.

    Blank lines always part paragraphs. Whether a single line end does too is decided once for
    the whole text: where most lines that are followed by another are of one width, as a wrapping
    editor leaves them, it is a line wrap.
    """
    chunks = _chunks(text)
    if _is_wrapped(text, chunks):
        return chunks
    return [
        line
        for chunk in chunks
        for match in _LINE.finditer(text, chunk.start, chunk.end)
        if (line := stripped(text, Span(*match.span()))).length
    ]


def stripped(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _chunks(text: str) -> list[Span]:
    spans = []
    start = 0
    for match in _BLANK_LINES.finditer(text):
        spans.append(stripped(text, Span(start, match.start())))
        start = match.end()
    spans.append(stripped(text, Span(start, len(text))))
    return [span for span in spans if span.length]


def _is_wrapped(text: str, chunks: Sequence[Span]) -> bool:
    inner: list[int] = []
    for chunk in chunks:
        lines = [match.end() - match.start() for match in _LINE.finditer(text, *chunk)]
        inner += lines[:-1]
    if len(inner) < _WRAPPED_LINES or max(inner) > _WRAP_WIDTH:
        return False
    width = max(inner)
    return sum(length >= width * 2 // 3 for length in inner) >= _WRAP_SHARE * len(inner)
