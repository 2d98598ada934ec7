"""One self-contained page: the article as it reads, findings marked in it and noted beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from newslint import __version__
from newslint.annotate.structure import Segment, structure
from newslint.document import Block, BlockKind, Document, Field
from newslint.errors import Problem
from newslint.excerpt import one_line, visible
from newslint.finding import Applicability
from newslint.marked_text import Mark, Piece, cut, fitted
from newslint.record import Record
from newslint.report import FileReport, PlacedFinding, Report, RuleInfo
from newslint.reporters import Style, severities, summary, verified
from newslint.span import Span

_TAGS = {
    BlockKind.HEADING: "h3",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CODE: "pre",
}
_TITLE_WORDS = 12


class NotedPlace(Record):
    """A place that a note points to."""

    anchor: str
    where: str
    text: str
    message: str


class NotedFix(Record):
    """A fix that a note offers."""

    title: str
    automatic: bool


class Note(Record):
    """A finding as it stands in the margin; `marked` where its words stand in the article."""

    number: int
    marked: bool
    severity: str
    message: str
    absent: bool
    where: str
    rules: str
    why: str
    guide: str
    places: tuple[NotedPlace, ...]
    fixes: tuple[NotedFix, ...]


class Part(Record):
    """A block of the article with the notes on it."""

    tag: str
    field: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class Article(Record):
    """An article of the report; `elsewhere` are notes on words in none of its parts."""

    anchor: str
    path: str
    item: str
    title: str
    language: str
    counts: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]
    elsewhere: tuple[Note, ...]


def render(report: Report, style: Style) -> str:
    """Write the page. It loads nothing, and its policy forbids it to."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("newslint.reporters", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    sheet, script = _asset("page.css"), _asset("page.js")
    articles, clean = _articles(report)
    return environment.get_template("page.html").render(
        sheet=sheet,
        script=script,
        sheet_hash=_hash(sheet),
        script_hash=_hash(script),
        version=__version__,
        profile=report.profile,
        title=_page_title(articles, clean),
        summary=summary(report),
        quotations=verified(report),
        severities=[(severity.value, count) for severity, count in severities(report)],
        articles=articles,
        clean=clean,
        problems=_problems(report),
        skipped=[one_line(path) for path in report.skipped],
    )


def _asset(name: str) -> str:
    return (files("newslint.reporters") / "page" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what a content security policy allows an inline sheet or script by."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _page_title(articles: Sequence[Article], clean: Sequence[str]) -> str:
    if len(articles) == 1 and not clean:
        return articles[0].title
    return f"{len(articles) + len(clean)} articles"


def _problems(report: Report) -> list[Problem]:
    return [each._replace(message=one_line(each.message)) for each in report.every_problem]


def _articles(report: Report) -> tuple[list[Article], list[str]]:
    """Return the articles to print, and the names of those in which nothing was found.

    A clean article is printed only where it is the only one.
    """
    printed: list[Article] = []
    clean: list[str] = []
    numbers = iter(range(1, len(report.findings) + 1))
    alone = sum(len(file.documents) for file in report.files) == 1
    for file in report.files:
        for index, document in enumerate(file.documents):
            found = [placed for placed in file.findings if placed.article == index]
            if found or alone:
                pairs = [(next(numbers), placed) for placed in found]
                printed.append(_article(file, index, pairs, report, len(printed) + 1))
            else:
                clean.append(_name(file.path, document.item))
    return printed, clean


def _name(path: str, item: str) -> str:
    return one_line(f"{path} ({item})" if item else path)


Numbered = Sequence[tuple[int, PlacedFinding]]


def _article(file: FileReport, index: int, found: Numbered, report: Report, number: int) -> Article:
    document = file.documents[index]
    notes = list(_notes(found, {rule.id: rule for rule in report.rules}))
    right = [each.confirmed.span for each in file.confirmed if each.article == index]
    marks = [*_marks(found), *(Mark(span, -at, -1, "ok") for at, span in enumerate(right, 1))]
    blocks = [block.span for block in document.blocks]
    fitted_marks, noted = _by_block(marks, blocks)
    segments: dict[int, list[Segment]] = {}
    for segment in document.layer(structure).segments:
        segments.setdefault(segment.block, []).append(segment)
    by_number = {note.number: note for note in notes}
    parts = [
        _part(
            document.text,
            block,
            segments.get(index, []),
            fitted_marks.get(index, []),
            [by_number[each] for each in noted.get(index, [])],
        )
        for index, block in enumerate(document.blocks)
    ]
    beside = {each for numbers in noted.values() for each in numbers}
    return Article(
        f"a{number}",
        one_line(file.path),
        one_line(document.item),
        _title(document),
        document.language,
        tuple(_counts(notes)),
        tuple(parts),
        tuple(note for note in notes if note.number not in beside),
    )


def _counts(notes: Sequence[Note]) -> Iterator[tuple[str, int]]:
    for severity in ("error", "warning", "suggestion"):
        count = sum(note.severity == severity for note in notes)
        if count:
            yield severity, count


def _title(document: Document) -> str:
    """Return the headline, or the first words of the article."""
    headlines = document.layer(structure).of(Field.HEADLINE)
    if headlines:
        return one_line(headlines[0].span.of(document.text))
    words = one_line(document.text[:400]).split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _marks(found: Numbered) -> Iterator[Mark]:
    for number, placed in found:
        finding = placed.finding
        if finding.source is None:
            yield Mark(finding.span, number, 0, finding.severity.value)
        for place, related in enumerate(finding.related, start=1):
            yield Mark(related.span, number, place, finding.severity.value)


def _notes(found: Numbered, rules: dict[str, RuleInfo]) -> Iterator[Note]:
    """Make the notes; the reason for a rule stands with its first note only."""
    explained: set[str] = set()
    for number, placed in found:
        finding = placed.finding
        rule = rules.get(finding.rule)
        first = finding.rule not in explained
        explained.add(finding.rule)
        yield Note(
            number,
            finding.source is None,
            finding.severity.value,
            visible(finding.message),
            finding.absent,
            placed.place.where,
            ", ".join((finding.rule, *finding.also)),
            visible(finding.why) if first else "",
            visible(rule.guide) if rule and first else "",
            tuple(_noted_places(number, placed)),
            tuple(
                NotedFix(visible(fix.title), fix.applicability is Applicability.SAFE)
                for fix in placed.fixes
            ),
        )


def _noted_places(number: int, placed: PlacedFinding) -> Iterator[NotedPlace]:
    for index, related in enumerate(placed.related, start=1):
        yield NotedPlace(
            f"m{number}-{index}",
            related.place.where,
            one_line(related.place.text),
            # The words stand before the message, as a link.
            visible(related.message.removeprefix(f"“{related.place.text}” ")),
        )


def _by_block(
    marks: Sequence[Mark], blocks: Sequence[Span]
) -> tuple[dict[int, list[Mark]], dict[int, list[int]]]:
    """Return the marks of each block, and the numbers of the findings that begin in it."""
    fits: dict[int, list[Mark]] = {}
    noted: dict[int, list[int]] = {}
    for mark in marks if blocks else ():
        span, first = fitted(mark.span, blocks)
        index = first
        while index < len(blocks) and (index == first or blocks[index].start < span.end):
            fits.setdefault(index, []).append(mark._replace(span=span))
            index += 1
        if not mark.place:
            noted.setdefault(first, []).append(mark.number)
    return fits, noted


def _part(
    text: str,
    block: Block,
    segments: Sequence[Segment],
    marks: Sequence[Mark],
    notes: Sequence[Note],
) -> Part:
    longest = max(segments, key=lambda segment: segment.span.length, default=None)
    field = longest.field if longest else Field.BODY
    tag = _TAGS.get(block.kind, "p")
    if field is Field.HEADLINE:
        tag = "h2"
    elif field is Field.PULLQUOTE:
        tag = "blockquote"
    name = "item" if block.kind is BlockKind.LIST_ITEM else field.value
    borders = [at for segment in segments for at in segment.span]
    pieces = (
        piece._replace(field=_field_at(piece.start, segments, field))
        for piece in cut(text, block.span, borders, marks)
    )
    return Part(tag, name, tuple(pieces), tuple(notes))


def _field_at(offset: int, segments: Sequence[Segment], field: Field) -> str:
    found = next((each for each in segments if each.span.start <= offset < each.span.end), None)
    return found.field.value if found and found.field is not field else ""
