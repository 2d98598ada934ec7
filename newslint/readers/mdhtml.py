"""Raw HTML inside Markdown: its words, its comments, its captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newslint.document import BlockKind, Field, TextBuilder
from newslint.readers.base import Extract, Lists
from newslint.record import Record
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
_START = re.compile(r"<!--|[<&]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_BLOCKS = frozenset(
    "address article aside blockquote br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(("script", "style", "template", "svg", "object", "textarea"))


class HtmlPart(Record):
    """A block of words, or a comment where `comment` is set, with its span in the HTML."""

    extract: Extract
    kind: BlockKind = BlockKind.PARAGRAPH
    field: Field | None = None
    level: int = 0
    comment: str | None = None
    span: Span = Span(0, 0)


class HtmlState:
    """Which elements are open: an element may begin in one piece of HTML and end in another."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._open: list[str] = []

    @property
    def silent(self) -> bool:
        """Tell whether what stands here is no text of the article."""
        return bool(self._open) and self._open[-1] in _SILENT

    def tag(self, name: str, closing: bool) -> None:
        """Note an opening or closing tag."""
        if name in _LISTS:
            if closing:
                self._lists.end()
            else:
                self._lists.begin()
        elif name == "li" and not closing:
            self._lists.item()
        if not closing:
            if name in _MEANT and len(self._open) < _MAX_OPEN:
                self._open.append(name)
        elif name in self._open:
            while self._open.pop() != name:
                pass

    def place(self) -> tuple[BlockKind, Field | None, int]:
        """Tell what a block that stands here is."""
        if "figcaption" in self._open:
            return BlockKind.CAPTION, Field.CAPTION, 0
        name = self._open[-1] if self._open else ""
        if name in _HEADINGS:
            return BlockKind.HEADING, None, int(name[1])
        return _KINDS.get(name, BlockKind.PARAGRAPH), None, 0


_LISTS = frozenset(("ul", "ol"))
_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MEANT = frozenset((*_KINDS, *_HEADINGS, *_SILENT, "figcaption"))
# More than any page nests, and little enough to look through at every tag.
_MAX_OPEN = 50


def html_parts(content: Extract, state: HtmlState) -> Iterator[HtmlPart]:
    """Yield the blocks and comments of a piece of HTML in order."""
    builder = TextBuilder()
    start = 0
    for match in _tokens(content.text):
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


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Find the tags, comments and entities; a comment that is never closed is text."""
    # Only up to here can a comment close: looking further at each would cost the square.
    last = text.rfind("-->")
    at = 0
    while match := _START.search(text, at):
        if match.group() == "<!--" and match.start() > last:
            return
        token = TOKEN.match(text, match.start())
        at = token.end() if token else match.start() + 1
        if token:
            yield token


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
