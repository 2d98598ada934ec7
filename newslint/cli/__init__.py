"""The command line: one module a command, imported when the command is called for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from newslint import __version__
from newslint.errors import NewslintError, Problem, did_you_mean

#: Command -> module with `add(subparsers)` and `run(arguments) -> exit code`.
COMMANDS = {
    "annotate": "newslint.cli.annotate",
    "audit": "newslint.cli.audit",
    "authors": "newslint.cli.authors",
    "baseline": "newslint.cli.baseline",
    "check": "newslint.cli.check",
    "completion": "newslint.cli.completion",
    "docs": "newslint.cli.docs",
    "explain": "newslint.cli.explain",
    "facts": "newslint.cli.facts",
    "import": "newslint.cli.import_rules",
    "init": "newslint.cli.init",
    "lint-rules": "newslint.cli.lint_rules",
    "lsp": "newslint.cli.lsp",
    "new": "newslint.cli.new",
    "profile": "newslint.cli.profile",
    "rules": "newslint.cli.rules",
    "schema": "newslint.cli.schema",
    "serve": "newslint.cli.serve",
    "stet": "newslint.cli.stet",
    "test": "newslint.cli.test",
}

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, 1 for findings, 2 for what could not be done."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        parsed = parser_of(arguments).parse_args(arguments)
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except NewslintError as error:
        complain(error.problems)
        return FAILED
    except BrokenPipeError:
        _drop_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        complain([Problem(f"cannot go on: {error.strerror or error}", error.filename or "")])
        _drop_output()
        return FAILED
    except Exception as error:
        return _own_fault(error)
    return status


def _own_fault(error: Exception) -> int:
    """Say in one line that newslint is at fault; `NEWSLINT_TRACEBACK` asks for the whole story."""
    if os.environ.get("NEWSLINT_TRACEBACK"):
        raise error
    hint = "this is a fault of newslint: please report it"
    complain([Problem(f"{type(error).__name__}: {error}", hint=hint)])
    return FAILED


def complain(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, each on one line and once."""
    for line in dict.fromkeys(" ".join(str(problem).split()) for problem in problems):
        print(line, file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments on one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        raise NewslintError.of(message, hint=f"'{self.prog} --help' lists what there is")


def parser_of(arguments: Sequence[str]) -> argparse.ArgumentParser:
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


def _prepare_streams() -> None:
    """Make what is piped UTF-8, and what cannot be encoded an escape instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
