"""XML into a tree with places, by the expat parser of the standard library.

Nothing outside the file is read: a DTD is not fetched, and a file that declares entities of its own
is refused, since a few lines of them can stand for gigabytes or for other files.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import NoReturn
from xml.parsers import expat

from newslint.document import TextBuilder
from newslint.errors import NewslintError
from newslint.readers.base import Extract
from newslint.readers.markup import MAX_DEPTH, TAG, Chars, Comment, Element
from newslint.readers.source import Source, decode
from newslint.span import LineIndex, Span

_DECLARATION = re.compile(
    rb"(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']"
)
#: More elements than any news item or feed holds; they are held in memory all at once.
MAX_ELEMENTS = 300_000


def decode_xml(data: bytes, path: str) -> Source:
    """Decode an XML file by its byte order mark or declaration, else as UTF-8."""
    declared = _DECLARATION.match(data)
    return decode(data, path, declared[1].decode("ascii") if declared else "utf-8")


def parse_xml(text: str, path: str) -> Element:
    """Parse XML into its root element; raises NewslintError with line and column."""
    builder = _TreeBuilder(text, path)
    # Leading blank lines are common in pasted fragments, and fatal before an XML declaration.
    skipped = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return builder.parse(skipped)


class _TreeBuilder:
    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._parser = expat.ParserCreate(encoding="utf-8")
        self._parser.buffer_text = False
        # Without this an entity of HTML (&nbsp;) that only a DTD would declare is a fatal error.
        self._parser.UseForeignDTD(True)
        self._data = b""
        self._byte = self._offset = 0
        self._cdata = False
        self._count = 0
        self._root: Element | None = None
        self._open: list[Element] = []
        self._chars: TextBuilder | None = None

    def parse(self, start: int) -> Element:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._entity
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._open_cdata
        parser.EndCdataSectionHandler = self._close_cdata
        parser.EntityDeclHandler = self._declared
        self._offset = start
        self._data = self._text[start:].encode("utf-8")
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError as error:
            self._fail(expat.ErrorString(error.code), self._at(max(parser.ErrorByteIndex, 0)))
        if self._root is None:
            self._fail("no element", start)
        return self._root

    def _at(self, byte: int) -> int:
        """Return the offset of a byte; they come in order, so that each is counted once."""
        if byte > self._byte:
            self._offset += len(self._data[self._byte : byte].decode("utf-8", "replace"))
            self._byte = byte
        return self._offset

    def _here(self) -> int:
        return self._at(self._parser.CurrentByteIndex)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._here()
        self._flush()
        self._count += 1
        if len(self._open) >= MAX_DEPTH:
            self._fail(f"nested more than {MAX_DEPTH} elements deep", at)
        if self._count > MAX_ELEMENTS:
            self._fail(f"more than {MAX_ELEMENTS:,} elements", at)
        tag = TAG.match(self._text, at)
        local = {key.rpartition(":")[2].lower(): value for key, value in attributes.items()}
        span = Span(at, tag.end() if tag else at + 1 + len(name))
        prefix, _, short = name.rpartition(":")
        element = Element(short.lower(), local, span, prefix.lower())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        at = self._here()
        self._flush()
        self._open.pop().end = at

    def _characters(self, words: str) -> None:
        at = self._here()
        builder = self._builder()
        if self._text.startswith(words, at) and (self._cdata or words != "&"):
            builder.literal(words, at)
        elif words == "\n":
            builder.derived(words, Span(at, at + (2 if self._text.startswith("\r\n", at) else 1)))
        else:
            end = self._text.find(";", at, at + 40) + 1 if self._text[at] == "&" else 0
            builder.derived(words, Span(at, end or at + len(words)))

    def _entity(self, name: str, _: bool) -> None:
        at = self._here()
        words = html5.get(f"{name};")
        if words is None:
            self._fail(f"undefined entity '&{name};'", at)
        self._builder().derived(words, Span(at, at + len(name) + 2))

    def _comment(self, words: str) -> None:
        at = self._here()
        self._flush()
        if self._open:
            span = Span(at, at + len("<!---->") + len(words))
            self._open[-1].children.append(Comment(words, span))

    def _open_cdata(self) -> None:
        self._cdata = True

    def _close_cdata(self) -> None:
        self._cdata = False

    def _declared(self, name: str, *_: object) -> None:
        self._fail(f"declares the entity '{name[:40]}', which newslint does not read", self._here())

    def _builder(self) -> TextBuilder:
        if self._chars is None:
            self._chars = TextBuilder()
        return self._chars

    def _flush(self) -> None:
        if self._chars is not None:
            if self._open:
                extract = Extract(*self._chars.build())
                self._open[-1].children.append(Chars(extract.text, lambda: extract))
            self._chars = None

    def _fail(self, message: str, at: int) -> NoReturn:
        lines = LineIndex(self._text)
        place = lines.position(min(at, len(self._text)))
        raise NewslintError.of(
            f"not XML that can be read: {message}",
            path=self._path,
            line=place.line,
            column=place.column,
            excerpt=lines.line(place.line).of(self._text)[:200],
        )
