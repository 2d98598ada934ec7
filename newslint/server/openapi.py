"""The OpenAPI description of the JSON API."""

from __future__ import annotations

from typing import Any

from newslint import __version__
from newslint.finding import Applicability, Severity
from newslint.readers import FORMATS
from newslint.server.limits import Limits
from newslint.server.wanted import BASE64, LANGUAGE

Json = dict[str, Any]


def description(limits: Limits) -> Json:
    """Return the description, OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "newslint", "version": __version__},
        "paths": _paths(),
        "components": {
            "schemas": _schemas(limits),
            "responses": {"Refused": _answer("What is wrong.", _ref("Refusal"))},
        },
    }


def _paths() -> Json:
    choice = [
        _parameter("profile", "query", "The profile."),
        _parameter("packs", "query", "Packs added to it, with commas between."),
    ]
    rule = [_parameter("rule", "path", "An id, a name, a pack or a pattern such as core/*.")]
    return {
        "/api/check": {"post": _sent("Check an article.", _ref("Report"))},
        "/api/open": {"post": _sent("Read a file and return the text to edit.", _ref("Opened"))},
        "/api/fix": {"post": _sent("Make the safe fixes in a file.", _ref("Fixed"))},
        "/api/annotate": {"post": _sent("Write the findings into a copy.", _ref("Copy"))},
        "/api/word": {"post": _sent("Write a Word document with comments.", _ref("Copy"))},
        "/api/html": {"post": _sent("Check an article, for reading.", {}, media="text/html")},
        "/api/desk": {"get": _asked("What can be chosen.", {"type": "object"}, [])},
        "/api/rules": {"get": _asked("The rules that speak.", _ref("Rules"), choice)},
        "/api/explain/{rule}": {"get": _asked("All about a rule.", {"type": "object"}, rule)},
    }


def _parameter(name: str, where: str, text: str) -> Json:
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": text,
        "schema": {"type": "string"},
    }


def _sent(summary: str, schema: Json, *, media: str = "application/json") -> Json:
    body = {"application/json": {"schema": _ref("Article")}}
    return {
        "summary": summary,
        "requestBody": {"required": True, "content": body},
        "responses": _responses(schema, media),
    }


def _asked(summary: str, schema: Json, parameters: list[Json]) -> Json:
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": _responses(schema, "application/json"),
    }


def _responses(schema: Json, media: str) -> Json:
    refused = {"$ref": "#/components/responses/Refused"}
    return {"200": _answer("What was found.", schema, media), "4XX": refused, "503": refused}


def _answer(text: str, schema: Json, media: str = "application/json") -> Json:
    return {"description": text, "content": {media: {"schema": schema}}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "integer", "minimum": 0}
_NAMES: Json = {"type": "array", "items": _TEXT, "maxItems": 100}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _article(limits: Limits) -> Json:
    keys = {
        "text": {"type": "string", "minLength": 1, "maxLength": limits.text},
        "base64": {
            "type": "string",
            "minLength": 1,
            "pattern": BASE64,
            "contentEncoding": "base64",
        },
        "filename": _TEXT | {"description": "Only its ending counts."},
        "format": {"enum": ["", *sorted(FORMATS)]},
        "complete": {"type": "boolean", "description": "False for a part of an article."},
        "understood": {"type": "boolean", "description": "Answer with people, figures, quotes."},
        "profile": _TEXT,
        "packs": _NAMES,
        "select": _NAMES,
        "ignore": _NAMES,
        "language": _TEXT | {"pattern": f"^(?:{LANGUAGE})?$", "description": "BCP 47."},
        "date": {
            "anyOf": [{"const": ""}, {"type": "string", "format": "date"}],
            "description": "The day of publication, such as 2026-01-31.",
        },
        "transcripts": {
            "type": "object",
            "additionalProperties": _TEXT,
            "maxProperties": 20,
            "description": "Name -> text that quotations are verified against.",
        },
    }
    one_of = [{"required": ["text"]}, {"required": ["base64"]}]
    return {"type": "object", "properties": keys, "additionalProperties": False, "oneOf": one_of}


def _schemas(limits: Limits) -> Json:
    position = _object(offset=_NUMBER, line=_NUMBER, column=_NUMBER)
    place = {"text": _TEXT, "start": _ref("Position"), "end": _ref("Position")}
    edit = _object(start=_ref("Position"), end=_ref("Position"), replacement=_TEXT)
    fix = _object(
        title=_TEXT,
        applicability={"enum": [each.value for each in Applicability]},
        edits=_list(edit),
    )
    finding = _object(
        rule=_TEXT,
        severity={"enum": [each.value for each in Severity]},
        message=_TEXT,
        why=_TEXT,
        field=_TEXT,
        item=_TEXT,
        **place,
        related=_list(_object(message=_TEXT, **place)),
        fixes=_list(fix),
        fingerprint=_TEXT,
    )
    file = _object(path=_TEXT, format=_TEXT, findings=_list(_ref("Finding")), errors=_list({}))
    return {
        "Article": _article(limits),
        "Position": position,
        "Finding": finding,
        "Report": _object(
            version={"const": 1}, newslint=_TEXT, profile=_TEXT, files=_list(file), summary={}
        ),
        "Opened": _object(
            format=_TEXT, text=_TEXT, edited_as=_TEXT, articles=_NUMBER, problems=_list(_TEXT)
        ),
        "Copy": _object(base64=_TEXT),
        "Fixed": _object(base64=_TEXT, text=_TEXT, applied={"type": "object"}),
        "Rules": _object(version={"const": 1}, newslint=_TEXT, profile=_TEXT, rules=_list({})),
        "Refusal": _object(error=_TEXT),
    }
