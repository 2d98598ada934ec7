"""Copies of an article with what was found in it, as its format can hold remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.readers import SourceFile
from newslint.report import FileReport, PlacedFinding
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.writers.signature import Signature


def annotated(
    report: FileReport,
    findings: Sequence[PlacedFinding],
    data: bytes,
    read: Callable[[bytes], SourceFile],
    signature: Signature,
) -> bytes:
    """Return a file with its findings: comments in a Word document, marked words in other formats.

    Raises NewslintError for a format that has neither.
    """
    path = report.path
    if report.format == "docx":
        from newslint.writers.docx import Note, annotate

        notes = [Note(_source(report, each), tuple(_lines(each))) for each in findings]
        return annotate(data, path, notes, signature)
    from newslint.writers.marks import FORMATS, Remark, marked

    if report.format not in FORMATS:
        raise NewslintError.of(
            f"no annotated copies of {report.format} files",
            path=path,
            hint="a Word document, a web page or Markdown can be annotated",
        )
    remarks = [
        Remark(report.documents[each.article], each.finding.span, " ".join(_lines(each)))
        for each in findings
    ]
    return marked(read(data), path, remarks, read)


def _source(report: FileReport, placed: PlacedFinding) -> Span:
    return report.documents[placed.article].offsets.source(placed.finding.span)


def _lines(placed: PlacedFinding) -> Iterator[str]:
    """Say what a comment says: the rule, why, the other places, and what could be done."""
    finding = placed.finding
    yield f"{finding.rule}: {finding.message}"
    if finding.why:
        yield finding.why
    for each in placed.related:
        yield f"See {each.said}"
    for fix in placed.fixes:
        yield f"{fix.title}."
