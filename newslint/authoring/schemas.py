"""JSON Schemas of the files that people write, made from the types that read them.

An editor that knows YAML completes and checks rules, packs and configurations with them. Because
every scalar is read as text and converted, the schemas accept what a YAML parser makes of it.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from newslint.checks import KINDS, check_type
from newslint.config import Config
from newslint.context import Author
from newslint.rulebook import Header, Pack
from newslint.rulefile import list_shape
from newslint.schema import RegexMarker, keys_of
from newslint.store.facts import SECTIONS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_BOOL: Schema = {"enum": [True, False, "yes", "no", "on", "off", "true", "false"]}
_SCALARS: Mapping[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: _BOOL,
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


def rule_schema() -> Schema:
    """Return the schema of a rule file: the header, and the keys of each kind of check."""
    header = record_schema(Header)
    properties = {**header["properties"]}
    properties["check"] = {"enum": sorted(KINDS), "description": _described(Header, "check")}
    chosen = [
        {"if": {"properties": {"check": {"const": kind}}}, "then": {"$ref": f"#/$defs/{kind}"}}
        for kind in sorted(KINDS)
    ]
    return {
        "$schema": DIALECT,
        "title": "A rule of newslint",
        "type": "object",
        "required": header["required"],
        "properties": properties,
        "allOf": chosen,
        "unevaluatedProperties": False,
        "$defs": {kind: _kind_schema(kind) for kind in sorted(KINDS)},
    }


def _kind_schema(kind: str) -> Schema:
    found = check_type(kind)
    schema = record_schema(found.parameters_type)
    del schema["additionalProperties"]
    shape = list_shape(found)
    if shape is not None:
        text = f"CSV files beside the rule that fill '{shape.parameter}': a row is {shape.words}."
        schema["properties"]["list"] = {**_one_or_many({"type": "string"}), "description": text}
    schema["description"] = " ".join((found.__doc__ or "").split())
    return schema


def pack_schema() -> Schema:
    """Return the schema of a `pack.yaml`."""
    return {"$schema": DIALECT, "title": "A pack of newslint's rules", **record_schema(Pack)}


def config_schema() -> Schema:
    """Return the schema of a `newslint.yaml`."""
    return {"$schema": DIALECT, "title": "A configuration of newslint", **record_schema(Config)}


def author_schema() -> Schema:
    """Return the schema of an entry of the authors registry."""
    return {"$schema": DIALECT, "title": "An author of the house", **record_schema(Author)}


def facts_schema() -> Schema:
    """Return the schema of a fact sheet."""
    sections = {
        section: {"type": "array", "items": record_schema(kind)}
        for section, kind in SECTIONS.items()
    }
    shared = {
        "origin": {**_TEXT, "description": "Where the facts come from that do not say it."},
        "as_of": {**_SCALARS[date], "description": "When the facts were looked up."},
    }
    return {
        "$schema": DIALECT,
        "title": "A fact sheet of newslint",
        "type": "object",
        "properties": {**shared, **sections},
        "additionalProperties": False,
    }


#: Name of the file under `docs/schema/` -> what makes it.
SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "author": author_schema,
    "config": config_schema,
    "facts": facts_schema,
    "pack": pack_schema,
    "rule": rule_schema,
}


def record_schema(record: type[Any]) -> Schema:
    """Return the schema of a record that is read from a mapping."""
    properties = {}
    required = []
    for key, (name, annotation) in keys_of(record).items():
        properties[key] = schema_of(annotation)
        if name not in record._field_defaults:
            required.append(key)
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def schema_of(annotation: Any) -> Schema:  # noqa: ANN401
    """Return the schema of an annotated type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        return schema_of(next(each for each in arguments if each is not type(None)))
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _one_or_many(schema_of(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {"enum": [each.value for each in annotation]}
    if hasattr(annotation, "_fields"):
        return record_schema(annotation)
    return dict(_SCALARS[annotation])


def _annotated(inner: Any, notes: Sequence[Any]) -> Schema:  # noqa: ANN401
    schema = {} if inner is Any else schema_of(inner)
    for note in notes:
        if isinstance(note, str):
            schema = {**schema, "description": note}
        elif isinstance(note, RegexMarker):
            schema = {"type": "string", "description": "A regular expression."}
    return schema


def _one_or_many(item: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _described(record: type[Any], key: str) -> str:
    words: Iterator[str] = (
        each for each in get_args(keys_of(record)[key][1])[1:] if isinstance(each, str)
    )
    return next(words, "")
