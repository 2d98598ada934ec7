"""`newslint docs`: write a page for every rule, the house's own included."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from newslint.authoring.generate import load, pages, write
from newslint.cli import CLEAN
from newslint.cli.rulebase import add_config, config_of, counted, library_of


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "docs",
        help="write a page for every rule",
        description="Write a page for every rule and an index by pack.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="where the pages go")
    parser.add_argument("--format", choices=("html", "markdown"), default="html")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Write the pages; raises NewslintError if a rule is broken."""
    packs, rules = load(library_of(config_of(arguments)))
    if arguments.format == "html":
        from newslint.authoring.site import site

        files = site(packs, rules)
    else:
        files = {path.removeprefix("./"): text for path, text in pages(packs, rules, ".").items()}
    folder = Path(arguments.folder)
    for path, text in files.items():
        write(folder / path, text)
    print(f"wrote {counted(len(files), 'page')} to {folder.as_posix()}")
    return CLEAN
