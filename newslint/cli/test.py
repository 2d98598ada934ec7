"""`newslint test`: run the rules' own examples."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newslint.authoring.coverage import Unreached, coverage, dead_entries, runaways
from newslint.authoring.examples import failures
from newslint.authoring.find import RuleFile, all_files, at_path, files_of
from newslint.cli import CLEAN, FAILED, FOUND, complain
from newslint.cli.rulebase import add_config, config_of, counted, house_folders, library_of
from newslint.config import ConfigFile
from newslint.errors import NewslintError, Problem
from newslint.rulebook import Rule

#: So many entries that no example reaches are named for a rule.
_SHOWN = 12
_WIDTH = 60


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
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="also say which entries and alternatives no example reaches",
    )
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Run examples; returns the exit code."""
    rules, problems = load(_chosen(arguments))
    failed = [failure for rule, source in rules for failure in failures(rule, source)]
    for failure in failed:
        print(failure, end="\n\n")
    problems += [each for rule, _ in rules for each in _pattern_problems(rule)]
    complain(problems)
    if arguments.coverage:
        print("\n".join(coverage_lines(rule for rule, _ in rules)), end="\n\n")
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


def _pattern_problems(rule: Rule) -> Iterator[Problem]:
    for found in runaways(rule):
        text = f"the pattern '{found.pattern}' has no end on '{found.text}'"
        hint = "nested repetition such as (a+)+ makes it try every way to split a text"
        yield Problem(text, rule.path, hint=hint, rule=rule.id)
    for entry in dead_entries(rule):
        hint = "rules do not see web and mail addresses"
        yield Problem(f"'{entry}' can never match", rule.path, hint=hint, rule=rule.id)


def coverage_lines(rules: Iterable[Rule]) -> list[str]:
    """Return a line a rule with what its examples reach, and what they do not."""
    lines = []
    for rule in rules:
        found = coverage(rule)
        if found is None:
            continue
        lines.append(f"{found.rule}: {found.reached} of {counted(found.entries, 'entry')} reached")
        lines += [f"    {_shown(each)}" for each in found.unreached[:_SHOWN]]
        if len(found.unreached) > _SHOWN:
            lines.append(f"    … and {len(found.unreached) - _SHOWN} more")
    return lines


def _shown(found: Unreached) -> str:
    source = found.pattern if len(found.pattern) <= _WIDTH else f"{found.pattern[:_WIDTH]}…"
    if not found.alternatives:
        return f"not reached: {source}"
    return f"not reached in {source}: {', '.join(found.alternatives)}"


def _summary(rules: Sequence[Rule], failed: int, broken: int) -> str:
    examples = sum(len(rule.header.examples) for rule in rules)
    text = f"{counted(examples, 'example')} of {counted(len(rules), 'rule')}: "
    text += f"{failed} not met" if failed else "all met"
    return text + (f"; {counted(broken, 'problem')} in rules that cannot be read" if broken else "")
