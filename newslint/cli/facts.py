"""`newslint facts check`: read the fact sheets, refuse contradictions, and name old facts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN, options
from newslint.errors import NewslintError
from newslint.factsheet import RECHECK_AFTER

if TYPE_CHECKING:
    from newslint.store.factrules import Entry


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "facts",
        help="check the fact sheets",
        description="Check the fact sheets that articles are checked against. Exit codes: 0 all "
        "can be used, 2 a sheet is broken or contradicts itself or another.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check: ArgumentParser = actions.add_parser(
        "check", help="read the sheets, and name facts that are worth looking up again"
    )
    check.add_argument(
        "folder", nargs="?", default="", metavar="FOLDER", help="(default: the nearest 'facts')"
    )
    check.add_argument(
        "--older-than",
        type=options.count,
        metavar="DAYS",
        help="days after which a fact should be looked up again (default: recheck_facts_after of "
        f"the configuration, or {RECHECK_AFTER})",
    )
    check.add_argument(
        "--today", type=options.day, metavar="DATE", help="the day to count from (default: today)"
    )
    check.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Check the sheets of a folder; raises NewslintError with every problem in them."""
    from newslint.cli.check import today
    from newslint.store.configs import Configs
    from newslint.store.factfolders import sheet_files
    from newslint.store.facts import entries_of
    from newslint.store.nearest import shown
    from newslint.store.raw import read_text

    folder = Path(arguments.folder) if arguments.folder else _nearest(Path.cwd())
    if not folder.is_dir():
        raise NewslintError.of("there is no such folder", path=str(folder))
    files = sheet_files(folder)
    if not files:
        hint = "a sheet is a .yaml or .csv file"
        raise NewslintError.of("holds no fact sheets", path=str(folder), hint=hint)
    entries = entries_of((read_text(path), shown(path)) for path in files)
    days = arguments.older_than
    if days is None:
        days = Configs().of(folder.absolute().parent).config.recheck_facts_after
    for line in old_facts(entries, arguments.today or today(), days):
        print(line)
    print(_summary(entries, len(files)))
    return CLEAN


def _nearest(here: Path) -> Path:
    """Return the nearest folder of fact sheets above the working folder."""
    from newslint.store.factfolders import FOLDER

    for folder in (here, *here.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    hint = "name it, or make a folder 'facts' beside the articles"
    raise NewslintError.of("there is no folder of fact sheets", hint=hint)


def old_facts(entries: Sequence[Entry], today: date, days: int) -> Iterator[str]:
    """Write a line for every fact that was looked up more than so many days ago."""
    from newslint.factsheet import fresh_from, name_of

    fresh = fresh_from(today, days)
    for entry in entries:
        looked_up = entry.fact.as_of
        if looked_up is not None and looked_up < fresh:
            age = (today - looked_up).days
            yield (
                f"{entry.place}: suggestion: '{name_of(entry.fact)}' was looked up {age} days ago: "
                f"renew it from {entry.fact.origin}"
            )


def _summary(entries: Sequence[Entry], files: int) -> str:
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.section] = counts.get(entry.section, 0) + 1
    said = ", ".join(_counted(number, section) for section, number in counts.items())
    sheets = "1 sheet" if files == 1 else f"{files} sheets"
    return f"{said or 'No facts'} in {sheets}: all can be used."


def _counted(number: int, section: str) -> str:
    one = {"people": "person"}.get(section, section.removesuffix("s"))
    return f"{number} {one if number == 1 else section}"
