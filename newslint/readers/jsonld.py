"""What schema.org JSON-LD in a page says of its article (NewsArticle and its kin)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from newslint.readers.base import Extract
from newslint.readers.dates import iso_date
from newslint.readers.jsontext import Located, decode_json, extract
from newslint.readers.markup import Element
from newslint.record import Record


class PageData(Record):
    """The article's parts as the page's data give them, each with its place."""

    headline: Extract | None = None
    authors: tuple[Extract, ...] = ()
    bios: tuple[Extract, ...] = ()
    dateline: Extract | None = None
    body: Extract | None = None
    date: str = ""
    language: str = ""


def page_data(root: Element) -> PageData:
    """Read the first article among the JSON-LD of a page; what is not JSON is passed over."""
    for script in root.walk():
        if script.name == "script" and script.get("type").lower() == "application/ld+json":
            raw = script.extract()
            try:
                data = decode_json(raw.text)
            except (json.JSONDecodeError, RecursionError, ValueError):
                continue
            for entity in _entities(data):
                if _is_article(entity):
                    return _read(entity, raw)
    return PageData()


def _entities(data: object) -> Iterator[Mapping[str, object]]:
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, Mapping):
            yield each
            graph = each.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, Mapping))


def _is_article(entity: Mapping[str, object]) -> bool:
    kinds = entity.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _read(entity: Mapping[str, object], raw: Extract) -> PageData:
    authors = entity.get("author")
    people = authors if isinstance(authors, list) else [authors]
    return PageData(
        _text(entity.get("headline"), raw),
        tuple(_all((_name(each) for each in people), raw)),
        tuple(_all((_member(each, "description") for each in people), raw)),
        _text(entity.get("dateline"), raw),
        _text(entity.get("articleBody"), raw),
        iso_date(str(entity.get("datePublished") or "")),
        str(entity.get("inLanguage") or "") if isinstance(entity.get("inLanguage"), str) else "",
    )


def _name(value: object) -> object:
    return value if isinstance(value, str) else _member(value, "name")


def _member(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, Mapping) else None


def _all(values: Iterator[object], raw: Extract) -> Iterator[Extract]:
    for value in values:
        text = _text(value, raw)
        if text is not None:
            yield text


def _text(value: object, raw: Extract) -> Extract | None:
    if not isinstance(value, Located) or not value.strip():
        return None
    inner = extract(raw.text, value)
    return Extract(inner.text, inner.offsets.compose(raw.offsets))
