"""Article pages in HTML, and documents exported as HTML by word processors."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import BlockKind, Field
from newslint.errors import NewslintError
from newslint.readers.base import ArticleBuilder, Extract, Reading, ReadOptions
from newslint.readers.dates import iso_date
from newslint.readers.flow import Flow
from newslint.readers.htmltree import decode_html, parse_html
from newslint.readers.jsonld import PageData, page_data
from newslint.readers.markup import Element
from newslint.readers.pagefields import PageFields

_BEFORE = frozenset((Field.HEADLINE, Field.STANDFIRST, Field.BYLINE, Field.DATELINE))
_AFTER = frozenset((Field.BIO, Field.CORRECTION))
_DATE_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "parsely-pub-date", "sailthru.date",
)  # fmt: skip


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read the article of a page; raises NewslintError if the page holds none."""
    source = decode_html(data, path)
    root = parse_html(source.text, path)
    body = root.first("html", "body") or root
    document = _is_exported_document(body)
    builder = ArticleBuilder(source.text)
    known = page_data(root)
    builder.metadata.update(_metadata(root, known))
    fields = PageFields(body, document=document)
    flow = Flow(builder, source.text, fields, path=path)
    article = body if document else _article(body, fields)
    _add(flow, body, article, fields)
    _complete(builder, known)
    if not builder.has(None):
        raise NewslintError.of("no article in the page", path=path)
    return Reading(source, (builder.document(options),), tuple(flow.problems))


def _is_exported_document(body: Element) -> bool:
    """Tell a Google document's export by the class of its body."""
    return "doc-content" in body.get("class").split()


def _article(body: Element, fields: PageFields) -> Element:
    """Choose the element that holds the article: the one with most text that says that it does."""
    total = fields.weight(body)
    for says_so in (_is_article, _is_main):
        found = [each for each in body.walk() if says_so(each)]
        best = max(found, key=fields.weight, default=None)
        if best is not None and fields.weight(best) * 3 >= total:
            return best
    return body


def _is_article(element: Element) -> bool:
    return element.name == "article" or "articlebody" in element.get("itemprop").lower()


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.get("role") == "main"


def _add(flow: Flow, body: Element, article: Element, fields: PageFields) -> None:
    """Add the article, and what outside it says that it is its headline, byline or bio."""
    wanted = _BEFORE
    for element in _outside(body, article, fields):
        if element is article:
            flow.add(element)
            wanted = _AFTER
            continue
        meaning = fields(element)
        if meaning is not None and meaning.field in wanted:
            flow.add(element, meaning.field)


def _outside(element: Element, article: Element, fields: PageFields) -> Iterator[Element]:
    """Yield the article and the parts around it in order, without what is left out."""
    if element is article:
        yield element
        return
    for child in element.elements:
        meaning = fields(child)
        if meaning is not None and meaning.skip:
            continue
        if meaning is not None and meaning.field is not None:
            yield child
        else:
            yield from _outside(child, article, fields)


def _complete(builder: ArticleBuilder, known: PageData) -> None:
    """Add the parts that the page's data name and the page does not show."""
    if known.body is not None and not builder.has(None):
        builder.add_paragraphs(known.body)
    parts: list[tuple[Field, tuple[Extract | None, ...]]] = [
        (Field.HEADLINE, (known.headline,)),
        (Field.BYLINE, known.authors),
        (Field.DATELINE, (known.dateline,)),
        (Field.BIO, known.bios),
    ]
    for field, extracts in parts:
        if not builder.has(field):
            for extract in extracts:
                if extract is not None:
                    builder.add(extract, BlockKind.VALUE, field)


def _metadata(root: Element, known: PageData) -> dict[str, str]:
    html = root.first("html")
    language = (html.get("lang") if html is not None else "") or known.language
    date = known.date or next(_dates(root), "")
    found = {"language": language, "date": date}
    return {key: value for key, value in found.items() if value}


def _dates(root: Element) -> Iterator[str]:
    times = []
    for element in root.walk():
        if element.name == "meta" and element.get("content"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name.lower() in _DATE_NAMES:
                yield iso_date(element.get("content"))
        elif element.name == "time" and element.get("datetime"):
            times.append(iso_date(element.get("datetime")))
    yield from times
