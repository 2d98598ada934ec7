"""The command line: one module a command, imported when the command is called for."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NoReturn

from newslint.errors import NewslintError, Problem

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

_SELDOM = (100_000, 20, 20)


def command() -> NoReturn:
    """Run as a process of its own.

    A check of one article makes a hundred thousand objects, and hardly any cycle. Looking for
    cycles again and again, and taking everything apart at the end, took a fifth of its time.
    """
    gc.set_threshold(*_SELDOM)
    status = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - what os._exit leaves out
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, 1 for findings, 2 for what could not be done."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        status = _run(arguments)
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


def _run(arguments: Sequence[str]) -> int:
    if _is_plain(arguments):
        from newslint.cli.check import plain, run

        return run(plain(arguments[1:]))
    from newslint.cli.parser import parser_of

    parsed = parser_of(arguments).parse_args(arguments)
    status: int = parsed.run(parsed)
    return status


def _is_plain(arguments: Sequence[str]) -> bool:
    """Tell a check without options, as a hook and an editor ask for; it needs no parser."""
    return arguments[:1] == ["check"] and not any(each.startswith("-") for each in arguments)


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


def _prepare_streams() -> None:
    """Make what is piped UTF-8, and what cannot be encoded an escape instead of an error.

    A stream that was closed before the start goes nowhere, and the exit code still tells.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
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
