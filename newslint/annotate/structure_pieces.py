"""What the layer of structure judges: a document's blocks, furniture lines within them apart."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.structure_bylines import is_byline
from newslint.annotate.structure_lines import is_date_only, label_of, line_field
from newslint.document import Block, BlockKind, Document, Field, stripped
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Pieces(Record):
    """Blocks, or parts of blocks, of a text; `owners` are the numbers of the blocks.

    No-break spaces of the text are plain ones.
    """

    text: str
    blocks: tuple[Block, ...]
    owners: tuple[int, ...]

    def words(self, number: int) -> str:
        """Return the words of a piece."""
        return self.blocks[number].span.of(self.text)


_LINE = compiled(r"[^\n]+")
# Copy whose lines are wrapped by hand puts byline, slug and story into one block.
_MOST_LINES = 40


def pieces(document: Document) -> Pieces:
    """Cut from paragraphs of several lines those at their ends that are no story."""
    found: list[Block] = []
    owners: list[int] = []
    for number, block in enumerate(document.blocks):
        for span in _spans(document.text, block):
            found.append(block if span == block.span else block._replace(span=span))
            owners.append(number)
    return Pieces(document.text.replace("\u00a0", " "), tuple(found), tuple(owners))


def whole_blocks(document: Document) -> Pieces:
    """Return the blocks as they are: what a fragment is made of."""
    return Pieces(document.text, document.blocks, tuple(range(len(document.blocks))))


def _spans(text: str, block: Block) -> Iterator[Span]:
    plain = block.kind is BlockKind.PARAGRAPH and block.field in (None, Field.BODY)
    if not plain or "\n" not in text[block.span.start : block.span.end]:
        yield block.span
        return
    found = (Span(*match.span()) for match in _LINE.finditer(text, *block.span))
    lines = [line for each in found if (line := stripped(text, each)).length]
    first = _head(text, lines)
    last = _foot(text, lines, first)
    yield from lines[:first]
    if first < last:
        yield Span(lines[first].start, lines[last - 1].end)
    yield from lines[last:]


def _head(text: str, lines: list[Span]) -> int:
    """Count the lines at the head that stand for themselves, a headline above a byline too."""
    count = 0
    while count < min(len(lines), _MOST_LINES) and _is_apart(lines[count].of(text)):
        count += 1
    if count == 0 and len(lines) > 1 and is_byline(lines[1].of(text)):
        return 1 + _head(text, lines[1:])
    return count


def _foot(text: str, lines: list[Span], first: int) -> int:
    """Return the number of the first line of the foot."""
    last = len(lines)
    while last > max(first, len(lines) - _MOST_LINES) and _is_apart(lines[last - 1].of(text)):
        last -= 1
    return last


def _is_apart(line: str) -> bool:
    return (
        line_field(line) is not None
        or is_byline(line)
        or is_date_only(line)
        or bool(label_of(line))
    )
