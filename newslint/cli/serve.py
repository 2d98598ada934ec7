"""`newslint serve`: the editor's page, a JSON API, and LanguageTool's HTTP API."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN, options
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.server.desk import Desk
    from newslint.server.guards import Access
    from newslint.server.limits import Limits

_LOCAL = ("127.0.0.1", "localhost", "::1")
#: Each process holds the rules, so that more are not always better.
_MOST = 4
_TOKEN = "NEWSLINT_TOKEN"  # noqa: S105 - the name of the variable


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "serve",
        help="serve the editor's page and the APIs",
        description="Serve a page to check copy on, a JSON API, and the HTTP API that "
        "LanguageTool's clients speak (http://localhost:8081/v2). Nothing is stored or logged.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address (default: 127.0.0.1)")
    parser.add_argument("--port", type=options.number, default=8081, help="(default: 8081)")
    parser.add_argument(
        "--token", default="", help=f"what clients must send (default: ${_TOKEN}, or nothing)"
    )
    parser.add_argument(
        "--no-token", action="store_true", help="ask for none, though others can reach the server"
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin ask, such as https://cms.example.org or * (repeatable)",
    )
    parser.add_argument(
        "--max-text", type=options.count, metavar="N", help="characters of a text (default: 200000)"
    )
    parser.add_argument(
        "--max-body", type=options.size, metavar="SIZE", help="of a request (default: 4MB)"
    )
    parser.add_argument(
        "--timeout", type=options.count, metavar="S", help="seconds for a check (default: 20)"
    )
    parser.add_argument(
        "--jobs",
        type=options.count,
        default=0,
        metavar="N",
        help="processes to check with (default: one a core, at most 4)",
    )
    parser.add_argument("--config", metavar="FILE", help="use this configuration")
    parser.add_argument("--authors", default="", metavar="FOLDER", help="the registry of authors")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Serve until interrupted; returns the exit code."""
    try:
        import starlette  # noqa: F401
        import uvicorn
    except ImportError:
        hint = "install newslint[server]"
        raise NewslintError.of("the server's libraries are not installed", hint=hint) from None
    from newslint.server.app import application

    limits = _limits(arguments)
    access = _access(arguments)
    make_desk(arguments, limits)  # what is wrong with the house's files is said before it starts
    app = application(
        partial(make_desk, arguments, limits),
        limits=limits,
        access=access,
        origins=arguments.allow_origin,
        processes=arguments.jobs or min(os.cpu_count() or 1, _MOST),
    )
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    print(f"newslint is at http://{host}:{arguments.port}/ until Ctrl+C", file=sys.stderr)
    uvicorn.run(
        app,
        host=arguments.host,
        port=arguments.port,
        access_log=False,
        log_level="error",
        server_header=False,
        limit_concurrency=limits.connections,
        timeout_keep_alive=10,
    )
    return CLEAN


def make_desk(arguments: Namespace, limits: Limits) -> Desk:
    """Make the desk that the options ask for; raises NewslintError."""
    from newslint.cli.check import today
    from newslint.cli.inputs import read_authors
    from newslint.server.desk import Desk
    from newslint.store.configs import Configs
    from newslint.store.rulecache import RuleCache, cache_folder

    configs = Configs(Path(arguments.config)) if arguments.config else Configs()
    configs.of(Path.cwd())
    return Desk(
        configs,
        Path.cwd(),
        authors=read_authors(arguments.authors, configs),
        today=today(),
        cache=RuleCache(cache_folder()),
        limits=limits,
    )


def _limits(arguments: Namespace) -> Limits:
    from newslint.server.limits import Limits

    limits = Limits()
    return limits._replace(
        text=arguments.max_text or limits.text,
        body=arguments.max_body or limits.body,
        seconds=arguments.timeout or limits.seconds,
    )


def _access(arguments: Namespace) -> Access:
    """Return who may ask; raises NewslintError where everybody could without being meant to."""
    from newslint.server.guards import LOOPBACK, Access

    token = arguments.token or os.environ.get(_TOKEN, "")
    if arguments.host in _LOCAL:
        return Access(token, () if token else LOOPBACK)
    if not token and not arguments.no_token:
        hint = f"give --token or set {_TOKEN}; --no-token where a proxy asks who comes"
        raise NewslintError.of(
            f"others can reach {arguments.host}, so a token is needed", hint=hint
        )
    return Access(token, ())
