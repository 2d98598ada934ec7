"""The parser of the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from newslint import __version__
from newslint.cli import COMMANDS
from newslint.errors import NewslintError, did_you_mean


class _Parser(ArgumentParser):
    """Says what is wrong with the arguments on one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        raise NewslintError.of(message, hint=f"'{self.prog} --help' lists what there is")


def parser_of(arguments: Sequence[str]) -> ArgumentParser:
    """Make the parser for arguments; raises NewslintError for a command that does not exist."""
    parser = _Parser(
        prog="newslint",
        description="Check articles for faults of style and fact before they are published.",
        epilog="Exit codes: 0 nothing found, 1 findings, 2 something could not be checked.",
    )
    parser.add_argument("--version", action="version", version=f"newslint {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    named = [each for each in arguments[:1] if not each.startswith("-")]
    for each in named:
        if each not in COMMANDS:
            hint = did_you_mean(each, COMMANDS)
            raise NewslintError.of(f"there is no command '{each}'", hint=hint)
    for command in named or COMMANDS:  # importing one command keeps the start quick
        import_module(COMMANDS[command]).add(subparsers)
    return parser
