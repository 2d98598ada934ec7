"""Budgets: how many findings a run may have before it fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from newslint.config import TOTAL, ConfigFile
from newslint.errors import NewslintError
from newslint.report import FileReport, Report
from newslint.session import Session


def exceeded(report: Report, session: Session, most: int | None) -> list[str]:
    """Say which budgets are exceeded: that of the run, and those of each configuration."""
    found = []
    if most is not None and len(report.findings) > most:
        found.append(_said(TOTAL, len(report.findings), most))
    for config, files in _by_config(report, session):
        counts = _counts(files)
        for name, budget in config.config.budgets.items():
            number = sum(count for key, count in counts.items() if fnmatchcase(key, name))
            if number > budget:
                found.append(f"{config.path}: {_said(name, number, budget)}")
    return found


def refuse_unknown(config: ConfigFile, known: frozenset[str]) -> None:
    """Raise NewslintError for a budget of a rule that no pack has."""
    from newslint.store.choice import unknown_rule

    problems = []
    for name in config.config.budgets:
        wrong = unknown_rule(name, known) if "/" in name else None
        if wrong:
            problems.append(config.problem(["budgets", name], *wrong))
    if problems:
        raise NewslintError(problems)


def _by_config(report: Report, session: Session) -> Iterator[tuple[ConfigFile, list[FileReport]]]:
    found: dict[str, tuple[ConfigFile, list[FileReport]]] = {}
    for file in report.files:
        if file.unchecked:
            continue
        config = session.configs.of(Path(file.path).parent)
        if config.config.budgets:
            refuse_unknown(config, session.known(file.path))
            found.setdefault(config.path, (config, []))[1].append(file)
    yield from found.values()


def _counts(files: list[FileReport]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for file in files:
        counts[TOTAL] += len(file.findings)
        for placed in file.findings:
            counts.update([placed.finding.rule, placed.finding.severity.value])
    return counts


def _said(name: str, number: int, budget: int) -> str:
    of = "" if name == TOTAL else f" of {name}"
    return f"{number} finding{'' if number == 1 else 's'}{of}, and the budget is {budget}"
