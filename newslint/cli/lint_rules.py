"""`newslint lint-rules`: rules about rules."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from newslint.authoring.lint_rules import Remark, dead_links, remarks, shadowed
from newslint.cli import CLEAN, FOUND
from newslint.cli.profile import shown_path
from newslint.cli.rulebase import add_config, config_of, counted, library_of
from newslint.store.choice import known_ids
from newslint.store.raw import read_text
from newslint.store.rules import Library, Resolution


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
    library = library_of(config)
    profile = library.resolution(name, [*config.config.packs, *arguments.pack])
    found = [*remarks(profile.ruleset.rules), *shadowed(profile), *_dead_links(library, profile)]
    for each in found:
        print(each._replace(path=shown_path(each.path) if each.path else ""))
    print(f"{counted(len(found), 'remark')} on {counted(len(profile.ruleset.rules), 'rule')}")
    return FOUND if found else CLEAN


def _dead_links(library: Library, profile: Resolution) -> list[Remark]:
    known = known_ids(library)
    folders = library.packs()
    ledgers = [folders[name] / "coverage.yaml" for name in profile.packs]
    return [
        remark
        for path in ledgers
        if path.is_file()
        for remark in dead_links(read_text(path), path.as_posix(), known)
    ]
