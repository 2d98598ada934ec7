"""The JSON API: what a request may say, and what is answered."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from newslint import __version__
from newslint.authoring.describe import Description, is_fixable
from newslint.errors import NewslintError
from newslint.readers import FORMATS
from newslint.record import Record
from newslint.reporters import render
from newslint.reporters.json_report import contract
from newslint.rulebook import Rule
from newslint.server import wanted
from newslint.server.desk import Desk, Wanted
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal
from newslint.server.understood import understood

Json = dict[str, Any]

_CHOICE = ("profile", "packs", "select", "ignore", "language", "date", "transcripts")
KEYS = ("text", "base64", "filename", "format", "complete", "understood", *_CHOICE)


class Article(Record):
    """What was sent: the bytes of a file, its name here, and how it is to be checked."""

    data: bytes
    path: str
    wanted: Wanted
    complete: bool = True
    understood: bool = False


def article(body: str, limits: Limits) -> Article:
    """Read the body of a request; refuses what does not fit."""
    given = wanted.record(wanted.parse_json(body, limits), KEYS)
    return Article(
        _data(given),
        Desk.path_of(wanted.text(given, "filename"), wanted.text(given, "format")),
        _choice(given),
        wanted.flag(given, "complete", default=True),
        wanted.flag(given, "understood", default=False),
    )


def _data(given: Mapping[str, object]) -> bytes:
    if ("text" in given) == ("base64" in given):
        raise Refusal("give either 'text' or 'base64'")
    if "text" in given:
        return wanted.text(given, "text").encode()
    try:
        return base64.b64decode(wanted.text(given, "base64"), validate=True)
    except (binascii.Error, ValueError):
        raise Refusal("'base64' is no base64") from None


def _choice(given: Mapping[str, object]) -> Wanted:
    return Wanted(
        wanted.text(given, "profile"),
        wanted.names(given, "packs"),
        wanted.names(given, "select"),
        wanted.names(given, "ignore"),
        wanted.language(given, "language"),
        wanted.day(given, "date"),
        tuple(wanted.texts(given, "transcripts").items()),
    )


def choice_of_query(query: Mapping[str, str]) -> Wanted:
    """Take a profile and packs (`packs=a,b`) from the query of an address."""
    packs = tuple(name for name in query.get("packs", "").split(",") if name)
    return Wanted(query.get("profile", ""), packs)


def check(desk: Desk, sent: Article) -> Json:
    """Check an article; version 1 of the JSON report, with what else was asked for."""
    file = desk.check(sent.data, sent.path, sent.wanted, complete=sent.complete)
    data = contract(desk.report(file, sent.wanted))
    if sent.understood:
        data["understood"] = [understood(document) for document in file.documents]
    return data


def opened(desk: Desk, sent: Article) -> Json:
    """Return the text of a file as it is edited: of a text or Markdown file, the file's own."""
    file = desk.check(sent.data, sent.path, sent.wanted)
    as_source = file.format in ("text", "markdown")
    read = "\n\n".join(document.text for document in file.documents)
    return {
        "format": file.format,
        "text": file.source.replace("\r\n", "\n") if as_source else read,
        "edited_as": file.format if as_source else "text",
        "articles": len(file.documents),
        "problems": [problem.message for problem in file.errors],
    }


def fixed(desk: Desk, sent: Article) -> Json:
    """Make the safe fixes; the file's bytes afterwards as base64, and the number by rule."""
    made = desk.fix(sent.data, sent.path, sent.wanted)
    return {
        "base64": base64.b64encode(made.data).decode(),
        "text": made.fixed.text,
        "applied": dict(sorted(made.fixed.applied.items())),
    }


def copy(desk: Desk, sent: Article) -> Json:
    """Return the file with its findings as comments or marked words, as base64."""
    data = desk.annotate(sent.data, sent.path, sent.wanted)
    return {"base64": base64.b64encode(data).decode()}


def word(desk: Desk, sent: Article) -> Json:
    """Return the article as a Word document with its findings as comments, as base64."""
    data = desk.word_copy(sent.data, sent.path, sent.wanted)
    return {"base64": base64.b64encode(data).decode()}


def html(desk: Desk, sent: Article) -> str:
    """Return the report as a page of its own."""
    file = desk.check(sent.data, sent.path, sent.wanted, complete=sent.complete)
    return render("html", desk.report(file, sent.wanted))


def desk_facts(desk: Desk) -> Json:
    """Return what a client may choose from, and the limits."""
    try:
        config = desk.config.config
    except NewslintError as error:
        raise Refusal(str(error.problems[0].message), 500) from None
    return {
        "newslint": __version__,
        "profile": config.profile,
        "packs": [pack._asdict() for pack in desk.packs()],
        "formats": {name: list(each.extensions) for name, each in sorted(FORMATS.items())},
        "limits": desk.limits._asdict(),
    }


def rules(desk: Desk, choice: Wanted) -> Json:
    """Return the rules that speak."""
    chosen = desk.rules(choice)
    return {
        "version": 1,
        "newslint": __version__,
        "profile": chosen.profile,
        "rules": [_rule(rule) for rule in chosen.rules],
    }


def _rule(rule: Rule) -> Json:
    header = rule.header
    return {
        "rule": rule.id,
        "topic": rule.topic,
        "class": header.class_,
        "severity": header.severity.value,
        "status": header.status,
        "since": header.since,
        "in": [field.value for field in header.in_],
        "fixable": is_fixable(rule),
        "message": header.message,
        "why": " ".join(header.why.split()),
        "guide": header.guide._asdict() if header.guide else None,
    }


def explain(desk: Desk, name: str) -> Json:
    """Return all that is known of the rules of a name."""
    return {"version": 1, "rules": [_described(found) for found in desk.explain(name)]}


def _described(found: Description) -> Json:
    return {
        "rule": found.rule_id,
        "message": found.message,
        "why": found.why,
        "guide": found.guide,
        "summary": found.summary,
        "settings": dict(found.settings),
        "parameters": dict(found.parameters),
        "finds": [each._asdict() for each in found.found],
        "leaves_alone": [each._asdict() for each in found.left_alone],
        "misses": [each._asdict() for each in found.missed],
    }
