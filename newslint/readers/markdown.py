"""Markdown with YAML front matter: CommonMark, tables, footnotes, figures, suppressions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from newslint.document import BlockKind, Directive, Field
from newslint.errors import NewslintError, Problem
from newslint.readers.base import ArticleBuilder, Extract, Lists, Reading, ReadOptions
from newslint.readers.directives import comment_problem, directive
from newslint.readers.frontmatter import FrontMatter, front_matter
from newslint.readers.mdhtml import HtmlState, html_parts
from newslint.readers.mdinline import parser
from newslint.readers.mdlines import BlockLines, shifted
from newslint.readers.mdwords import words_of
from newslint.readers.roles import ABOVE_BODY, ORDER
from newslint.readers.source import decode
from newslint.span import Span

# What site generators put in place when they build the page; no words of the article.
_SHORTCODE = re.compile(
    r"\{\{[<%].{0,2000}?[%>]\}\}|\{%.{0,2000}?%\}|\{\{.{0,2000}?\}\}", re.DOTALL
)


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read Markdown; raises NewslintError if the file is no text or holds no words."""
    source = decode(data, path)
    head = front_matter(source.text, path)
    builder = ArticleBuilder(source.text)
    builder.metadata.update(head.metadata)
    builder.directives.extend(head.directives)
    _add_parts(builder, head, above=True)
    walker = _Walker(builder, BlockLines(source.text, head.end), source.text, path)
    walker.walk(parser().parse(source.text[head.end :]))
    _add_parts(builder, head, above=False)
    problems = (*head.problems, *walker.problems)
    if builder.empty:
        raise NewslintError(problems or [Problem("the file holds no words of an article", path)])
    return Reading(source, (builder.document(options),), problems)


def _add_parts(builder: ArticleBuilder, head: FrontMatter, *, above: bool) -> None:
    for field in ORDER:
        if (field in ABOVE_BODY) is above:
            for part in head.parts:
                if part.field is field:
                    builder.add_paragraphs(part.extract, BlockKind.VALUE, field)


class _Walker:
    """Walks the parser's tokens and adds the blocks they stand for."""

    def __init__(self, builder: ArticleBuilder, lines: BlockLines, source: str, path: str) -> None:
        self._builder = builder
        self._lines = lines
        self._source = source
        self._path = path
        self._open: list[Token] = []
        self._html = HtmlState(builder.lists)
        self._cells: list[Extract] = []
        self._columns: int | None = None
        self._after_image = False
        self.problems: list[Problem] = []

    def walk(self, tokens: Sequence[Token]) -> None:
        """Add the blocks of all tokens."""
        for number, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._raw_html(token)
            elif token.type == "tr_open":
                self._row(tokens, number)
            elif token.type == "table_open":
                self._columns = None
            if token.nesting > 0:
                self._open.append(token)
            elif token.nesting < 0:
                self._open.pop()
            if token.type in _LIST_STEPS:
                _LIST_STEPS[token.type](self._builder.lists)

    def _row(self, tokens: Sequence[Token], number: int) -> None:
        if self._columns is None:
            end = next(i for i in range(number, len(tokens)) if tokens[i].type == "tr_close")
            self._columns = sum(token.type == "th_open" for token in tokens[number:end])
            count: int | None = self._columns
        else:
            count = None
        self._cells = self._lines.cells(_first_line(tokens[number]), count)

    def _inline(self, token: Token) -> None:
        content = self._content(token)
        if content is None:
            return
        words = words_of(token, content)
        kind, field, level = self._place()
        if words.caption or (words.emphasised and self._after_image):
            kind, field = BlockKind.CAPTION, Field.CAPTION
        if words.caption:
            self._captions(words.images)
        by = self._add(words.extract, kind, field, level)
        for comment in words.comments:
            self._comment(comment.words, comment.source, comment.position + by)
        if not words.caption:
            self._captions(words.images)
        self._after_image = words.only_image

    def _captions(self, images: Sequence[Extract]) -> None:
        for image in images:
            self._builder.add(image, BlockKind.CAPTION, Field.CAPTION)

    def _content(self, token: Token) -> Extract | None:
        """Locate what the inline parser was given; None where there is nothing."""
        holder = self._open[-1] if self._open else token
        if holder.type in ("th_open", "td_open"):
            cell = self._cells.pop(0) if self._cells else None
            return shifted(cell, token.content) if cell is not None and token.content else None
        if holder.type == "heading_open" and holder.markup.startswith("#"):
            return self._lines.heading(token.content, _first_line(token))
        return self._lines.block(token.content, _first_line(token))

    def _place(self) -> tuple[BlockKind, Field | None, int]:
        kind, field, level = self._html.place()
        for token in self._open:
            if token.type == "heading_open":
                kind, level = BlockKind.HEADING, int(token.tag[1:])
            elif token.type in _KINDS and kind is not BlockKind.QUOTE:
                kind = _KINDS[token.type]
        return kind, field, level

    def _add(self, part: Extract, kind: BlockKind, field: Field | None, level: int = 0) -> int:
        shortcodes = [Span(*match.span()) for match in _SHORTCODE.finditer(part.text)]
        if shortcodes and not _SHORTCODE.sub("", part.text).strip():
            kind, field = BlockKind.CODE, None
        masked = (*part.masked, *shortcodes)
        return self._builder.add(part._replace(masked=masked), kind, field, level=level)

    def _code(self, token: Token) -> None:
        first = _first_line(token) + (token.type == "fence")
        part = self._lines.block(token.content.removesuffix("\n"), first)
        self._builder.add(part._replace(masked=(Span(0, len(part.text)),)), BlockKind.CODE)

    def _raw_html(self, token: Token) -> None:
        content = self._lines.block(token.content, _first_line(token))
        for part in html_parts(content, self._html):
            if part.comment is None:
                self._add(part.extract, part.kind, part.field, part.level)
            else:
                source = content.offsets.source(part.span)
                self._comment(part.comment, source, self._builder.position)

    def _comment(self, words: str, source: Span, position: int) -> None:
        found = directive(words, source, position)
        if isinstance(found, Directive):
            self._builder.directives.append(found)
        elif found is not None:
            self.problems.append(comment_problem(found, source, self._source, self._path))


_LIST_STEPS = {
    "bullet_list_open": Lists.begin,
    "ordered_list_open": Lists.begin,
    "list_item_open": Lists.item,
    "bullet_list_close": Lists.end,
    "ordered_list_close": Lists.end,
}
_KINDS = {
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.LIST_ITEM,
    "td_open": BlockKind.CELL,
    "th_open": BlockKind.CELL,
}


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0
