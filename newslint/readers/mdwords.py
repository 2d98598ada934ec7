"""The words of a Markdown paragraph: what a reader of the page reads, with the way back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from newslint.document import TextBuilder
from newslint.readers.base import Extract
from newslint.readers.mdhtml import ALT, TOKEN, unescaped
from newslint.readers.mdinline import AT
from newslint.record import Record
from newslint.span import Span


class Comment(Record):
    """A comment: its words, where it stands in the source and in the text."""

    words: str
    source: Span
    position: int


class Words(Record):
    """A paragraph's text, its comments, and the captions of its images."""

    extract: Extract
    comments: tuple[Comment, ...]
    images: tuple[Extract, ...]
    #: The paragraph opens with an image, and the text on the next line belongs to it.
    caption: bool
    only_image: bool
    emphasised: bool


def words_of(token: Token, content: Extract) -> Words:
    """Read the children of an inline token whose content stands in the source as `content`."""
    reader = _Reader(content)
    children = token.children or []
    reader.read(children)
    extract = Extract(*reader.builder.build(), tuple(reader.masked))
    has_words = bool(extract.text.strip())
    shown = [child for child in children if child.type != "text" or child.content.strip()]
    opens_with_image = bool(shown) and shown[0].type == "image"
    return Words(
        extract,
        tuple(reader.comments),
        tuple(reader.images),
        has_words and opens_with_image and len(shown) > 1 and shown[1].type in _BREAKS,
        opens_with_image and not has_words,
        has_words and _emphasised(shown),
    )


_BREAKS = ("softbreak", "hardbreak")


def _emphasised(children: Sequence[Token]) -> bool:
    """Tell whether one pair of emphasis holds all the words."""
    if children[0].type not in ("em_open", "strong_open") or children[-1].nesting >= 0:
        return False
    depth = 0
    for child in children[:-1]:
        depth += child.nesting
        if depth == 0:
            return False
    return True


class _Reader:
    def __init__(self, content: Extract) -> None:
        self._content = content
        self.builder = TextBuilder()
        self.masked: list[Span] = []
        self.comments: list[Comment] = []
        self.images: list[Extract] = []
        self._after_comment = False
        self._ends_in_space = True

    def read(self, children: Sequence[Token], shift: int = 0) -> None:
        """Add the words of all tokens, whose positions count from `shift` in the content."""
        for child in children:
            at = child.meta.get(AT, 0) + shift
            if child.type == "text" or child.content == child.markup != "":
                self._text(child.content, at)
            elif child.type == "text_special":
                self._derived(child.content, Span(at, at + len(child.markup)))
            elif child.type in _BREAKS:
                self._break(at)
            elif child.type == "code_inline":
                self._code(child, at)
            elif child.type == "html_inline":
                self._html(child.content, at)
            elif child.type == "image":
                self._image(child, at)

    def _text(self, words: str, at: int) -> None:
        # Of the spaces on both sides of a comment one is for the comment.
        if self._after_comment and words.startswith(" "):
            words, at = words[1:], at + 1
        self._after_comment = False
        span = Span(at, at + len(words))
        self._ends_in_space = words.endswith((" ", "\n"))
        if span.of(self._content.text) == words:
            self.builder.part(self._content.text, self._content.offsets, span)
        else:
            self._derived(words, span)

    def _derived(self, words: str, span: Span) -> None:
        self.builder.derived(words, self._content.offsets.source(span))

    def _break(self, at: int) -> None:
        newline = self._content.text.find("\n", at)
        self._text("\n", newline if newline >= 0 else at)

    def _code(self, token: Token, at: int) -> None:
        start = self.builder.length
        inner = at + len(token.markup)
        # A space after the backtick that lets a backtick follow is cut off by the parser.
        if not self._content.text.startswith(token.content, inner):
            inner += 1
        self._text(token.content, inner)
        self.masked.append(Span(start, self.builder.length))

    def _html(self, tag: str, at: int) -> None:
        span = Span(at, at + len(tag))
        match = TOKEN.match(tag)
        if match is None:
            return
        name = (match["name"] or "").lower()
        if match["comment"] is not None:
            source = self._content.offsets.source(span)
            self.comments.append(Comment(match["comment"], source, self.builder.length))
            self._after_comment = self._ends_in_space
        elif name == "br":
            self._derived("\n", span)
        elif name == "q":
            self._derived("”" if match["close"] else "“", span)
        elif name == "img":
            alt = ALT.search(tag)
            if alt is not None:
                group = "double" if alt["double"] is not None else "single"
                self.images.append(unescaped(self._content, Span(*alt.span(group)).shift(at)))

    def _image(self, token: Token, at: int) -> None:
        """Take the alternative text and the title of an image, which are read as captions."""
        label = at + len("![")
        inner = _Reader(self._content)
        inner.read(token.children or [], label)
        alternative = Extract(*inner.builder.build())
        title = self._title(token, label + len(token.content) + 1)
        self.images += [each for each in (alternative, title) if each and each.text.strip()]

    def _title(self, token: Token, at: int) -> Extract | None:
        text = self._content.text
        if not token.attrs.get("title") or not text.startswith("(", at):
            return None
        start = _skip_space(text, at + 1)
        destination = parseLinkDestination(text, start, len(text))
        start = _skip_space(text, destination.pos if destination.ok else start)
        title = parseLinkTitle(text, start, len(text))
        if not title.ok:
            return None
        return self._unescaped(Span(start + 1, title.pos - 1))

    def _unescaped(self, span: Span) -> Extract:
        builder = TextBuilder()
        text, offsets = self._content.text, self._content.offsets
        start = span.start
        for match in _ESCAPE.finditer(text, *span):
            builder.part(text, offsets, Span(start, match.start()))
            words = match[1] or unescape(match.group())
            builder.derived(words, offsets.source(Span(*match.span())))
            start = match.end()
        builder.part(text, offsets, Span(start, span.end))
        return Extract(*builder.build())


_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at
