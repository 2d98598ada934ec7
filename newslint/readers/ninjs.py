"""ninjs 1 to 3, and any other JSON document that holds articles under keys that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError, Problem
from newslint.readers.base import ArticleBuilder, Reading, ReadOptions
from newslint.readers.dates import iso_date
from newslint.readers.embedded import add_html, looks_like_html
from newslint.readers.jsonrows import Row, decode_at, roles_of, row_document
from newslint.readers.jsontext import Located, extract
from newslint.readers.pagefields import FragmentFields
from newslint.readers.source import Source, decode
from newslint.record import Record

_NO_ARTICLE = frozenset("picture video audio graphic event planning component".split())
_KEYS = ("bodies", "headlines", "by", "byline", "versioncreated", "versionCreated", "pubstatus")
# Of the versions of one text, the first of these that is there.
_ROLES = ("main", "text")


class _Value(Record):
    """One version of a text: its role, whether it is HTML, and its words."""

    role: str
    html: bool
    text: Located


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read a JSON document; raises NewslintError if it holds no article."""
    source = decode(data, path)
    value = decode_at(source.text, path)
    members = value if isinstance(value, list) else [value]
    rows = [each for each in members if isinstance(each, Mapping)]
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        document = _document(row, source, path, options, problems)
        if document is not None:
            document.item = (document.item or str(number)) if len(rows) > 1 else ""
            documents.append(document)
    if not documents:
        raise NewslintError.of(
            "no article in the file", path=path, hint="map its keys with --field KEY=FIELD"
        )
    return Reading(source, tuple(documents), tuple(problems))


def _document(
    row: Row, source: Source, path: str, options: ReadOptions, problems: list[Problem]
) -> Document | None:
    if options.fields or not _is_ninjs(row):
        return row_document(source.text, 0, row, roles_of(options), options)
    if str(row.get("type", "text")) in _NO_ARTICLE:
        return None
    item = _Item(row, source, path)
    item.read()
    problems += item.problems
    if not item.builder.has(None, Field.STANDFIRST):
        return None
    return item.builder.document(options, item=str(row.get("uri") or ""))


def _is_ninjs(row: Row) -> bool:
    return any(key in row for key in _KEYS) or any(
        key.startswith(("body_", "headline_")) for key in row
    )


class _Item:
    def __init__(self, row: Row, source: Source, path: str) -> None:
        self._row = row
        self._source = source.text
        self._path = path
        self.builder = ArticleBuilder(source.text)
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Add the parts of the item in reading order."""
        self.builder.metadata.update(self._metadata())
        headline = _chosen(_values(self._row, "headline", "headlines"))
        body = _chosen(_values(self._row, "body", "bodies"), html=True)
        self._add(headline, Field.HEADLINE)
        self._add(_chosen(_values(self._row, "description", "descriptions")), Field.STANDFIRST)
        for key in ("byline", "by"):
            self._add(_plain(self._row.get(key)), Field.BYLINE)
        self._add(_plain(self._row.get("located")), Field.DATELINE)
        self._add(body, None, str(headline.text) if headline is not None else "")
        for associated in self._associations():
            for value in _values(associated, "description", "descriptions"):
                self._add(value, Field.CAPTION)

    def _add(self, value: _Value | None, field: Field | None, headline: str = "") -> None:
        if value is None:
            return
        text = extract(self._source, value.text)
        if value.html:
            self.problems += add_html(
                self.builder,
                text,
                FragmentFields(" ".join(headline.split())),
                source=self._source,
                path=self._path,
                field=field,
            )
        else:
            kind = BlockKind.PARAGRAPH if field is None else BlockKind.VALUE
            self.builder.add_paragraphs(text, kind, field)

    def _associations(self) -> Iterator[Row]:
        members = self._row.get("associations")
        values = members.values() if isinstance(members, Mapping) else members
        for each in values if values is not None else ():
            if isinstance(each, Mapping) and each.get("type") in ("picture", "graphic", "video"):
                yield each

    def _metadata(self) -> dict[str, str]:
        row = self._row
        dates = ("contentcreated", "contentCreated", "firstcreated", "firstCreated",
                 "versioncreated", "versionCreated")  # fmt: skip
        found = {
            "language": row.get("language"),
            "date": next((iso_date(str(row[key])) for key in dates if row.get(key)), ""),
            "slug": row.get("slugline"),
        }
        return {key: str(value) for key, value in found.items() if value}


def _values(row: Row, name: str, plural: str) -> list[_Value]:
    """Return all versions of a text, as ninjs 1 (keys) or 2 and 3 (lists) give them."""
    found = []
    for key, value in row.items():
        if isinstance(value, Located) and (key == name or key.startswith(f"{name}_")):
            role = key.removeprefix(name).removeprefix("_")
            found.append(_Value(role, _is_html(role, value), value))
    members = row.get(plural)
    for each in members if isinstance(members, list) else []:
        value = each.get("value") if isinstance(each, Mapping) else None
        if isinstance(value, Located):
            kind = str(each.get("contenttype") or each.get("contentType") or "")
            found.append(_Value(str(each.get("role") or ""), _is_html(kind, value), value))
    return [each for each in found if each.text.strip()]


def _plain(value: object) -> _Value | None:
    return (
        _Value("", html=False, text=value) if isinstance(value, Located) and value.strip() else None
    )


def _is_html(kind: str, value: str) -> bool:
    if "plain" in kind:
        return False
    return "html" in kind or kind == "richtext" or looks_like_html(value)


def _chosen(values: list[_Value], *, html: bool = False) -> _Value | None:
    """Choose one of the versions of a text: they say the same, and a finding is wanted once."""

    def rank(value: _Value) -> tuple[bool, int]:
        role = _ROLES.index(value.role) if value.role in _ROLES else len(_ROLES)
        return (html and not value.html, role if value.role else -1)

    return min(values, key=rank, default=None)
