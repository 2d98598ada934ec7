"""NewsML-G2: news items whose text is NITF, XHTML or plain text inside the item."""

from __future__ import annotations

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError, Problem
from newslint.readers.base import ArticleBuilder, Reading, ReadOptions
from newslint.readers.dates import iso_date
from newslint.readers.embedded import add_html
from newslint.readers.flow import Flow
from newslint.readers.markup import Element
from newslint.readers.nitfbody import add_nitf, nitf_fields, nitf_metadata
from newslint.readers.pagefields import FragmentFields
from newslint.readers.source import Source
from newslint.readers.xmltree import decode_xml, parse_xml

# Of the nature of a news item (IPTC NewsCodes), those that are no article even with words.
_NO_ARTICLE = ("picture", "video", "audio", "graphic", "animated", "event", "planning")


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read the items of a file; raises NewslintError if none of them holds an article."""
    source = decode_xml(data, path)
    root = parse_xml(source.text, path)
    items = [each for each in root.walk() if each.name == "newsitem"] or [root]
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, item in enumerate(items, 1):
        reader = _Item(item, source, path)
        if reader.read():
            name = (item.get("guid") or str(number)) if len(items) > 1 else ""
            documents.append(reader.builder.document(options, item=name))
        problems += reader.problems
    if not documents:
        kinds = ", ".join(sorted({kind for each in items if (kind := _kind(each))}))
        raise NewslintError.of(
            f"no article in the file{kinds and f' (it holds: {kinds})'}", path=path
        )
    return Reading(source, tuple(documents), tuple(problems))


def _kind(item: Element) -> str:
    element = item.first("itemmeta", "itemclass")
    return element.get("qcode").rpartition(":")[2] if element is not None else ""


class _Item:
    def __init__(self, item: Element, source: Source, path: str) -> None:
        self._item = item
        self._text = source.text
        self._path = path
        self._meta = item if item.name == "contentmeta" else item.first("contentmeta")
        self.builder = ArticleBuilder(source.text)
        self.problems: list[Problem] = []

    def read(self) -> bool:
        """Read the item; False if it holds no article."""
        if _kind(self._item) in _NO_ARTICLE:
            return False
        inner = self._inner()
        self.builder.metadata.update(self._metadata())
        self._add_meta("headline", Field.HEADLINE, inner)
        if inner is not None and inner.name == "nitf":
            self.builder.metadata.update(nitf_metadata(inner))
            flow = Flow(self.builder, self._text, nitf_fields, path=self._path)
            add_nitf(flow, inner)
            self.problems += flow.problems
        elif inner is not None:
            self._add_html(inner)
        self._add_missing()
        return self.builder.has(None) or self.builder.has(Field.STANDFIRST)

    def _inner(self) -> Element | None:
        """Return the element that holds the text: NITF, XHTML or the element of plain data."""
        contents = self._item if self._item.name == "contentset" else self._item.first("contentset")
        if contents is None:
            return None
        for inline in contents.each("inlinexml"):
            for element in inline.elements:
                return element
        return contents.first("inlinedata")

    def _add_html(self, inner: Element) -> None:
        headline = self._meta.first("headline") if self._meta is not None else None
        fields = FragmentFields(headline.text() if headline is not None else "")
        if inner.name == "inlinedata":
            self._add_data(inner, fields)
            return
        flow = Flow(self.builder, self._text, fields, path=self._path)
        flow.add(inner.first("body") or inner)
        self.problems += flow.problems

    def _add_data(self, inner: Element, fields: FragmentFields) -> None:
        raw = inner.extract()
        if "html" not in inner.get("contenttype"):
            self.builder.add_paragraphs(raw)
            return
        self.problems += add_html(self.builder, raw, fields, source=self._text, path=self._path)

    def _add_meta(self, name: str, field: Field, inner: Element | None) -> None:
        """Add a value of the item's own description, unless the text inside repeats it."""
        element = self._meta.first(name) if self._meta is not None else None
        if element is None:
            return
        shown = inner.first("body", "body.head", "hedline", "hl1") if inner is not None else None
        if shown is None or shown.text() != element.text():
            self._add_value(element, field)

    def _add_missing(self) -> None:
        """Add from the item's description what the text inside does not have."""
        if self._meta is None:
            return
        described = [
            (Field.STANDFIRST, [*self._meta.each("description")]),
            (Field.BYLINE, [*self._meta.each("by")] or [*self._meta.each("creator", "name")]),
            (Field.DATELINE, [*self._meta.each("dateline")]),
        ]
        for field, elements in described:
            if not self.builder.has(field):
                for element in elements:
                    self._add_value(element, field)

    def _add_value(self, element: Element, field: Field) -> None:
        flow = Flow(self.builder, self._text, nitf_fields, path=self._path)
        flow.add(element, field, kind=BlockKind.VALUE)

    def _metadata(self) -> dict[str, str]:
        item, meta = self._item, self._meta
        tag = meta.first("language") if meta is not None else None
        dates = (
            meta.first("contentcreated") if meta is not None else None,
            item.first("itemmeta", "firstcreated"),
            item.first("itemmeta", "versioncreated"),
        )
        slug = meta.first("slugline") if meta is not None else None
        found = {
            "language": (tag.get("tag") if tag is not None else "") or item.get("lang"),
            "date": next((iso_date(each.text()) for each in dates if each is not None), ""),
            "slug": slug.text() if slug is not None else "",
        }
        return {key: value for key, value in found.items() if value}
