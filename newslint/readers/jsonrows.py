"""JSON objects as articles, their parts told by a map from keys to fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError, did_you_mean
from newslint.readers.base import ArticleBuilder, ReadOptions
from newslint.readers.dates import iso_date
from newslint.readers.jsontext import Located, decode_json, extract
from newslint.readers.roles import METADATA_ROLES, ORDER, key_name, role_named, role_names, role_of

Role = Field | str
Row = Mapping[str, Any]


def roles_of(options: ReadOptions) -> dict[str, Role] | None:
    """Return the key map that was asked for, or None for the usual keys."""
    if not options.fields:
        return None
    roles: dict[str, Role] = {}
    for key, name in options.fields.items():
        role = role_named(name)
        if role is None:
            raise NewslintError.of(
                f"unknown field '{name}' for the key '{key}'",
                hint=did_you_mean(name, role_names()) or f"known: {', '.join(role_names())}",
            )
        roles[key] = role
    return roles


def decode_at(text: str, path: str, *, first_line: int = 1) -> object:
    """Decode JSON that begins on `first_line` of a file; raises NewslintError with the place."""
    try:
        return decode_json(text)
    except json.JSONDecodeError as error:
        raise NewslintError.of(
            f"not valid JSON: {error.msg}",
            path=path,
            line=first_line + error.lineno - 1,
            column=error.colno,
        ) from None
    except (RecursionError, ValueError):
        raise NewslintError.of(
            "the JSON is nested too deeply or holds a number too long", path=path, line=first_line
        ) from None


def row_document(
    source: str,
    start: int,
    row: Row,
    roles: Mapping[str, Role] | None,
    options: ReadOptions,
) -> Document | None:
    """Make the document of a row whose JSON began at `start`; None if it holds no text."""
    builder = ArticleBuilder(source)
    values = _by_role(row, roles)
    for field in ORDER:
        for value in values.get(field, ()):
            # The paragraphs of a body are for the structure layer to tell apart.
            body = field is Field.BODY
            builder.add_paragraphs(
                extract(source, value, start),
                BlockKind.PARAGRAPH if body else BlockKind.VALUE,
                None if body else field,
            )
    if builder.empty:
        return None
    builder.metadata = _metadata(row, roles)
    return builder.document(options, item=builder.metadata.get("id", ""))


def _by_role(row: Row, roles: Mapping[str, Role] | None) -> dict[Role, list[Located]]:
    found: dict[Role, list[Located]] = {}
    if roles is not None:
        for key, role in roles.items():
            found.setdefault(role, []).extend(_strings(_at(row, key)))
        return found
    for key, value in row.items():
        known = role_of(key)
        if known is not None:
            found.setdefault(known, []).extend(_strings(value))
    return found


def _at(row: Row, key: str) -> object:
    """Return the value of a key, or of a path of keys such as `data.headline`."""
    if key in row or "." not in key:
        return row.get(key)
    value: object = row
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _strings(value: object) -> Iterator[Located]:
    """Yield the strings of a value: itself, the members of a list, the `name` of an object."""
    if isinstance(value, Located):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each if not isinstance(each, list) else None)
    elif isinstance(value, Mapping):
        yield from _strings(value.get("name") if isinstance(value.get("name"), str) else None)


def _metadata(row: Row, roles: Mapping[str, Role] | None) -> dict[str, str]:
    metadata = {
        key_name(key): str(value)
        for key, value in row.items()
        if isinstance(value, str | int) and not isinstance(role_of(key), Field)
    }
    wanted = {role: key for key, role in (roles or {}).items()}
    for role in METADATA_ROLES:
        keys = [wanted[role]] if role in wanted else [key for key in row if role_of(key) == role]
        values = [str(_at(row, key)) for key in keys if isinstance(_at(row, key), str | int)]
        if values:
            metadata[role] = iso_date(values[0]) if role == "date" else values[0]
    return metadata
