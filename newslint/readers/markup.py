"""What HTML and XML have in common: a light tree whose elements and characters know their places.

Offsets in a tree count in the text that was parsed. That is the file, or a string inside it (HTML
in a JSON value, in a CDATA section), whose own map is then composed with these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from newslint.document import TextBuilder
from newslint.readers.base import Extract
from newslint.span import Span

#: Deeper nesting is refused in XML and flattened in HTML: no article has it.
MAX_DEPTH = 150

# The repetitions are bounded so that an unclosed quotation mark cannot cost the square of the file.
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:.-]*)"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}'){0,2000})>"
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))"
)
_SPECIAL = re.compile(r"[&<\r\0]")


class Chars:
    """A stretch of characters in a tree; where they stand is looked up when it is asked for.

    Most of a page is not its article.
    """

    __slots__ = ("_extract", "_locate", "words")

    def __init__(self, words: str, locate: Callable[[], Extract]) -> None:
        self.words = words
        self._locate = locate
        self._extract: Extract | None = None

    @property
    def extract(self) -> Extract:
        """Return the characters with their places in the text that was parsed."""
        if self._extract is None:
            self._extract = self._locate()
        return self._extract


class Comment:
    """A comment: its words and its place."""

    __slots__ = ("span", "words")

    def __init__(self, words: str, span: Span) -> None:
        self.words = words
        self.span = span


class Element:
    """An element: `name` in lower case without prefix, `tag` the place of its start tag.

    `end` is where its end tag begins; it is known in XML only, and of an empty-element tag it is
    where that ends.
    """

    __slots__ = ("attributes", "children", "end", "name", "prefix", "tag")

    def __init__(
        self, name: str, attributes: Mapping[str, str], tag: Span, prefix: str = ""
    ) -> None:
        self.name = name
        self.prefix = prefix
        self.attributes = attributes
        self.tag = tag
        self.end = tag.end
        self.children: list[Element | Chars | Comment] = []

    @property
    def elements(self) -> Iterator[Element]:
        """Yield the child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def get(self, name: str) -> str:
        """Return an attribute's value, or an empty string."""
        return self.attributes.get(name) or ""

    def first(self, *path: str) -> Element | None:
        """Return the first element at the end of a path of child names."""
        return next(self.each(*path), None)

    def each(self, *path: str) -> Iterator[Element]:
        """Yield every element at the end of a path of child names, in order."""
        if not path:
            yield self
            return
        for child in self.elements:
            if child.name == path[0]:
                yield from child.each(*path[1:])

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(list(element.elements)))

    def text(self) -> str:
        """Return all characters below, white space folded."""
        pieces = []
        stack: list[Element | Chars | Comment] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Chars):
                pieces.append(node.words)
            elif isinstance(node, Element):
                stack.extend(reversed(node.children))
        return " ".join("".join(pieces).split())

    def extract(self) -> Extract:
        """Return all characters below as they stand, with their places."""
        builder = TextBuilder()
        stack: list[Element | Chars | Comment] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Chars):
                builder.part(
                    node.extract.text, node.extract.offsets, Span(0, len(node.extract.text))
                )
            elif isinstance(node, Element):
                stack.extend(reversed(node.children))
        return Extract(*builder.build())


def attribute_extract(source: str, element: Element, name: str) -> Extract | None:
    """Return an attribute's value with its place in the start tag, or None."""
    for match in _ATTRIBUTE.finditer(source, element.tag.start + 1, element.tag.end):
        if match["name"].lower().rpartition(":")[2] == name and match.lastgroup:
            start, end = match.span(match.lastgroup)
            return aligned(unescape(source[start:end]), source, start, end)
    return None


#: What is no text in a text: everything, entities but no tags (a title), nothing (a script).
MARKUP, NO_TAGS, RAW = _SPECIAL, re.compile(r"[&\r\0]"), re.compile(r"[\r\0]")


def aligned(
    data: str, source: str, start: int, end: int, special: re.Pattern[str] = MARKUP
) -> Extract:
    """Map decoded characters to the markup from `start` on that they were read from.

    Entities are decoded, and tags that the parser dropped are stepped over, where `special` says
    that they are markup. Where the two part ways, what is left is one piece nothing may edit.
    """
    builder = TextBuilder()
    at, done = start, 0
    while done < len(data):
        found = special.search(source, at, end)
        stop = min(found.start() if found else end, at + len(data) - done)
        if stop > at and source[at:stop] == data[done : done + stop - at]:
            builder.literal(source[at:stop], at)
            done, at = done + stop - at, stop
            continue
        piece = _piece(data, done, source, at) if found and found.start() == at else None
        if piece is None:
            builder.derived(data[done:], Span(at, max(at, min(end, at + len(data) - done))))
            break
        words, length, literal = piece
        if literal:
            builder.literal(words, at)
        else:
            builder.derived(words, Span(at, at + length))
        done, at = done + len(words), at + length
    return Extract(*builder.build())


def _piece(data: str, done: int, source: str, at: int) -> tuple[str, int, bool] | None:
    """Read what a special character opens: words it means, its length, whether it is literal."""
    kind = source[at]
    if kind == "\r" and data[done] == "\n":
        return "\n", 2 if source.startswith("\r\n", at) else 1, False
    if kind == "\0":
        return "", 1, False
    if kind == "&":
        match = ENTITY.match(source, at)
        words = unescape(match.group()) if match else ""
        if match and words != match.group() and data.startswith(words, done):
            return words, len(match.group()), False
    if kind == "<":
        tag = TAG.match(source, at)
        if tag is not None:
            return "", len(tag.group()), False
    return (kind, 1, True) if data[done] == kind else None
