"""`newslint baseline`: remember the findings of today, so that only new ones count."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN, FAILED, FOUND, check, check_options, complain
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.baseline import Known
    from newslint.cli.gating import Gates
    from newslint.report import FileReport
    from newslint.session import Session


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "baseline",
        help="remember the findings of today, so that only new ones count",
        description="Remember findings by fingerprint, so that only new ones count.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _add_action(actions, "write", write, "remember all that is found now")
    _add_action(actions, "prune", prune, "forget what is no longer found")
    parser = _add_action(actions, "check", verify, "report new findings and entries to be pruned")
    check_options.add_output(parser)


def _add_action(actions: Any, name: str, run: Any, text: str) -> ArgumentParser:  # noqa: ANN401
    parser: ArgumentParser = actions.add_parser(
        name, help=text, description=f"{text}.".capitalize()
    )
    parser.set_defaults(run=run, diff_base=None, changed_lines=False, fail_on=None)
    parser.set_defaults(fix=False, diff=False, report=[], format=None, output=None)
    check_options.add_input(parser)
    check_options.add_rules(parser)
    parser.add_argument(
        "--baseline", metavar="FILE", help="the baseline (default: that of the configuration)"
    )
    return parser


def write(arguments: Namespace) -> int:
    """Remember all findings of the files that are checked; entries of other files stay."""
    from newslint.baseline import known
    from newslint.cli.gating import baseline_file
    from newslint.store.baselines import load_baseline, save_baseline
    from newslint.store.files import relative_to
    from newslint.store.nearest import shown

    session = check.session_of(arguments)
    entries: dict[Path, list[Known]] = {}
    checked: dict[Path, set[str]] = {}
    status = CLEAN
    for report in _reports(session, arguments):
        file = baseline_file(session, report.path, arguments.baseline) or _default(session)
        found = entries.setdefault(file, [])
        if report.errors:
            complain(report.errors)
            status = FAILED
            continue
        inside = relative_to(Path(report.path), file.parent.as_posix())
        checked.setdefault(file, set()).add(inside)
        found += [known(placed, inside) for placed in report.findings]
    for file, found in entries.items():
        old = load_baseline(file).entries if file.exists() else ()
        kept = [each for each in old if each.path not in checked.get(file, ())]
        save_baseline(file, [*kept, *found])
        print(f"{shown(file)} remembers {_counted(len(kept) + len(found))}.")
        _advise(session, arguments, file)
    return status


def prune(arguments: Namespace) -> int:
    """Forget the entries of files that were checked, or are gone, which nothing meets."""
    from newslint.store.baselines import save_baseline

    gates, files = _sifted(arguments)
    errors = [error for file in files for error in file.errors]
    complain(errors)
    for gate in gates.memories():
        baseline = gate.memory.baseline
        stale = set(gates.stale(gate))
        kept = [each for each in baseline.entries if each not in stale]
        if stale:
            save_baseline(Path(baseline.folder, Path(baseline.path).name), kept)
        print(f"{baseline.path} forgot {_counted(len(stale))} and remembers {len(kept):,}.")
    if not list(gates.memories()):
        raise NewslintError.of("no baseline governs these files", hint="name it with --baseline")
    return FAILED if errors else CLEAN


def verify(arguments: Namespace) -> int:
    """Check as `newslint check` does; entries that nothing meets count as findings."""
    status, gates = check.run_gated(arguments)
    if not list(gates.memories()):
        raise NewslintError.of("no baseline governs these files", hint="name it with --baseline")
    stale = any(gates.stale(gate) for gate in gates.memories())
    return FOUND if stale and status == CLEAN else status


def _sifted(arguments: Namespace) -> tuple[Gates, list[FileReport]]:
    from newslint.cli.gating import Gates

    session = check.session_of(arguments)
    gates = Gates(session, arguments)
    return gates, [gates.sift(report) for report in _reports(session, arguments)]


def _reports(session: Session, arguments: Namespace) -> Iterator[FileReport]:
    from newslint.cli.inputs import find_inputs

    found = find_inputs(arguments.paths or ["."], arguments.stdin_filename, session)
    if found.problems:
        raise NewslintError(found.problems)
    reports = check.reports_of(session, found.inputs, arguments)
    yield from check.with_progress(reports, len(found.inputs))


def _default(session: Session) -> Path:
    """Return the place of a baseline that no configuration names: beside the configuration."""
    from newslint.store.baselines import NAME

    return Path(session.configs.of(Path.cwd()).folder or Path.cwd(), NAME)


def _advise(session: Session, arguments: Namespace, file: Path) -> None:
    config = session.configs.of(Path.cwd())
    if not arguments.baseline and not config.config.baseline:
        print(f"Add 'baseline: {file.name}' to {config.path or 'newslint.yaml'} to make it count.")


def _counted(number: int) -> str:
    return f"{number:,} finding{'' if number == 1 else 's'}"
