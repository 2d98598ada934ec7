"""OpenDocument texts (.odt, ISO/IEC 26300)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.document import BlockKind
from newslint.errors import NewslintError
from newslint.readers.archive import open_archive
from newslint.readers.base import Reading, ReadOptions
from newslint.readers.markup import Chars, Element
from newslint.readers.paragraphs import Paragraph, Piece, document_of, source_of
from newslint.readers.xmltree import decode_xml, parse_xml
from newslint.span import Run, Span

_CONTENT = "content.xml"
# What was deleted, margin comments, tables of contents and the forms of a page.
_PASSED_OVER = frozenset(
    "tracked-changes annotation annotation-end sequence-decls forms table-of-content "
    "note-citation variable-decls user-field-decls".split()
)
_SPACES = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_ESCAPED = re.compile(r"_([0-9a-fA-F]{2})_")
#: Of spaces written as a number, more than this is a mistake or an attack.
_MAX_SPACES = 1000


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read an OpenDocument text; raises NewslintError if it is none or holds no words."""
    archive = open_archive(data, path, "an OpenDocument text (.odt)")
    inside = f"{path}!{_CONTENT}"
    text = decode_xml(archive.read(_CONTENT), inside).text
    root = parse_xml(text, inside)
    body = root.first("body", "text")
    if body is None:
        raise NewslintError.of("the document holds no text", path=path)
    paragraphs = list(_Reader(_styles(root)).walk(body, BlockKind.PARAGRAPH))
    source = source_of(paragraphs)
    document = document_of(paragraphs, source, {}, options)
    if document is None:
        raise NewslintError.of("the document is empty", path=path)
    return Reading(source, (document,))


def _styles(root: Element) -> dict[str, str]:
    """Map the styles that the editor made on the way to the ones they were made from."""
    return {
        style.get("name"): style.get("parent-style-name")
        for style in root.each("automatic-styles", "style")
        if style.get("parent-style-name")
    }


class _Reader:
    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._count = 0
        self._run = 0
        self._last = ""
        self._notes: list[Element] = []

    def walk(self, element: Element, kind: BlockKind, depth: int = 0) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; notes and text boxes follow their paragraph."""
        for child in element.elements:
            if child.name in _PASSED_OVER:
                continue
            if child.name in ("p", "h"):
                yield self._paragraph(child, kind)._replace(depth=depth)
                inside, self._notes = self._notes, []
                for each in inside:
                    yield from self.walk(each, BlockKind.PARAGRAPH)
            elif child.name == "list-item":
                yield from self.walk(child, BlockKind.LIST_ITEM, depth + 1)
            elif child.name == "table-cell":
                yield from self.walk(child, BlockKind.CELL)
            else:
                yield from self.walk(child, kind, depth)

    def _paragraph(self, element: Element, kind: BlockKind) -> Paragraph:
        self._count += 1
        self._run = 0
        self._last = " "
        name = element.get("style-name")
        name = self._styles.get(name, name)
        style = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)
        if element.name == "h" and style.lower() not in ("title", "subtitle"):
            style = f"Heading {element.get('outline-level') or 1}"
        return Paragraph("content", self._count, tuple(self._pieces(element, "")), style, kind)

    def _pieces(self, element: Element, look: str) -> Iterator[Piece]:
        for child in element.children:
            if isinstance(child, Chars):
                self._run += 1
                for run in child.extract.offsets.runs:
                    yield from self._folded(run.text.of(child.extract.text), run, look)
            elif isinstance(child, Element) and child.name not in _PASSED_OVER:
                yield from self._inline(child, look)

    def _inline(self, element: Element, look: str) -> Iterator[Piece]:
        if element.name in ("note", "frame", "custom-shape", "text-box"):
            self._notes.append(element)
        elif element.name == "s":
            count = element.get("c")
            spaces = min(int(count), _MAX_SPACES) if count.isdecimal() else 1
            yield self._piece(" " * spaces, element.tag, look)
        elif element.name == "tab":
            yield self._piece("\t", element.tag, look)
        elif element.name == "line-break":
            yield self._piece("\n", element.tag, look)
        else:
            yield from self._pieces(element, element.get("style-name") or look)

    def _folded(self, words: str, run: Run, look: str) -> Iterator[Piece]:
        """Fold white space as the format does: a stretch of it is one space."""
        start = 0
        for match in _SPACES.finditer(words):
            yield from self._plain(words, start, match.start(), run, look)
            if self._last != " ":
                yield self._piece(" ", _part(run, *match.span()), look)
            start = match.end()
        yield from self._plain(words, start, len(words), run, look)

    def _plain(self, words: str, start: int, end: int, run: Run, look: str) -> Iterator[Piece]:
        if start < end and words[start] == " " and self._last == " ":
            start += 1
        if start < end:
            self._last = words[end - 1]
            yield Piece(words[start:end], _part(run, start, end), self._run, run.literal, look)

    def _piece(self, words: str, markup: Span, look: str) -> Piece:
        self._last = words[-1:]
        return Piece(words, markup, max(self._run, 1), False, look)


def _part(run: Run, start: int, end: int) -> Span:
    if not run.literal:
        return run.source
    return Span(run.source.start + start, run.source.start + end)
