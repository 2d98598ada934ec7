"""`newslint lsp`: the language server, for editors that start it themselves."""

from __future__ import annotations

import logging
import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN
from newslint.config import Overrides
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.lsp.server import Wishes
    from newslint.session import Session


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "lsp",
        help="serve an editor by the Language Server Protocol",
        description="Speak the Language Server Protocol on standard input and output. Editors "
        "start this themselves: docs/editors.md says how.",
    )
    parser.add_argument("--stdio", action="store_true", help="the default, named by some editors")
    parser.add_argument("--config", metavar="FILE", help="use this configuration for every file")
    parser.add_argument("--profile", default="", help="the profile (default: the configuration's)")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="add a pack (repeatable)"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Serve until the editor ends it; returns the exit code."""
    try:
        import pygls  # noqa: F401
    except ImportError:
        hint = "install newslint[lsp]"
        raise NewslintError.of("the server's libraries are not installed", hint=hint) from None
    from newslint.lsp.server import language_server

    logging.basicConfig(level=logging.CRITICAL)  # a log could hold what somebody writes
    server = language_server(lambda wishes: session_of(arguments, wishes))
    # The server closes its streams; and nothing that is printed may get between its messages.
    incoming, outgoing = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    with redirect_stdout(sys.stderr):
        server.start_io(os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb"))
    return CLEAN


def session_of(arguments: Namespace, wishes: Wishes) -> Session:
    """Make the session that the options and the editor's settings ask for."""
    from newslint.cli.check import today
    from newslint.cli.inputs import read_authors
    from newslint.context import Context
    from newslint.session import Session
    from newslint.store.configs import Configs
    from newslint.store.rulecache import RuleCache, cache_folder

    configs = Configs(Path(arguments.config)) if arguments.config else Configs()
    packs = dict.fromkeys((*arguments.pack, *wishes.packs))
    return Session(
        configs,
        Overrides(wishes.profile or arguments.profile, tuple(packs)),
        Context(authors=read_authors("", configs)),
        today=today(),
        cache=RuleCache(cache_folder()),
    )
