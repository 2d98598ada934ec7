"""The HTTP API of LanguageTool, version 1: what its clients send, and every field they read.

Offsets and lengths are UTF-16 code units, counted over the text with its markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newslint import __version__
from newslint.annotate.sentences import sentences
from newslint.document import Block, Document, TextBuilder, paragraphs
from newslint.finding import Applicability, Severity
from newslint.record import Record
from newslint.report import FileReport, PlacedFinding, PlacedFix
from newslint.rulebook import Rule, RuleSet
from newslint.server import wanted
from newslint.server.desk import Desk, Wanted
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal
from newslint.span import LineIndex, Span

Json = dict[str, Any]

#: The languages that the rules speak of, as `/v2/languages` lists them.
LANGUAGES = (
    ("English", "en", "en"),
    ("English (Australian)", "en", "en-AU"),
    ("English (Canadian)", "en", "en-CA"),
    ("English (GB)", "en", "en-GB"),
    ("English (New Zealand)", "en", "en-NZ"),
    ("English (South African)", "en", "en-ZA"),
    ("English (US)", "en", "en-US"),
)
_DEFAULT = "en-US"
#: Class of a rule -> category and ITS 2.0 type of issue, by which clients choose a colour.
_CLASSES = {
    "style": ("STYLE", "Style", "style"),
    "fact": ("FACTS", "Facts", "inconsistency"),
    "furniture": ("FURNITURE", "Newsroom furniture", "typographical"),
}
_CONTEXT = 40
_BLANK_LINE = re.compile(r"\S\s*?\n[^\S\n]*\n\s*?\S")


class Piece(Record):
    """A stretch of what was sent: text, or markup that reads as other text, or as none."""

    source: str
    text: str
    literal: bool


class Query(Record):
    """A request to check: the text in pieces, and which rules may speak of it."""

    pieces: tuple[Piece, ...]
    language: str
    given_language: str
    enabled: frozenset[str]
    disabled: frozenset[str]
    enabled_categories: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_only: bool
    picky: bool

    @property
    def wanted(self) -> Wanted:
        """Return the rules to check with: the desk's profile is what `picky` is for."""
        return Wanted("desk" if self.picky else "", language=self.language)

    def lets_through(self, rule_id: str, category: str) -> bool:
        """Tell whether the lists of rules and categories let a finding through."""
        if rule_id in self.enabled:
            return True
        if self.enabled_only:
            return category in self.enabled_categories
        return rule_id not in self.disabled and category not in self.disabled_categories


def query(given: Mapping[str, str], limits: Limits) -> Query:
    """Read the parameters of a request; refuses what LanguageTool refuses."""
    if ("text" in given) == ("data" in given):
        raise Refusal("Missing 'text' or 'data' parameter: give one of the two")
    if not given.get("language"):
        raise Refusal("Missing 'language' parameter")
    level = given.get("level", "default")
    if level not in ("default", "picky"):
        raise Refusal("If 'level' is given, it must be 'default' or 'picky'")
    enabled, categories = _list(given, "enabledRules"), _list(given, "enabledCategories")
    enabled_only = _yes(given, "enabledOnly")
    if enabled_only and not (enabled or categories):
        raise Refusal("'enabledOnly' needs 'enabledRules' or 'enabledCategories'")
    pieces = (
        (Piece(given["text"], given["text"], literal=True),)
        if "text" in given
        else tuple(_pieces(wanted.parse_json(given["data"], limits)))
    )
    return Query(
        pieces,
        _language(given),
        given["language"],
        enabled,
        _list(given, "disabledRules"),
        categories,
        _list(given, "disabledCategories"),
        enabled_only,
        level == "picky",
    )


def _list(given: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(name for part in given.get(key, "").split(",") if (name := part.strip()))


def _yes(given: Mapping[str, str], key: str) -> bool:
    value = given.get(key, "false").lower()
    if value not in ("true", "false", "yes", "no"):
        raise Refusal(f"'{key}' must be true or false")
    return value in ("true", "yes")


def _language(given: Mapping[str, str]) -> str:
    """Return the language; of one that is to be told, the preferred kind of English."""
    if given["language"] != "auto":
        return wanted.language(given, "language")
    preferred = sorted(_list(given, "preferredVariants"))
    return next((each for each in preferred if each.startswith("en-")), _DEFAULT)


def _pieces(data: object) -> Iterator[Piece]:
    """Take the `data` of a request apart."""
    if not isinstance(data, dict):
        raise Refusal("'data' must be a JSON object")
    annotation, text = data.get("annotation"), data.get("text")
    if (annotation is None) == (text is None):
        raise Refusal("'data' must have either 'text' or 'annotation'")
    if annotation is None:
        annotation = [{"text": text}]
    if not isinstance(annotation, list):
        raise Refusal("'annotation' must be a list")
    for each in annotation:
        yield _piece(each)


def _piece(part: object) -> Piece:
    if not isinstance(part, dict):
        raise Refusal("every part of 'annotation' must be an object")
    text, markup, reads_as = (part.get(key) for key in ("text", "markup", "interpretAs"))
    for value in (text, markup, reads_as):
        if value is not None and not isinstance(value, str):
            raise Refusal("'text', 'markup' and 'interpretAs' must be strings")
    if isinstance(text, str) and markup is None:
        if reads_as is not None:
            raise Refusal("'text' cannot be used with 'interpretAs'")
        return Piece(text, text, literal=True)
    if isinstance(markup, str) and text is None:
        return Piece(markup, reads_as or "", literal=False)
    raise Refusal("every part of 'annotation' must have either 'text' or 'markup'")


_LINE_END = re.compile(r"\r\n?")


def document(pieces: Iterable[Piece], language: str) -> Document:
    """Make a document; without a blank line it is a fragment, one paragraph of an article."""
    listed = list(pieces)
    source = "".join(piece.source for piece in listed)
    builder = TextBuilder()
    position = 0
    for piece in listed:
        if piece.literal:
            _add(builder, piece.text, position)
        elif piece.text:
            builder.derived(piece.text, Span(position, position + len(piece.source)))
        position += len(piece.source)
    text, offsets = builder.build()
    return Document(
        text,
        [Block(span) for span in paragraphs(text)],
        source=source,
        offsets=offsets,
        language=language,
        complete=_BLANK_LINE.search(text) is not None,
    )


def _add(builder: TextBuilder, text: str, position: int) -> None:
    """Add text, with line ends of one character."""
    start = 0
    for match in _LINE_END.finditer(text):
        builder.literal(text[start : match.start()], position + start)
        builder.derived("\n", Span(*match.span()).shift(position))
        start = match.end()
    builder.literal(text[start:], position + start)


def check(desk: Desk, request: Query) -> Json:
    """Check what was sent; refuses what is too long."""
    report = desk.check_document(document(request.pieces, request.language), request.wanted)
    if report.errors and not report.documents:
        raise Refusal("this is a fault of newslint", 500)
    return response(request, report, desk.rules(request.wanted))


def response(request: Query, report: FileReport, rules: RuleSet) -> Json:
    """Return what was found as LanguageTool would say it."""
    found = report.documents[0]
    units = LineIndex(found.source)
    language = _named(request.language)
    ranges = [_range(span, found, units) for span in found.layer(sentences).spans]
    known = {rule.id: rule for rule in rules.rules}
    return {
        "software": software(),
        "warnings": {"incompleteResults": False},
        "language": {
            **language,
            "detectedLanguage": {**language, "confidence": 1.0, "source": "newslint"},
        },
        "matches": list(_matches(request, report, units, known)),
        "sentenceRanges": ranges,
        "extendedSentenceRanges": [
            {
                "from": start,
                "to": end,
                "detectedLanguages": [{"language": request.language[:2], "rate": 1.0}],
            }
            for start, end in ranges
        ],
    }


def software() -> Json:
    """Return what the server says of itself."""
    return {
        "name": "newslint",
        "version": __version__,
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "premiumHint": "",
        "status": "",
    }


def languages() -> list[Json]:
    """Return the languages that can be checked."""
    return [{"name": name, "code": code, "longCode": long} for name, code, long in LANGUAGES]


def _named(code: str) -> Json:
    names = {long.lower(): name for name, _, long in LANGUAGES}
    return {"name": names.get(code.lower(), code), "code": code}


def _range(span: Span, found: Document, units: LineIndex) -> list[int]:
    source = found.offsets.source(span)
    return [units.utf16_offset(source.start), units.utf16_offset(source.end)]


def _matches(
    request: Query, report: FileReport, units: LineIndex, known: Mapping[str, Rule]
) -> Iterator[Json]:
    for placed in report.findings:
        rule = known.get(placed.finding.rule)
        kind = _CLASSES[rule.header.class_ if rule else "style"]
        if request.lets_through(placed.finding.rule, kind[0]):
            yield _match(placed, report, units, kind)


def _match(
    placed: PlacedFinding,
    report: FileReport,
    units: LineIndex,
    kind: tuple[str, str, str],
) -> Json:
    finding = placed.finding
    found = report.documents[placed.article]
    start = units.utf16_offset(placed.place.start.offset)
    sentence = found.layer(sentences).at(finding.span.start)
    category, name, issue = kind
    return {
        "message": _message(placed),
        "shortMessage": _short(finding.message),
        "replacements": [{"value": value} for value in _replacements(placed, found.source)],
        "offset": start,
        "length": units.utf16_offset(placed.place.end.offset) - start,
        "context": _context(found.text, finding.span),
        "sentence": sentence.of(found.text) if sentence else "",
        "type": {"typeName": "UnknownWord" if finding.severity is Severity.ERROR else "Other"},
        "rule": {
            "id": finding.rule,
            "subId": "1",
            "description": " ".join(finding.why.split()) or finding.message,
            "issueType": issue,
            "category": {"id": category, "name": name},
            "isPremium": False,
            "urls": [],
            "tags": [finding.severity.value],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _message(placed: PlacedFinding) -> str:
    """Say what is wrong, and where the other place is: clients show nothing but the message."""
    said = [placed.finding.message]
    said += [f"See {each.said}" for each in placed.related]
    return "\n".join(said)


_SHORT = 60


def _short(message: str) -> str:
    """Return the message up to its first colon or stop, for clients with little room."""
    head = re.split(r"(?<=\w|”)[:.](?=\s|$)", message, maxsplit=1)[0]
    return head if len(head) <= _SHORT else head[: _SHORT - 1].rstrip() + "…"


def _replacements(placed: PlacedFinding, source: str) -> Iterator[str]:
    """Yield what may stand for the words of a finding; a fix elsewhere cannot be told."""
    for fix in placed.fixes:
        if fix.applicability is not Applicability.DISPLAY and _inside(fix, placed):
            yield _with_edits(placed, fix, source)


def _inside(fix: PlacedFix, placed: PlacedFinding) -> bool:
    start, end = placed.place.start.offset, placed.place.end.offset
    return all(start <= each.start.offset and each.end.offset <= end for each in fix.edits)


def _with_edits(placed: PlacedFinding, fix: PlacedFix, source: str) -> str:
    pieces = []
    position = placed.place.start.offset
    for edit in fix.edits:
        pieces += [source[position : edit.start.offset], edit.replacement]
        position = edit.end.offset
    return "".join([*pieces, source[position : placed.place.end.offset]])


def _context(text: str, span: Span) -> Json:
    """Return the words around a finding, cut as LanguageTool cuts them."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    before = ("..." if start else "") + text[start : span.start]
    after = text[span.end : end] + ("..." if end < len(text) else "")
    words = before + span.of(text) + after
    units = LineIndex(words)
    offset = units.utf16_offset(len(before))
    return {
        "text": re.sub(r"[\r\n\t]", " ", words),
        "offset": offset,
        "length": units.utf16_offset(len(before) + span.length) - offset,
    }
