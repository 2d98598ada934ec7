"""`newslint init`: look at a repository of articles and set newslint up in it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.authoring.setup import Step


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "init",
        help="set newslint up in a repository of articles",
        description="Look at a repository and write newslint.yaml, the git hook and the CI job. "
        "Files that are there are never changed: what they lack is shown.",
    )
    parser.add_argument(
        "folder", nargs="?", default=".", help="the repository's folder (default: this one)"
    )
    parser.add_argument("--dry-run", action="store_true", help="show the files, and write none")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Write the files that are missing; returns the exit code."""
    from newslint.authoring.setup import look, steps

    root = Path(arguments.folder)
    if not root.is_dir():
        raise NewslintError.of("there is no such folder", path=root.as_posix())
    for step in steps(look(root)):
        _do(root, step, dry_run=arguments.dry_run)
    if not arguments.dry_run:
        print("\nNext: 'newslint check', then 'newslint baseline write' if old articles may stay.")
    return CLEAN


def _do(root: Path, step: Step, *, dry_run: bool) -> None:
    from newslint.store.raw import write_bytes

    path = root / step.path
    if step.present:
        print(f"{step.path} is there and stays as it is.{step.advice}")
        return
    if path.exists():
        print(f"{step.path} is there; add to it:\n\n{step.text}")
        return
    if dry_run:
        sys.stdout.write(f"{step.path}:\n\n{step.text}\n")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, step.text.encode())
    print(f"{step.path} written. {step.advice}".rstrip())
