"""`newslint test`: run the rules' own examples."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from newslint.authoring.examples import failures
from newslint.authoring.find import RuleFile, all_files, at_path, files_of
from newslint.cli import CLEAN, FAILED, FOUND, complain
from newslint.cli.rulebase import add_config, config_of, counted, house_folders, library_of
from newslint.config import ConfigFile
from newslint.errors import NewslintError, Problem
from newslint.rulebook import Rule


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "test",
        help="run the rules' own examples",
        description="Run the examples of rules. Exit codes: 0 all are met, 1 some are not, "
        "2 a rule is broken.",
    )
    parser.add_argument(
        "rules",
        nargs="*",
        metavar="RULE",
        help="files, folders, ids or packs (default: the house's own packs, else all)",
    )
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Run examples; returns the exit code."""
    rules, problems = load(_chosen(arguments))
    failed = [failure for rule, source in rules for failure in failures(rule, source)]
    for failure in failed:
        print(failure, end="\n\n")
    complain(problems)
    print(_summary([rule for rule, _ in rules], len(failed), len(problems)))
    if problems:
        return FAILED
    return FOUND if failed else CLEAN


def _chosen(arguments: Namespace) -> list[RuleFile]:
    config = config_of(arguments)
    if arguments.rules:
        return files_of(library_of(config), arguments.rules)
    return own_files(config) or all_files(library_of(config))


def own_files(config: ConfigFile) -> list[RuleFile]:
    """Return the rule files of the house's own packs."""
    return [file for folder in house_folders(config) for file in at_path(folder)]


def load(files: Iterable[RuleFile]) -> tuple[list[tuple[Rule, str]], list[Problem]]:
    """Read rules with their sources; what is wrong with others comes back as problems."""
    rules: list[tuple[Rule, str]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            rules.append((file.load(), file.source))
        except NewslintError as error:
            problems += error.problems
    return rules, problems


def _summary(rules: Sequence[Rule], failed: int, broken: int) -> str:
    examples = sum(len(rule.header.examples) for rule in rules)
    text = f"{counted(examples, 'example')} of {counted(len(rules), 'rule')}: "
    text += f"{failed} not met" if failed else "all met"
    return text + (f"; {counted(broken, 'problem')} in rules that cannot be read" if broken else "")
