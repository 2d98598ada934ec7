"""The options of `newslint check`, in groups that other commands use too."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import get_args

from newslint.cli import options
from newslint.config import FailOn


def add_input(parser: ArgumentParser) -> None:
    """Add the options that say what is checked."""
    from newslint.readers import FORMATS

    group = parser.add_argument_group("what to check")
    group.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files and folders, or - for standard input (default: this folder)",
    )
    group.add_argument(
        "--stdin-filename", default="", metavar="NAME", help="the name of what comes by -"
    )
    group.add_argument(
        "--as",
        dest="format_in",
        type=options.one_of("format", FORMATS),
        metavar="FORMAT",
        help=f"read the files as {', '.join(sorted(FORMATS))}",
    )
    group.add_argument(
        "--field",
        action="append",
        default=[],
        type=options.key_and_field,
        metavar="KEY=FIELD",
        help="the part of the article that a key of a JSON item holds, such as text=body",
    )
    group.add_argument("--language", default="", metavar="TAG", help="such as en-GB")
    group.add_argument(
        "--max-size", type=options.size, metavar="SIZE", help="the largest file read, such as 20MB"
    )
    group.add_argument(
        "--date", type=options.day, metavar="DATE", help="the day of publication, for all articles"
    )
    group.add_argument(
        "--transcript",
        action="append",
        default=[],
        metavar="FILE",
        help="a text that quotations are verified against (repeatable)",
    )
    group.add_argument(
        "--authors", default="", metavar="FOLDER", help="the house's registry of authors"
    )


def add_rules(parser: ArgumentParser) -> None:
    """Add the options that say which rules speak."""
    group = parser.add_argument_group("which rules speak")
    source = group.add_mutually_exclusive_group()
    source.add_argument("--config", metavar="FILE", help="use this configuration for every file")
    source.add_argument(
        "--config-from",
        metavar="REF",
        help="take configuration, rules, sidecar, fact sheets and baseline from this commit, such "
        "as the branch a change is for",
    )
    group.add_argument("--profile", default="", help="the profile (default: core)")
    group.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="add a pack (repeatable)"
    )
    for name, text in (("select", "only these rules speak"), ("ignore", "these stay silent")):
        group.add_argument(
            f"--{name}",
            action="extend",
            default=[],
            type=options.names,
            metavar="RULE",
            help=f"{text}; pack/* is a whole pack (repeatable)",
        )
    group.add_argument(
        "--today",
        type=options.day,
        metavar="DATE",
        help="the day that expiry dates are compared with (default: today)",
    )
    group.add_argument(
        "--jobs",
        type=options.count,
        default=0,
        metavar="N",
        help="processes to check with (default: as many cores as pay off)",
    )
    group.add_argument(
        "--no-cache", action="store_true", help="read every rule file, and keep nothing"
    )
    group.add_argument(
        "--timings",
        action="store_true",
        help="say on standard error what each rule, layer and reader took",
    )


def add_gate(parser: ArgumentParser) -> None:
    """Add the options that limit a run to new faults."""
    group = parser.add_argument_group("new faults only")
    group.add_argument(
        "--diff-base",
        metavar="REF",
        help="report only what the files did not have where HEAD branched off from REF",
    )
    group.add_argument(
        "--changed-lines",
        action="store_true",
        help="with --diff-base: and only what touches a changed line",
    )
    group.add_argument(
        "--baseline",
        metavar="FILE",
        help="hold back the findings that this file remembers ('' for none at all)",
    )


def add_output(parser: ArgumentParser) -> None:
    """Add the options that say what is done with findings."""
    from newslint.reporters import FORMATS

    group = parser.add_argument_group("what to do with findings")
    group.add_argument(
        "--format",
        type=options.one_of("report format", FORMATS),
        metavar="FORMAT",
        help=f"{', '.join(sorted(FORMATS))} (default: full)",
    )
    group.add_argument("--output", metavar="FILE", help="write the report to a file")
    group.add_argument(
        "--report",
        action="append",
        default=[],
        type=options.report,
        metavar="FORMAT[:FILE]",
        help="write one more report, such as sarif:newslint.sarif (repeatable)",
    )
    group.add_argument(
        "--fail-on",
        choices=get_args(FailOn),
        help="the mildest severity that makes the exit code 1 (default: error)",
    )
    group.add_argument(
        "--max-findings",
        type=options.number,
        metavar="N",
        help="make the exit code 1 when there are more findings than this",
    )
    group.add_argument(
        "--watch", action="store_true", help="check again whenever something has changed"
    )
    group.add_argument("--fix", action="store_true", help="make the fixes that are safe")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also those that are not"
    )
    group.add_argument(
        "--track-changes",
        action="store_true",
        help="with --fix: make the fixes in Word documents as tracked changes",
    )
    group.add_argument(
        "--diff", action="store_true", help="show what --fix would change, and change nothing"
    )
