"""`newslint annotate`: write a copy of an article with what was found in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from newslint.annotated import annotated
from newslint.cli import CLEAN, FAILED, complain
from newslint.cli.check import session_of
from newslint.cli.check_options import add_input, add_rules
from newslint.cli.fixing import signature
from newslint.cli.inputs import Input, find_inputs
from newslint.errors import NewslintError
from newslint.session import Session
from newslint.store.raw import write_bytes


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "annotate",
        help="write a copy of an article with what was found in it",
        description="Write a copy of an article with its findings: as comments in a Word "
        "document, as marked words in a web page or Markdown.",
    )
    parser.set_defaults(run=run, fail_on=None)
    add_input(parser)
    add_rules(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="where the copy is written"
    )


def run(arguments: Namespace) -> int:
    """Annotate the article that the arguments name; returns the exit code."""
    session = session_of(arguments)
    article = _article(arguments, session)
    data = article.data(session.settings(article.path).max_size)
    report = session.check(article.path, data)
    complain(report.problems)
    if not report.documents:
        return FAILED
    findings = [each for each in report.findings if each.finding.source is None]
    copy = annotated(
        report, findings, data, lambda each: session.read(article.path, each), signature()
    )
    write_bytes(Path(arguments.output), copy)
    count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    print(f"Wrote {arguments.output} with {count}.")
    return FAILED if report.errors else CLEAN


def _article(arguments: Namespace, session: Session) -> Input:
    found = find_inputs(arguments.paths, arguments.stdin_filename, session)
    if found.problems:
        raise NewslintError(found.problems)
    if len(found.inputs) != 1:
        raise NewslintError.of("name one article to annotate")
    return found.inputs[0]
