"""`newslint lint-rules`: rules about rules."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from newslint.authoring.lint_rules import remarks
from newslint.cli import CLEAN, FOUND
from newslint.cli.profile import shown_path
from newslint.cli.rulebase import add_config, config_of, counted, library_of


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "lint-rules",
        help="find faults of rules",
        description="Find what is doubled or contradicts itself among the rules of a profile, and "
        "messages that do not serve their reader. Exit codes: 0 nothing, 1 something.",
    )
    parser.add_argument("--profile", default="", help="default: the configuration's")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="add a pack (repeatable)"
    )
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Lint the rules of a profile; returns the exit code."""
    config = config_of(arguments)
    name = arguments.profile or config.config.profile
    ruleset = library_of(config).profile(name, [*config.config.packs, *arguments.pack])
    found = remarks(ruleset.rules)
    for each in found:
        print(each._replace(path=shown_path(each.path)))
    print(f"{counted(len(found), 'remark')} on {counted(len(ruleset.rules), 'rule')}")
    return FOUND if found else CLEAN
