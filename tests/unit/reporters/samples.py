"""Reports to render, made of invented copy."""

from __future__ import annotations

from newslint.document import BlockKind, Document, Field
from newslint.errors import Problem
from newslint.finding import Applicability, Edit, Finding, Fix, Related, Severity
from newslint.report import FileReport, Report, RuleInfo, place_findings
from newslint.span import Span

HARBOUR = (
    "Harbour repairs to cost $40 million\n\n"
    "By Ines Falk\n\n"
    "The town of Marrow Bay will spend 40 million dollars on its harbour wall, Mayor Tomas Ekeland "
    "said on Friday.\n\n"
    "The Beacon fund will pay half. The rest comes from the beacon reserve, he said.\n\n"
    "Ines Falk is a reporter at the Bay Post\n"
)


def nth(text: str, words: str, number: int = 1) -> Span:
    """Return where `words` stand for the nth time."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def finding(
    text: str,
    words: str,
    *,
    rule: str = "core/currency-words",
    severity: Severity = Severity.WARNING,
    message: str = "",
    number: int = 1,
    related: tuple[tuple[str, int, str], ...] = (),
    replacement: str | None = None,
    applicability: Applicability = Applicability.SAFE,
    why: str = "One form keeps sums comparable.",
    field: str = "body",
    absent: bool = False,
    also: tuple[str, ...] = (),
) -> Finding:
    """Make a finding about words of `text`."""
    span = nth(text, words, number)
    fixes: tuple[Fix, ...] = ()
    if replacement is not None:
        title = f"Replace “{words}” with “{replacement}”"
        fixes = (Fix(title, (Edit(span, replacement),), applicability),)
    places = tuple(Related(nth(text, each, which), said) for each, which, said in related)
    return Finding(
        rule, severity, message or f"Look at “{words}”.", why, span, field, places, fixes,
        absent, also,
    )  # fmt: skip


def harbour_document() -> Document:
    """Return the harbour article with its parts known."""
    document = Document.from_text(HARBOUR)
    fields = [Field.HEADLINE, Field.BYLINE, Field.BODY, Field.BODY, Field.BIO]
    blocks = [
        block._replace(field=field) for block, field in zip(document.blocks, fields, strict=True)
    ]
    blocks[0] = blocks[0]._replace(kind=BlockKind.HEADING, level=1)
    return Document(HARBOUR, blocks)


def harbour_findings() -> list[Finding]:
    """Return three findings of three severities."""
    return [
        finding(
            HARBOUR,
            "40 million dollars",
            message="Write $40 million: the symbol before the figure.",
            replacement="$40 million",
        ),
        finding(
            HARBOUR,
            "beacon",
            rule="core/term-case",
            severity=Severity.ERROR,
            message="“beacon” is “Beacon” elsewhere in the article.",
            related=(("Beacon", 1, "with a capital here"),),
            why="A reader wonders whether two things are meant.",
        ),
        finding(
            HARBOUR,
            "Post",
            rule="core/bio-full-stop",
            severity=Severity.SUGGESTION,
            message="End the note on the author with a full stop.",
            why="",
            field="bio",
        ),
    ]


RULES = (
    RuleInfo(
        "core/bio-full-stop", "End the note with a full stop.", "", Severity.SUGGESTION, ""
    ),
    RuleInfo(
        "core/currency-words",
        "Write the symbol before the figure.",
        "One form keeps sums comparable.",
        Severity.WARNING,
        "Bay Post, money (2nd edition)",
    ),
    RuleInfo(
        "core/term-case",
        "One spelling for one thing.",
        "A reader wonders whether two things are meant.",
        Severity.ERROR,
        "",
    ),
)  # fmt: skip


def report_of(*files: FileReport, problems: tuple[Problem, ...] = ()) -> Report:
    """Return a report on files."""
    return Report("core", files, RULES, problems)


def file_of(
    text: str,
    findings: list[Finding],
    path: str = "copy/text.txt",
    errors: tuple[Problem, ...] = (),
) -> FileReport:
    """Return the report on a file of plain text."""
    return place_findings(path, "text", text, [(Document.from_text(text), findings)], errors)


def harbour_report() -> Report:
    """Return the report on the harbour article."""
    results = [(harbour_document(), harbour_findings())]
    return report_of(place_findings("copy/harbour.txt", "text", HARBOUR, results))
