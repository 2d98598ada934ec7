"""`newslint authors check`: check the registry of authors, and bios across articles."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.cli import CLEAN, FAILED, FOUND, complain
from newslint.errors import NewslintError, Problem


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "authors", help="check the registry of authors and their bios"
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser(
        "check",
        help="check the registry, and find bios of one author that disagree",
        description="Check the registry of authors, and find bios of one author that differ from "
        "article to article. Exit codes: 0 all is well, 1 bios differ, 2 something is broken.",
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="articles, and folders of them")
    check.add_argument("--authors", default="", metavar="FOLDER", help="the registry's folder")
    check.add_argument("--config", metavar="FILE", help="use this configuration")
    check.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Check the registry and the bios; returns the exit code."""
    from newslint.authoring.authors import disagreements
    from newslint.cli.inputs import read_authors
    from newslint.store.configs import Configs

    configs = Configs(Path(arguments.config) if arguments.config else None)
    configs.of(Path.cwd())  # raises if the configuration is broken
    authors = read_authors(arguments.authors, configs)
    problems: list[Problem] = []
    found = disagreements(list(_printed(arguments.paths, configs, problems)))
    for odd, usual in found:
        print(f"{odd.where}: the bio of {odd.name} differs from {usual.where}")
        print(f"  here:  {odd.words}")
        print(f"  there: {usual.words}")
    if not problems and not found:
        noun = "author" if len(authors) == 1 else "authors"
        print(f"{len(authors)} {noun} in the registry, and no bios that differ")
    complain(problems)
    return FAILED if problems else FOUND if found else CLEAN


def _printed(paths: list[str], configs: Any, problems: list[Problem]) -> Iterator[Any]:  # noqa: ANN401
    """Yield the bios of the articles; what cannot be read is added to the problems."""
    from newslint.authoring.authors import printed
    from newslint.readers import EXTENSIONS, ReadOptions, read
    from newslint.store.files import discover
    from newslint.store.raw import read_bytes

    found = discover([Path(path) for path in paths], configs, EXTENSIONS) if paths else None
    problems += found.problems if found else ()
    for path in found.articles if found else ():
        options = ReadOptions()
        try:
            file = read(read_bytes(path, options.max_size), path.as_posix(), options)
        except NewslintError as error:
            problems += [
                each._replace(path=each.path or path.as_posix()) for each in error.problems
            ]
            continue
        problems += file.problems
        for document in file.documents:
            yield from printed(path.as_posix(), document)
