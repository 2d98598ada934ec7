"""A NITF article: the body of a wire item, alone or inside another format."""

from __future__ import annotations

from newslint.document import Field
from newslint.readers.dates import iso_date
from newslint.readers.flow import Flow, Meaning
from newslint.readers.markup import Element

_SKIPPED = frozenset(
    "media-reference media-metadata media-object rights distributor series copyrite "
    "bibliography docdata pubdata".split()
)
_FIELDS = {
    "media-caption": Field.CAPTION,
    "media-producer": Field.CAPTION,
    "note": Field.FURNITURE,
    "byline": Field.BYLINE,
    "dateline": Field.DATELINE,
    "abstract": Field.STANDFIRST,
}
_HEAD = ("byline", "dateline", "note")


def nitf_fields(element: Element) -> Meaning | None:
    """Tell what an element of NITF 3 is."""
    if element.name in _SKIPPED:
        return Meaning(skip=True)
    field = _FIELDS.get(element.name)
    return Meaning(field=field) if field is not None else None


def add_nitf(flow: Flow, nitf: Element) -> None:
    """Add the parts of an article in their order on the page."""
    head = nitf.first("body", "body.head")
    title = nitf.first("head", "title")
    if title is not None and (head is None or head.first("hedline", "hl1") is None):
        flow.add(title, Field.HEADLINE)
    if head is not None:
        for hedline in head.each("hedline"):
            for line in hedline.elements:
                # The second line of a headline stands under the first, as a standfirst does.
                flow.add(line, Field.HEADLINE if line.name == "hl1" else Field.STANDFIRST)
        for abstract in head.each("abstract"):
            flow.add(abstract, Field.STANDFIRST)
        for name in _HEAD:
            for element in head.each(name):
                flow.add(element, _FIELDS[name])
    for content in nitf.each("body", "body.content"):
        flow.add(content)
    for end in nitf.each("body", "body.end"):
        flow.add(end)


def nitf_metadata(nitf: Element) -> dict[str, str]:
    """Return the date, language and identifier of an article."""
    found = {
        "language": nitf.get("lang"),
        "date": _date(nitf),
        "id": _value(nitf, "id-string", "head", "docdata", "doc-id"),
    }
    return {key: value for key, value in found.items() if value}


def _date(nitf: Element) -> str:
    dates = (
        _value(nitf, "norm", "head", "docdata", "date.issue"),
        _value(nitf, "date.publication", "head", "pubdata"),
        _value(nitf, "norm", "body", "body.head", "dateline", "story.date"),
    )
    return next((iso_date(each) for each in dates if each), "")


def _value(nitf: Element, attribute: str, *path: str) -> str:
    element = nitf.first(*path)
    return element.get(attribute) if element is not None else ""
