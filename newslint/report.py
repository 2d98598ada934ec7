"""A run's outcome in the terms of the files that were read: what every reporter renders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newslint.digest import sha256
from newslint.document import Document
from newslint.errors import Problem
from newslint.finding import Applicability, Confirmed, Finding, Fix, Severity
from newslint.record import Record
from newslint.span import LineIndex, Position, Span


class Place(Record):
    """A stretch of a source file and the text that a reader of the article sees there.

    In a file without lines, such as a Word document, `part`, `paragraph` and `run` say where it
    begins; elsewhere they are empty.
    """

    start: Position
    end: Position
    text: str
    part: str = ""
    paragraph: int = 0
    run: int = 0

    @property
    def where(self) -> str:
        """Name the place for a person: `12:5`, or in a file without lines `paragraph 12`."""
        if self.paragraph:
            return f"paragraph {self.paragraph}"
        return f"{self.start.line}:{self.start.column}"


class PlacedEdit(Record):
    """Replace the source from `start` to `end`."""

    start: Position
    end: Position
    replacement: str


class PlacedFix(Record):
    """A fix in the source file."""

    title: str
    applicability: Applicability
    edits: tuple[PlacedEdit, ...]


class PlacedRelated(Record):
    """Another place that a finding points to."""

    message: str
    place: Place

    @property
    def said(self) -> str:
        """Return the message, with the words that stand there where it does not quote them."""
        quoted = f"“{self.place.text}”"
        return self.message if quoted in self.message else f"{quoted}: {self.message}"


class PlacedFinding(Record):
    """A finding in the source file. `finding` keeps the spans in the document's text.

    `article` is the number, from 0, of its document among the file's.
    """

    finding: Finding
    item: str
    place: Place
    related: tuple[PlacedRelated, ...]
    fixes: tuple[PlacedFix, ...]
    fingerprint: str
    article: int = 0

    @property
    def severity(self) -> Severity:
        """Return the finding's severity."""
        return self.finding.severity


class PlacedConfirmed(Record):
    """Words that are known to be right, in the source file; `article` is as in a finding."""

    confirmed: Confirmed
    item: str
    place: Place
    article: int = 0


class Quotations(Record):
    """How many quotations came out how when they were held against transcripts."""

    verified: int = 0
    differs: int = 0
    not_found: int = 0
    not_covered: int = 0

    @classmethod
    def total(cls, counts: Iterable[Quotations]) -> Quotations | None:
        """Add counts up; None where there are none."""
        columns = list(zip(*counts, strict=True))
        return cls(*map(sum, columns)) if columns else None


class FileReport(Record):
    """What was found in one file; `documents` are its articles, empty if it could not be read.

    `quotations` is None where there was no transcript to hold them against.
    """

    path: str
    format: str
    source: str
    documents: tuple[Document, ...]
    findings: tuple[PlacedFinding, ...]
    errors: tuple[Problem, ...]
    confirmed: tuple[PlacedConfirmed, ...] = ()
    quotations: Quotations | None = None

    @property
    def unchecked(self) -> bool:
        """Tell whether the file, or a part of it, could not be checked."""
        return bool(self.errors)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the errors; one that lies elsewhere, as in a rule, names this file."""
        return tuple(
            error
            if error.path == self.path
            else error._replace(message=f"{self.path}: {error.message}")
            for error in self.errors
        )

    @property
    def items(self) -> tuple[str, ...]:
        """Name the articles of a file that holds several."""
        return tuple(document.item for document in self.documents if document.item)

    def text_of(self, placed: PlacedFinding) -> str:
        """Return the text of the article that a finding stands in."""
        return self.documents[placed.article].text

    def shown(self, placed: PlacedFinding) -> tuple[str, Span]:
        """Return the text to show a finding in, and its span there."""
        if placed.finding.source is not None:
            return self.source, placed.finding.source
        return self.text_of(placed), placed.finding.span


def unchecked(path: str, problems: Iterable[Problem]) -> FileReport:
    """Make the report of a file that could not be checked."""
    return FileReport(path, "", "", (), (), tuple(problems))


class RuleInfo(Record):
    """What reports say of a rule."""

    id: str
    summary: str
    why: str
    severity: Severity
    guide: str


class Report(Record):
    """What a run found: its files, the rules that found it, and problems that belong to no file."""

    profile: str
    files: tuple[FileReport, ...]
    rules: tuple[RuleInfo, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: Files that were named but are excluded by the configuration.
    skipped: tuple[str, ...] = ()
    #: How many findings were known before and are not shown, and how many files did not change.
    known: int = 0
    unchanged: int = 0

    @property
    def findings(self) -> tuple[tuple[FileReport, PlacedFinding], ...]:
        """Return all findings, each with its file, in the order of the files."""
        return tuple((file, placed) for file in self.files for placed in file.findings)

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(placed.severity is severity for _, placed in self.findings)

    @property
    def quotations(self) -> Quotations | None:
        """Add up what became of quotations, None where no file had a transcript."""
        counts = (file.quotations for file in self.files)
        return Quotations.total(each for each in counts if each is not None)

    def rule(self, rule_id: str) -> RuleInfo:
        """Return what is known of a rule; of one outside the profile, its id only."""
        known = next((rule for rule in self.rules if rule.id == rule_id), None)
        return known or RuleInfo(rule_id, rule_id, "", Severity.SUGGESTION, "")

    def most_severe(self, limit: int) -> tuple[tuple[tuple[FileReport, PlacedFinding], ...], int]:
        """Return at most `limit` findings, the most severe, in order, and how many are left out."""
        everything = self.findings
        ranked = sorted(range(len(everything)), key=lambda at: -everything[at][1].severity.rank)
        chosen = sorted(ranked[:limit])
        return tuple(everything[at] for at in chosen), len(everything) - len(chosen)

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """Return the problems of all files and of the run."""
        return (*(each for file in self.files for each in file.problems), *self.problems)

    @property
    def unchecked(self) -> int:
        """Count the files that could not be checked."""
        return sum(file.unchecked for file in self.files)


def place_findings(
    path: str,
    format_name: str,
    source: str,
    results: Iterable[tuple[Document, Sequence[Finding]]],
    errors: Iterable[Problem] = (),
    confirmed: Sequence[Sequence[Confirmed]] = (),
) -> FileReport:
    """Put the findings of a file's articles into terms of its source, sorted by position.

    `confirmed` holds for each article, in order, what is known to be right in it.
    """
    pairs = list(results)
    lines = LineIndex(source)
    seen: Counter[str] = Counter()
    placed = [
        _placed(finding, document, lines, seen)._replace(article=article)
        for article, (document, findings) in enumerate(pairs)
        for finding in sorted(findings, key=lambda finding: (finding.span, finding.rule))
    ]
    placed.sort(
        key=lambda each: (
            each.place.start.offset,
            each.place.end.offset,
            each.finding.rule,
            each.finding.message,
        )
    )
    documents = tuple(document for document, _ in pairs)
    right = (
        PlacedConfirmed(each, document.item, place(each.span, document, lines), article)
        for article, (document, found) in enumerate(zip(documents, confirmed, strict=False))
        for each in found
    )
    return FileReport(
        path, format_name, source, documents, tuple(placed), tuple(errors), tuple(right)
    )


def place(span: Span, document: Document, lines: LineIndex) -> Place:
    """Return where `span` of the document's text stands in its file."""
    source = document.offsets.source(span)
    start, end = lines.position(source.start), lines.position(source.end)
    found = Place(start, end, span.of(document.text))
    anchor = document.anchor(source.start)
    if anchor is None:
        return found
    return found._replace(part=anchor.part, paragraph=anchor.paragraph, run=anchor.run)


def _place_of(finding: Finding, document: Document, lines: LineIndex) -> Place:
    if finding.source is None:
        return place(finding.span, document, lines)
    start, end = finding.source
    return Place(lines.position(start), lines.position(end), finding.source.of(lines.text))


def _placed(
    finding: Finding, document: Document, lines: LineIndex, seen: Counter[str]
) -> PlacedFinding:
    related = tuple(
        PlacedRelated(each.message, place(each.span, document, lines)) for each in finding.related
    )
    fixes = tuple(_placed_fix(fix, document, lines) for fix in finding.fixes)
    return PlacedFinding(
        finding,
        document.item,
        _place_of(finding, document, lines),
        related,
        fixes,
        _fingerprint(finding, document, seen),
    )


def _placed_fix(fix: Fix, document: Document, lines: LineIndex) -> PlacedFix:
    """Place a fix; one that does not stand on literal source can only be shown."""
    edits = []
    applicability = fix.applicability
    for edit in fix.edits:
        literal = document.offsets.literal(edit.span)
        if literal is None:
            applicability = Applicability.DISPLAY
        source = literal or document.offsets.source(edit.span)
        edits.append(
            PlacedEdit(lines.position(source.start), lines.position(source.end), edit.replacement)
        )
    return PlacedFix(fix.title, applicability, tuple(edits))


_CONTEXT = 32


def _fingerprint(finding: Finding, document: Document, seen: Counter[str]) -> str:
    """Name a finding by rule, words and the words around it, so that it survives moved lines."""
    text = document.text
    before = text[max(0, finding.span.start - _CONTEXT) : finding.span.start]
    after = text[finding.span.end : finding.span.end + _CONTEXT]
    parts = [
        finding.rule,
        document.item,
        finding.span.of(text),
        before.split("\n")[-1],
        after.split("\n")[0],
    ]
    key = "\0".join(" ".join(part.split()) for part in parts)
    seen[key] += 1
    number = f"\0{seen[key]}" if seen[key] > 1 else ""
    return sha256((key + number).encode("utf-8", "surrogatepass"))[:16]
