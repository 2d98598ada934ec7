"""`newslint completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from newslint.cli import CLEAN
from newslint.cli.parser import parser_of

_SHELLS = ("bash", "tcsh", "zsh")


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "completion",
        help="print a script that completes commands and options in a shell",
        description="Print a completion script. For bash: "
        "newslint completion bash > ~/.local/share/bash-completion/completions/newslint",
    )
    parser.add_argument("shell", choices=_SHELLS)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print the script of a shell; returns the exit code."""
    import shtab

    print(shtab.complete(parser_of([]), arguments.shell))
    return CLEAN
