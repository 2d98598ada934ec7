"""`newslint import`: turn the lists of other tools into a pack."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from newslint.authoring.generate import write
from newslint.authoring.imports import pack_of_entries, read_list, read_typerighter
from newslint.cli import CLEAN, FOUND, complain
from newslint.cli.rulebase import add_config, config_of, counted, house_folders, library_of
from newslint.errors import NewslintError
from newslint.store.nearest import shown
from newslint.store.raw import read_text

_READERS = {"typerighter": read_typerighter, "csv": read_list}
_FOLDER = "rules"


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "import",
        help="turn a list into a pack",
        description="Turn a list into a pack of rules, which are previews until somebody has read "
        "them. Exit codes: 0 all rows are in it, 1 some had to be left out.",
    )
    parser.add_argument(
        "form",
        choices=tuple(_READERS),
        help="typerighter: pattern, replacement, description, category; csv: wrong, right, note",
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--pack", default="imported", metavar="NAME", help="default: imported")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Write the pack; raises NewslintError if the list cannot be read or the pack exists."""
    config = config_of(arguments)
    if arguments.pack in library_of(config).packs():
        hint = "name another one with --pack"
        raise NewslintError.of(f"there is a pack '{arguments.pack}' already", hint=hint)
    path = Path(arguments.file)
    entries, problems = _READERS[arguments.form](read_text(path), path.as_posix())
    made = pack_of_entries(entries, arguments.pack, path.as_posix(), problems)
    folder = (house_folders(config) or [Path(_FOLDER)])[0]
    for name, text in made.files.items():
        write(folder / name, text)
    complain(made.problems)
    rules = counted(sum(name.endswith(".yaml") for name in made.files) - 1, "rule")
    left = counted(len(made.problems), "row")
    place = shown(folder / arguments.pack)
    print(f"wrote {counted(made.rows, 'row')} as {rules} to {place}; {left} left out")
    return FOUND if made.problems else CLEAN
