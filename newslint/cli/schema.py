"""`newslint schema`: JSON Schemas for the files that people write."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from newslint.authoring.generate import schema_text, write
from newslint.authoring.schemas import SCHEMAS
from newslint.cli import CLEAN, options
from newslint.errors import NewslintError


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "schema",
        help="print or write JSON Schemas",
        description="Print the JSON Schema of a kind of file, or write all of them, so that an "
        "editor completes and checks YAML.",
    )
    parser.add_argument(
        "name",
        nargs="?",
        type=options.one_of("schema", SCHEMAS),
        metavar="NAME",
        help=", ".join(SCHEMAS),
    )
    parser.add_argument("--output", metavar="FOLDER", help="write all schemas to this folder")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print one schema, or write all."""
    if arguments.output:
        folder = Path(arguments.output)
        for name in SCHEMAS:
            write(folder / f"{name}.json", schema_text(name))
            print(f"wrote {(folder / f'{name}.json').as_posix()}")
        return CLEAN
    if not arguments.name:
        raise NewslintError.of("name a schema or --output", hint=", ".join(SCHEMAS))
    print(schema_text(arguments.name), end="")
    return CLEAN
