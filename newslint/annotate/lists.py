"""Vertical lists: items that stand one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Block, BlockKind, Document, Field
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Item(Record):
    """One item: its words without the mark before them, which may be several paragraphs.

    `first` and `last` are its first and its last paragraph. `nests` says that blocks of something
    else stand in it or that another list follows at once: its end is then not for certain.
    """

    first: Span
    last: Span
    nests: bool = False


class VerticalList(Record):
    """The items of a list, in order, and the paragraph before them, if there is one."""

    items: tuple[Item, ...]
    lead: Span | None = None


def vertical_lists(document: Document) -> tuple[VerticalList, ...]:
    """Find the lists of the file's format and those whose writer set signs or numbers."""
    if not document.may_hold_lists:
        return ()
    return (*_marked(document.blocks), *_written(document))


def _marked(blocks: Sequence[Block]) -> Iterator[VerticalList]:
    found: dict[int, dict[int, list[int]]] = {}
    for number, block in enumerate(blocks):
        if block.item is not None:
            listed, item = block.item
            found.setdefault(listed, {}).setdefault(item, []).append(number)
    for items in found.values():
        numbers = list(items.values())
        before = numbers[0][0] - 1
        lead = blocks[before].span if before >= 0 and blocks[before].item is None else None
        yield VerticalList(tuple([_item(blocks, each) for each in numbers]), lead)


def _item(blocks: Sequence[Block], numbers: Sequence[int]) -> Item:
    first, last = numbers[0], numbers[-1]
    after = blocks[last + 1].item if last + 1 < len(blocks) else None
    listed = blocks[last].item
    nests = after is not None and listed is not None and after[0] != listed[0]
    return Item(blocks[first].span, blocks[last].span, nests or last - first >= len(numbers))


_LINE = compiled(r"[^\n]+")
_MARK = compiled(
    r"(?:[•·▪●◦‣■◆►➤✓✔][ \t\u00a0]*|[*–—-][ \t\u00a0]+"
    r"|(?P<open>\(?)(?:(?P<count>\d{1,2})|(?P<letter>[a-z]))(?P<close>[.)])[ \t\u00a0]+)(?=\S)"
)
_NO_STORY = frozenset((BlockKind.HEADING, BlockKind.CODE, BlockKind.CELL))


class _Line(Record):
    """A line of a paragraph: what marks it as an item ("" for nothing), and its words.

    Numbers count; `at` is the number, and 0 for a sign. `opens` says that a paragraph begins here.
    """

    mark: str
    at: int
    words: Span
    opens: bool


def _written(document: Document) -> Iterator[VerticalList]:
    items: list[Item] = []
    before: _Line | None = None
    lead: Span | None = None
    for line in _lines(document):
        if line.mark and before is not None and _goes_on(before, line):
            items.append(Item(line.words, line.words))
        elif not line.mark and not line.opens and items:
            items[-1] = Item(items[-1].first, line.words)
            continue
        else:
            if items:
                yield VerticalList(tuple(items), lead)
            lead = before.words if before is not None and not before.mark else None
            items = [Item(line.words, line.words)] if line.mark else []
        before = line
    if items:
        yield VerticalList(tuple(items), lead)


def _goes_on(before: _Line, line: _Line) -> bool:
    return before.mark == line.mark and line.at == (before.at + 1 if before.at else 0)


def _lines(document: Document) -> Iterator[_Line]:
    for block in document.blocks:
        plain = block.kind not in _NO_STORY and block.field in (None, Field.BODY)
        if not plain or block.item is not None:
            yield _Line("", 0, block.span, opens=True)
            continue
        for match in _LINE.finditer(document.text, *block.span):
            yield _line(document.text, Span(*match.span()), opens=match.start() == block.span.start)


def _line(text: str, line: Span, *, opens: bool) -> _Line:
    start = line.start + len(line.of(text)) - len(line.of(text).lstrip())
    match = _MARK.match(text, start, line.end)
    if match is None:
        return _Line("", 0, line, opens)
    words = Span(match.end(), line.end)
    if match["count"]:
        return _Line(f"{match['open']}1{match['close']}", int(match["count"]), words, opens)
    if match["letter"]:
        return _Line(f"{match['open']}a{match['close']}", ord(match["letter"]) - 96, words, opens)
    return _Line(match.group()[0], 0, words, opens)
