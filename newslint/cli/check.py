"""`newslint check`: check articles and report what is wrong with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.config import Overrides
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.cli.fixing import Fixer
    from newslint.cli.gating import Gates
    from newslint.cli.inputs import Input
    from newslint.report import FileReport, Report
    from newslint.session import Session
    from newslint.store.configs import Configs

#: With fewer files than this no progress bar is worth its flicker.
_MANY = 20


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "check",
        help="check articles",
        description="Check articles. Exit codes: 0 nothing at or above the threshold, 1 findings, "
        "2 an error, or a file that could not be checked.",
    )
    from newslint.cli.check_options import add_gate, add_input, add_output, add_rules

    parser.set_defaults(run=run)
    add_input(parser)
    add_rules(parser)
    add_gate(parser)
    add_output(parser)


def plain(paths: Sequence[str]) -> Namespace:
    """Return what the parser makes of paths without options, for a start without a parser."""
    return cast("Namespace", SimpleNamespace(paths=list(paths), run=run, **_defaults()))


def _defaults() -> dict[str, Any]:
    none = "baseline config config_from date diff_base fail_on format format_in max_findings"
    off = "changed_lines diff fix no_cache timings track_changes unsafe_fixes watch"
    return {
        **dict.fromkeys(f"{none} max_size output today".split()),
        **dict.fromkeys(off.split(), False),
        **dict.fromkeys("authors language profile stdin_filename".split(), ""),
        **{name: [] for name in "field ignore pack report select transcript".split()},
        "jobs": 0,
    }


def run(arguments: Namespace) -> int:
    """Check what the arguments name; returns the exit code."""
    if arguments.watch:
        from newslint.cli.watching import watch

        if "-" in arguments.paths:
            raise NewslintError.of("standard input cannot be watched")
        return watch(arguments, lambda given: run_gated(given)[0])
    return run_gated(arguments)[0]


def run_gated(arguments: Namespace) -> tuple[int, Gates]:
    """Check what the arguments name; returns the exit code and what was held back."""
    _refuse_contradictions(arguments)
    from newslint.cli.budgets import exceeded
    from newslint.cli.gating import Gates
    from newslint.cli.inputs import find_inputs
    from newslint.cli.output import say_errors, targets_of, write_reports

    targets_of(arguments)  # what cannot be done is said before the work
    if arguments.timings:
        arguments.jobs, arguments.no_cache = 1, True
    session = session_of(arguments)
    if arguments.timings:
        from newslint.cli.timings import stopwatch

        session.stopwatch = stopwatch()
    found = find_inputs(arguments.paths or ["."], arguments.stdin_filename, session)
    gates = Gates(session, arguments)
    inputs = [each for each in found.inputs if not gates.skip(each)]
    if len(inputs) > 1:
        _keep_results(session, arguments)
    fixer = _fixer(session, arguments)
    reports = map(fixer.check, inputs) if fixer else reports_of(session, inputs, arguments)
    files = list(with_progress(map(gates.sift, reports), len(inputs)))
    files += gates.more()
    report = session.report(files, found.problems, found.skipped)
    report = report._replace(known=gates.known, unchanged=gates.unchanged)
    problems = list(report.problems)
    problems += [each for file in report.files for each in file.errors]
    targets = [] if arguments.diff else targets_of(arguments)
    say_errors(problems, targets)
    gates.finish()
    if fixer:
        fixer.finish()
    write_reports(report, targets, sys.stderr if fixer and fixer.wrote_stdout else sys.stdout)
    session.keep()
    if session.stopwatch:
        from newslint.cli.timings import table

        print(table(session.stopwatch), file=sys.stderr)
    over = exceeded(report, session, arguments.max_findings)
    for line in over:
        print(line, file=sys.stderr)
    status = _status(report, session)
    return (FOUND if over and status == CLEAN else status), gates


def _fixer(session: Session, arguments: Namespace) -> Fixer | None:
    """Return what makes the fixes, if any are asked for."""
    if not (arguments.fix or arguments.diff):
        return None
    from newslint.cli.fixing import Fixer

    return Fixer(session, arguments)


def _refuse_contradictions(arguments: Namespace) -> None:
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise NewslintError.of("--unsafe-fixes needs --fix or --diff")
    if arguments.track_changes and not arguments.fix:
        raise NewslintError.of("--track-changes needs --fix")
    if arguments.changed_lines and not arguments.diff_base:
        raise NewslintError.of("--changed-lines needs --diff-base")
    if arguments.diff_base and (arguments.fix or arguments.diff):
        hint = "a fix is made wherever its finding stands"
        raise NewslintError.of("--fix and --diff cannot be limited by --diff-base", hint=hint)


def reports_of(
    session: Session, inputs: Sequence[Input], arguments: Namespace
) -> Iterator[FileReport]:
    """Check inputs in order, on several cores where that pays."""
    workers = 1
    if arguments.jobs != 1 and len(inputs) > 1 and all(each.file for each in inputs):
        from newslint.pool import Pool, Sized, worthwhile

        things = [Sized(each.path, each.size, each) for each in inputs]
        workers = worthwhile([thing.size for thing in things], arguments.jobs)
    if workers == 1:
        yield from (session.sift(_lint(session, each)) for each in inputs)
        return
    yield from map(session.sift, Pool(_worker, arguments, workers).check(things))


def _keep_results(session: Session, arguments: Namespace) -> None:
    """Let the session keep results, unless a report needs more of an article than is kept."""
    from newslint.cli.output import targets_of
    from newslint.store.results import ResultCache
    from newslint.store.rulecache import cache_folder

    whole = any(target.format == "html" for target in targets_of(arguments))
    if not arguments.no_cache and not whole:
        session.keep_results(ResultCache(cache_folder()))


def _worker(arguments: Namespace) -> Callable[[Input], FileReport]:
    """Return what a worker process checks with."""
    session = session_of(arguments)
    _keep_results(session, arguments)
    return partial(_lint, session)


def _lint(session: Session, each: Input) -> FileReport:
    """Read and lint one input."""
    from newslint.report import unchecked

    try:
        data = each.data(session.settings(each.path).max_size)
    except NewslintError as error:
        return unchecked(each.path, error.problems)
    return session.lint(each.path, data)


def session_of(arguments: Namespace) -> Session:
    """Make the session that the options ask for; raises NewslintError."""
    from newslint.cli.inputs import read_authors
    from newslint.context import Context
    from newslint.session import Session
    from newslint.store.rulecache import RuleCache, cache_folder

    overrides = Overrides(
        arguments.profile,
        tuple(arguments.pack),
        tuple(arguments.select),
        tuple(arguments.ignore),
        arguments.fail_on,
        arguments.max_size,
        arguments.language,
        arguments.format_in or "",
        dict(arguments.field),
    )
    cache = None if arguments.no_cache else RuleCache(cache_folder())
    configs = _configs(arguments)
    context = Context(arguments.date, authors=read_authors(arguments.authors, configs))
    if arguments.transcript:
        from newslint.store.transcripts import load_transcripts

        context = context._replace(transcripts=load_transcripts(arguments.transcript))
    return Session(configs, overrides, context, today=arguments.today or today(), cache=cache)


def _configs(arguments: Namespace) -> Configs:
    """Find configurations where the options say: in a file, at a commit, or above each article."""
    from newslint.store.configcache import ConfigCache
    from newslint.store.configs import Configs
    from newslint.store.rulecache import cache_folder

    cache = None if arguments.no_cache else ConfigCache(cache_folder())
    if arguments.config:
        return Configs(Path(arguments.config), cache=cache)
    if arguments.config_from:
        from newslint.store.snapshot import take

        snapshot = take(Path.cwd(), arguments.config_from, cache_folder())
        return Configs(snapshot=snapshot, cache=cache)
    return Configs(cache=cache)


def today() -> date:
    """Return the day, in UTC; `SOURCE_DATE_EPOCH` fixes it for builds that must repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.date()


def with_progress(reports: Iterable[FileReport], total: int) -> Iterable[FileReport]:
    """Show on a terminal how far many files have come."""
    if total < _MANY or not sys.stderr.isatty():
        return reports
    from tqdm import tqdm

    return tqdm(reports, total=total, unit=" files", leave=False, dynamic_ncols=True)


def _status(report: Report, session: Session) -> int:
    if report.problems or report.unchecked:
        return FAILED
    return FOUND if any(_fails(file, session) for file in report.files) else CLEAN


def _fails(file: FileReport, session: Session) -> bool:
    from newslint.finding import Severity

    if not file.findings:
        return False
    fail_on = session.settings(file.path).fail_on
    if fail_on == "never":
        return False
    least = Severity(fail_on).rank
    return any(placed.finding.severity.rank >= least for placed in file.findings)
