"""Feeds: RSS 2.0, Atom and WordPress exports (WXR), which hold several articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError, Problem
from newslint.readers.base import ArticleBuilder, Reading, ReadOptions
from newslint.readers.dates import iso_date
from newslint.readers.embedded import add_html, looks_like_html
from newslint.readers.flow import Flow
from newslint.readers.markup import Element
from newslint.readers.pagefields import FragmentFields
from newslint.readers.source import Source
from newslint.readers.xmltree import decode_xml, parse_xml

# A word in square brackets is as often an editor's as a system's: only known names, or a name with
# attributes, are shortcodes.
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|twitter|instagram|soundcloud"
    r"|pullquote|sidebar|more|wp_caption)\b[^\[\]]{0,500}\]"
    r"|\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^\s\]]+))+\s*/?\]|\[/[a-z][\w-]*\]"
)
_ENTRIES = ("item", "entry")
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:…|\.\.\.|&hellip;)(?:\s*\])?\s*$")


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read every article of a feed; raises NewslintError if there is none."""
    source = decode_xml(data, path)
    root = parse_xml(source.text, path)
    entries = [each for each in root.walk() if each.name in _ENTRIES]
    names = _authors(root)
    language = _value(root, "channel", "language") or root.get("lang")
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        if _value(entry, "post_type") not in ("", "post"):
            continue
        reader = _Entry(entry, source, path, names)
        reader.builder.metadata.update({"language": language} if language else {})
        reader.read()
        problems += reader.problems
        if reader.builder.has(None, Field.STANDFIRST):
            item = _value(entry, "guid") or _value(entry, "id") or str(number)
            documents.append(reader.builder.document(options, item=item))
    if not documents:
        raise NewslintError.of("no article in the feed", path=path)
    return Reading(source, tuple(documents), tuple(problems))


def _authors(root: Element) -> dict[str, Element]:
    """Map the login names of a WordPress export to the names that readers see."""
    found: dict[str, Element] = {}
    for author in root.walk():
        if author.name == "author" and author.prefix == "wp":
            shown = author.first("author_display_name")
            if shown is not None:
                found[_value(author, "author_login")] = shown
    return found


def _value(element: Element, *path: str) -> str:
    found = element.first(*path)
    return found.text() if found is not None else ""


class _Entry:
    def __init__(
        self, entry: Element, source: Source, path: str, names: Mapping[str, Element]
    ) -> None:
        self._entry = entry
        self._source = source.text
        self._path = path
        self._names = names
        self.builder = ArticleBuilder(source.text)
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Add the parts of the article in reading order."""
        self.builder.metadata.update(self._metadata())
        body = self._body()
        title = self._entry.first("title")
        if title is not None:
            self._add(title, Field.HEADLINE)
        for summary in self._summaries(body):
            self._add(summary, Field.STANDFIRST)
        for author in self._bylines():
            self._add(author, Field.BYLINE)
        if body is not None:
            self._add(body, None, title.text() if title is not None else "")

    def _body(self) -> Element | None:
        """Return the element with the whole text; a description is one where nothing is longer."""
        for element in self._entry.elements:
            if (element.prefix, element.name) == ("content", "encoded"):
                return element
        return self._entry.first("content") or self._entry.first("description")

    def _summaries(self, body: Element | None) -> Iterator[Element]:
        """Yield the summaries that are more than the first words of the text."""
        opening = body.text() if body is not None else ""
        for element in self._entry.elements:
            name = (element.prefix, element.name)
            if element is not body and (
                name == ("excerpt", "encoded") or element.name in ("description", "summary")
            ):
                words = _ELLIPSIS.sub("", _stripped(element.text()))
                if words and not _stripped(opening).startswith(words):
                    yield element

    def _bylines(self) -> Iterator[Element]:
        for element in self._entry.elements:
            if element.name in ("creator", "author"):
                named = element.first("name") or element
                yield self._names.get(named.text(), named)

    def _add(self, element: Element, field: Field | None, headline: str = "") -> None:
        raw = element.extract()
        if element.first("div") is not None:  # XHTML, in an Atom feed
            flow = Flow(self.builder, self._source, FragmentFields(headline), path=self._path)
            flow.add(element, field)
            self.problems += flow.problems
        elif field is None:
            self.problems += add_html(
                self.builder,
                raw,
                FragmentFields(headline),
                source=self._source,
                path=self._path,
                blank_lines="<p" not in raw.text,
                mask=_SHORTCODE,
            )
        elif looks_like_html(raw.text):
            self.problems += add_html(
                self.builder,
                raw,
                lambda _: None,
                source=self._source,
                path=self._path,
                field=field,
            )
        else:
            self.builder.add_paragraphs(raw, BlockKind.VALUE, field)

    def _metadata(self) -> dict[str, str]:
        entry = self._entry
        dates = ("pubdate", "published", "post_date", "date", "updated")
        found = {
            "date": next((iso_date(day) for name in dates if (day := _value(entry, name))), ""),
            "language": _value(entry, "language") or entry.get("lang"),
            "link": _value(entry, "link"),
        }
        return {key: value for key, value in found.items() if value}


_TAGS = re.compile(r"<[^<>]*>")


def _stripped(html: str) -> str:
    """Return the words of HTML, roughly: to compare two texts, not to show them."""
    return " ".join(unescape(_TAGS.sub(" ", html)).split())
