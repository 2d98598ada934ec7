"""Raw HTML inside Markdown: its words, its comments, its captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from newslint.document import BlockKind, Field, TextBuilder
from newslint.readers.base import Extract
from newslint.span import Span

# The repetition is bounded so that an unclosed quotation mark cannot cost the square of the file.
TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"<>]{0,5000}\"|'[^'<>]{0,5000}'){0,2000})>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)",
    re.DOTALL,
)
ALT = re.compile(r"""\balt\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_BLOCKS = frozenset(
    "address article aside blockquote br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(("script", "style", "template", "svg", "object", "textarea"))


class HtmlPart(NamedTuple):
    """A block of words, or a comment where `comment` is set, with its span in the HTML."""

    extract: Extract
    kind: BlockKind = BlockKind.PARAGRAPH
    field: Field | None = None
    level: int = 0
    comment: str | None = None
    span: Span = Span(0, 0)


class HtmlState:
    """Which elements are open: an element may begin in one piece of HTML and end in another."""

    def __init__(self) -> None:
        self.open: list[str] = []

    @property
    def silent(self) -> bool:
        """Tell whether what stands here is no text of the article."""
        return any(name in _SILENT for name in self.open)

    @property
    def caption(self) -> bool:
        """Tell whether what stands here is the caption of a figure."""
        return "figcaption" in self.open

    def tag(self, name: str, closing: bool) -> None:
        """Note an opening or closing tag."""
        if not closing:
            if name in _SILENT or (name in _BLOCKS and name not in ("br", "hr")):
                self.open.append(name)
        elif name in self.open:
            while self.open.pop() != name:
                pass

    def place(self) -> tuple[BlockKind, Field | None, int]:
        """Tell what a block that stands here is."""
        if self.caption:
            return BlockKind.CAPTION, Field.CAPTION, 0
        for name in reversed(self.open):
            if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                return BlockKind.HEADING, None, int(name[1])
            if name in _KINDS:
                return _KINDS[name], None, 0
        return BlockKind.PARAGRAPH, None, 0


_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
}


def html_parts(content: Extract, state: HtmlState) -> Iterator[HtmlPart]:
    """Yield the blocks and comments of a piece of HTML in order."""
    builder = TextBuilder()
    start = 0
    for match in TOKEN.finditer(content.text):
        if not state.silent:
            builder.part(content.text, content.offsets, Span(start, match.start()))
        start = match.end()
        if match["entity"]:
            if not state.silent:
                builder.derived(unescape(match.group()), content.offsets.source(_span(match)))
            continue
        name = (match["name"] or "").lower()
        if (
            match["comment"] is None
            and name not in _BLOCKS
            and name not in _SILENT
            and name != "img"
        ):
            continue
        yield HtmlPart(Extract(*builder.build()), *state.place())
        builder = TextBuilder()
        if match["comment"] is not None:
            yield HtmlPart(Extract(*builder.build()), comment=match["comment"], span=_span(match))
        elif name == "img":
            yield from _alt(content, match)
        else:
            state.tag(name, bool(match["close"]))
    if not state.silent:
        builder.part(content.text, content.offsets, Span(start, len(content.text)))
    yield HtmlPart(Extract(*builder.build()), *state.place())


def _alt(content: Extract, tag: re.Match[str]) -> Iterator[HtmlPart]:
    alt = ALT.search(content.text, tag.start(), tag.end())
    if alt is not None:
        group = "double" if alt["double"] is not None else "single"
        words = unescaped(content, Span(*alt.span(group)))
        yield HtmlPart(words, BlockKind.CAPTION, Field.CAPTION)


def unescaped(content: Extract, span: Span) -> Extract:
    """Take the words of `span`, entities decoded."""
    builder = TextBuilder()
    start = span.start
    for match in _ENTITY.finditer(content.text, *span):
        builder.part(content.text, content.offsets, Span(start, match.start()))
        builder.derived(unescape(match.group()), content.offsets.source(_span(match)))
        start = match.end()
    builder.part(content.text, content.offsets, Span(start, span.end))
    return Extract(*builder.build())


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())
