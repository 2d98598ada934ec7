"""From a tree to the blocks of an article, in HTML, XHTML and NITF alike.

White space is folded as a browser folds it, quotation elements are given their marks, and what
each element is in an article is asked of the format's own classifier.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newslint.document import BlockKind, Directive, Field, TextBuilder
from newslint.errors import Problem
from newslint.readers.base import ArticleBuilder, Extract, language_tag
from newslint.readers.directives import comment_problem, directive
from newslint.readers.markup import Chars, Comment, Element, attribute_extract
from newslint.record import Record
from newslint.span import OffsetMap, Run, Span


class Meaning(Record):
    """What an element is: left out, or a part of the article (None: nothing special)."""

    skip: bool = False
    field: Field | None = None
    #: The element ends the paragraph before it, though its name does not say so.
    block: bool = False


Classifier = Callable[[Element], Meaning | None]

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul "
    "block bq credit fn hedline hl1 hl2 media nitf-table note tagline".split()
)
SILENT = frozenset(
    "script style template svg math object embed iframe audio video canvas select button input "
    "textarea noscript head title".split()
)
_KINDS = {
    **dict.fromkeys(("blockquote", "bq"), BlockKind.QUOTE),
    "li": BlockKind.LIST_ITEM,
    **dict.fromkeys(("dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
}
_LEVELS = {f"h{level}": level for level in range(1, 7)} | {"hl1": 1, "hl2": 2}
_CODE = frozenset(("code", "kbd", "samp", "tt"))
# A space or a line end alone is kept as it is, so that the words around it stay one literal run.
_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\r\f]")
_SPACE = " \t\n\r\f"
_QUOTES = "\"'“”‘’«»„"


class _Context(Record):
    kind: BlockKind = BlockKind.PARAGRAPH
    field: Field | None = None
    level: int = 0
    language: str = ""
    preformatted: bool = False
    code: bool = False


class Flow:
    """Adds what stands in a tree to an article, paragraph by paragraph.

    `text` is what was parsed; `outer` maps it to the file where it is not the file itself.
    """

    def __init__(
        self,
        builder: ArticleBuilder,
        text: str,
        classify: Classifier,
        *,
        outer: OffsetMap | None = None,
        source: str = "",
        path: str = "",
        blank_lines: bool = False,
        mask: re.Pattern[str] | None = None,
    ) -> None:
        self._builder = builder
        self._source = text
        self._file = source or text
        self._path = path
        self._classify = classify
        self._outer = outer
        self._blank_lines = blank_lines
        self._mask = mask
        self._text = TextBuilder()
        self._last = ""
        self._masked: list[Span] = []
        self._comments: list[tuple[Comment, int]] = []
        self._captions: list[Extract] = []
        self.problems: list[Problem] = []

    def add(
        self, element: Element, field: Field | None = None, *, kind: BlockKind | None = None
    ) -> None:
        """Add everything below `element`, as `field` where that is known."""
        context = self._inside(element, _Context(field=field))
        if kind is not None:
            context = context._replace(kind=kind)
        self._walk(element, context)
        self._flush(context)

    def _walk(self, element: Element, context: _Context) -> None:
        for child in element.children:
            if isinstance(child, Chars):
                self._chars(child.extract, context)
            elif isinstance(child, Comment):
                self._comments.append((child, self._text.length))
            else:
                self._element(child, context)

    def _element(self, element: Element, context: _Context) -> None:
        meaning = self._classify(element)
        name = element.name
        if name in SILENT or (meaning and meaning.skip):
            return
        if name == "br":
            self._line_break(element, context)
        elif name == "img":
            self._image(element)
        elif name in BLOCKS or (meaning and (meaning.field or meaning.block)):
            self._flush(context)
            inner = self._inside(element, context)
            if meaning and meaning.field:
                inner = inner._replace(field=meaning.field)
            self._listed(element, inner)
        elif name == "q":
            self._quotation(element, context)
        else:
            self._walk(element, self._inside(element, context, inline=True))

    def _listed(self, element: Element, context: _Context) -> None:
        """Add a block element, and count it if it is a list or an item of one."""
        lists = self._builder.lists
        if element.name == "li":
            lists.item()
        elif element.name in ("ul", "ol"):
            lists.begin()
        self._walk(element, context)
        self._flush(context)
        if element.name in ("ul", "ol"):
            lists.end()

    def _inside(self, element: Element, context: _Context, *, inline: bool = False) -> _Context:
        """Tell what stands inside `element`, if `context` is what stands around it."""
        language = language_tag(element.get("lang"))
        if language and not inline:
            context = context._replace(language=language)
        name = element.name
        if name in _CODE:
            return context._replace(code=True)
        if inline:
            return context
        if name == "pre":
            return context._replace(preformatted=True)
        if name in _LEVELS:
            return context._replace(kind=BlockKind.HEADING, level=_LEVELS[name])
        if name in _KINDS and context.kind is not BlockKind.QUOTE:
            field = Field.CAPTION if _KINDS[name] is BlockKind.CAPTION else context.field
            return context._replace(kind=_KINDS[name], field=field, level=0)
        return context

    def _chars(self, extract: Extract, context: _Context) -> None:
        start = self._text.length
        for run in extract.offsets.runs:
            words = run.text.of(extract.text)
            if context.preformatted:
                self._put(words, run)
            else:
                self._fold(words, run, context)
        if context.code and self._text.length > start:
            self._masked.append(Span(start, self._text.length))

    def _fold(self, words: str, run: Run, context: _Context) -> None:
        """Add words, every stretch of white space as one space."""
        start = 0
        for match in _SPACES.finditer(words):
            self._plain(words, start, match.start(), run)
            if self._blank_lines and match.group().count("\n") > 1:
                self._flush(context)
            else:
                self._space(_part(run, match.start(), match.end()))
            start = match.end()
        self._plain(words, start, len(words), run)

    def _plain(self, words: str, start: int, end: int, run: Run) -> None:
        if start < end and words[start] in _SPACE and self._last in _SPACE:
            start += 1
        if start < end:
            self._put(words[start:end], _part(run, start, end))

    def _space(self, run: Run) -> None:
        if self._last not in _SPACE:
            self._put(" ", run._replace(literal=False))

    def _put(self, words: str, run: Run) -> None:
        if run.literal:
            self._text.literal(words, run.source.start)
        else:
            self._text.derived(words, run.source)
        self._last = words[-1:]

    def _line_break(self, element: Element, context: _Context) -> None:
        """Add a line end; two in a row part paragraphs, as many systems write them."""
        if self._last == "\n" and not context.preformatted:
            self._flush(context)
        elif self._text.length or context.preformatted:
            self._put("\n", Run(Span(0, 1), element.tag, literal=False))

    def _quotation(self, element: Element, context: _Context) -> None:
        first = _first_character(element)
        marked = not first or first in _QUOTES
        tag = Run(Span(0, 1), element.tag, literal=False)
        if not marked:
            self._put("“", tag)
        self._walk(element, context)
        if not marked:
            end = self._text.source_end
            self._put("”", tag._replace(source=Span(end, end)))

    def _image(self, element: Element) -> None:
        words = attribute_extract(self._source, element, "alt")
        # One word is a file name or a label; a caption has more.
        if words is not None and " " in words.text.strip():
            self._captions.append(words)

    def _flush(self, context: _Context) -> None:
        """Add what was gathered as a block, then the captions and comments met in it."""
        extract = self._gathered()
        by = self._builder.position
        if extract.text.strip():
            by = self._add(extract, context)
        for comment, position in self._comments:
            self._comment(comment, position + by)
        for caption in self._captions:
            outside = caption._replace(offsets=self._outside(caption.offsets))
            self._builder.add(outside, BlockKind.CAPTION, Field.CAPTION)
        self._comments, self._captions, self._masked = [], [], []

    def _add(self, extract: Extract, context: _Context) -> int:
        language = context.language
        kind, field = context.kind, context.field
        if extract.masked and extract.masked == (Span(0, len(extract.text)),):
            kind, field = BlockKind.CODE, None
        if context.preformatted and kind is not BlockKind.CODE:
            self._builder.add_paragraphs(extract, kind, field, language=language)
            return self._builder.position
        return self._builder.add(extract, kind, field, level=context.level, language=language)

    def _gathered(self) -> Extract:
        text, offsets = self._text.build()
        found = self._mask.finditer(text) if self._mask is not None else ()
        masked = (*self._masked, *(Span(*match.span()) for match in found))
        self._text = TextBuilder()
        self._last = ""
        return Extract(text, self._outside(offsets), masked)

    def _outside(self, offsets: OffsetMap) -> OffsetMap:
        return offsets if self._outer is None else offsets.compose(self._outer)

    def _comment(self, comment: Comment, position: int) -> None:
        span = comment.span if self._outer is None else self._outer.source(comment.span)
        found = directive(comment.words, span, position)
        if isinstance(found, Directive):
            self._builder.directives.append(found)
        elif found is not None:
            self.problems.append(comment_problem(found, span, self._file, self._path))


def _part(run: Run, start: int, end: int) -> Run:
    """Cut a run, by offsets in its words."""
    if not run.literal:
        return run
    return run._replace(source=Span(run.source.start + start, run.source.start + end))


def _first_character(element: Element) -> str:
    """Return the first character that an element shows, or an empty string."""
    for each in element.walk():
        for child in each.children:
            if not isinstance(child, Chars):
                break
            words = child.words.lstrip()
            if words:
                return words[0]
    return ""
